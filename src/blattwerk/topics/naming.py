"""Which names a topic may go by: each is one topic's own name, or an alias of one or several."""

from collections.abc import Iterable

from blattwerk.topics.errors import NameMissing, NameTaken, NameTooLong
from blattwerk.topics.models import Alias, Topic
from blattwerk.topics.names import folded, tidy

LONGEST_NAME = 120


def own_name(name: str, *, topic: Topic | None = None) -> str:
    """The tidied name, if it can be the topic's. Raises NameMissing, NameTooLong, NameTaken."""
    tidied = tidy(name)
    if not tidied:
        raise NameMissing
    _refuse_long(tidied)
    other = _called(tidied, topic) or _with_alias(tidied, topic)
    if other is not None:
        raise NameTaken(tidied, other)
    return tidied


def own_aliases(aliases: Iterable[str], *, name: str, topic: Topic | None = None) -> list[str]:
    """The aliases tidied, each once, without the name itself. Raises NameTooLong, NameTaken."""
    # They may differ in capitals only, since acronyms are told apart by them: WHO and Who.
    kept = [alias for alias in dict.fromkeys(map(tidy, aliases)) if alias not in ("", name)]
    standing = {folded(other.name): other for other in _others(topic)} if kept else {}
    for alias in kept:
        _refuse_long(alias)
        if other := standing.get(folded(alias)):
            raise NameTaken(alias, other)
    return kept


def set_aliases(topic: Topic, aliases: Iterable[str]) -> None:
    """Make these the topic's aliases; they have been looked at by `own_aliases`."""
    wanted = list(aliases)
    topic.aliases.exclude(text__in=wanted).delete()
    rows = [Alias(topic=topic, text=alias) for alias in wanted]
    Alias.objects.bulk_create(rows, ignore_conflicts=True)


def _refuse_long(name: str) -> None:
    if len(name) > LONGEST_NAME:
        raise NameTooLong(name)


def _others(topic: Topic | None) -> Iterable[Topic]:
    return Topic.objects.exclude(pk=topic.pk) if topic and topic.pk else Topic.objects.all()


def _called(name: str, topic: Topic | None) -> Topic | None:
    wanted = folded(name)
    return next((other for other in _others(topic) if folded(other.name) == wanted), None)


def _with_alias(name: str, topic: Topic | None) -> Topic | None:
    wanted = folded(name)
    aliases = Alias.objects.select_related("topic")
    if topic and topic.pk:
        aliases = aliases.exclude(topic=topic)
    return next((alias.topic for alias in aliases if folded(alias.text) == wanted), None)
