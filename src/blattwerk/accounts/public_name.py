"""The name that others see: which are refused, and why. Nothing here asks a database.

A name is one line of one script, made of letters, digits and a few separators, 3 to 30 letters
as a reader counts them (grapheme clusters), and sounds like nobody who works for the paper.
"""

import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

import regex
from django.utils.translation import gettext as _

from blattwerk.accounts.errors import NameRefused
from blattwerk.accounts.skeleton import skeleton

SHORTEST, LONGEST = 3, 30  # grapheme clusters
MOST_CODE_POINTS = 90
KEPT_FOR = timedelta(days=30)  # how long a name stays before it may be changed again

# Those that Unicode recommends for identifiers (UAX 31, table 5); each stands alone or as here.
_SCRIPTS = (
    *("Latin", "Greek", "Cyrillic", "Armenian", "Hebrew", "Arabic", "Georgian", "Ethiopic"),
    *("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada"),
    *("Malayalam", "Sinhala", "Thai", "Lao", "Tibetan", "Myanmar", "Khmer", "Thaana"),
)
_TOGETHER = [[script] for script in _SCRIPTS]
_TOGETHER += [["Han", "Hiragana", "Katakana"], ["Han", "Hangul"], ["Han", "Bopomofo"]]
_ONE_SCRIPT = [
    regex.compile("[{}]*".format("".join(rf"\p{{Script={name}}}" for name in names)))
    for names in _TOGETHER
]
_CLUSTER = regex.compile(r"\X")
_INVISIBLE = regex.compile(r"[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]")
_FOREIGN_SIGN = regex.compile(r"[^\p{L}\p{Mn}\p{Mc}0-9 .'’_-]")
_COMMON = regex.compile(r"[\p{Script=Common}\p{Script=Inherited}]")
_PILE = regex.compile(r"\p{M}{3,}|[\p{Latin}\p{Greek}\p{Cyrillic}]\p{M}{2,}|(?<![\p{L}\p{M}])\p{M}")
_LETTER = regex.compile(r"\p{L}")
_ADDRESS = regex.compile(r"https?\b|\bwww\b|\p{L}\.\p{L}{2,}", flags=regex.IGNORECASE)
_WORDS = regex.compile(r"\p{Lu}?[^\p{Lu} .'’_-]+|\p{Lu}+")
_WORDS_WITHOUT_DIGITS = regex.compile(r"\p{Lu}?[^\p{Lu}0-9 .'’_-]+|\p{Lu}+")

ANYWHERE = (
    *("Redaktion", "Redakteur", "Redaktor", "Administra", "Moderator", "Moderation"),
    *("Blattwerk", "Herausgeber", "Webmaster", "Kundendienst", "Forumteam", "Forumsteam"),
    *("Communityteam", "Supportteam", "Newsroom"),
)
AT_AN_EDGE = ("Admin", "Sysop")  # of a word: badminton is played in the middle
AS_A_WORD = (
    *("Team", "Support", "Mod", "Mods", "Staff", "Root", "System", "Service", "Official"),
    *("Offiziell", "Verlag", "Editor", "Operator", "Anonym", "Gelöscht", "Deleted", "Forum"),
)


def checked_name(text: str, *, paper: str = "", people: Iterable[str] = ()) -> str:
    """The name as it will be shown. Raises NameRefused with a sentence for the reader.

    `paper` is the paper's own name, `people` are those who work for it.
    """
    if len(text) > 10 * MOST_CODE_POINTS:
        raise _too_long()
    name = regex.sub(" +", " ", unicodedata.normalize("NFKC", text)).strip(" ")
    _refuse_signs(name)
    _refuse_lengths(name)
    _refuse_scripts(name)
    _refuse_authority(name, paper=paper, people=people)
    return name


def next_change(taken_at: datetime) -> datetime:
    """When a name taken then may be changed."""
    return taken_at + KEPT_FOR


def _refuse_signs(name: str) -> None:
    if _INVISIBLE.search(name):
        raise NameRefused(_("The name holds a character that cannot be seen. Type it anew."))
    if "@" in name or _ADDRESS.search(name):
        raise NameRefused(_("A name is no e-mail or web address. After a dot leave a space."))
    if sign := _FOREIGN_SIGN.search(name):
        raise NameRefused(
            _("Letters, digits, spaces, hyphens, dots and apostrophes make a name; “%(sign)s” not.")
            % {"sign": sign[0]}
        )
    if _PILE.search(name):
        raise NameRefused(_("Too many accents are piled up in the name."))


def _refuse_lengths(name: str) -> None:
    clusters = len(_CLUSTER.findall(name))
    if clusters > LONGEST or len(name) > MOST_CODE_POINTS:
        raise _too_long()
    if clusters < SHORTEST:
        raise NameRefused(_("The name is too short: it takes at least 3 letters."))
    if not _LETTER.search(name) or not skeleton(name):
        raise NameRefused(_("The name needs at least one letter."))


def _too_long() -> NameRefused:
    return NameRefused(_("The name is too long: 30 letters are the most."))


def _refuse_scripts(name: str) -> None:
    lettered = _COMMON.sub("", name)
    if not any(script.fullmatch(lettered) for script in _ONE_SCRIPT):
        raise NameRefused(
            _("The name mixes alphabets, or uses one we cannot show. Take letters of one.")
        )


def _refuse_authority(name: str, *, paper: str, people: Iterable[str]) -> None:
    """Refuse what readers could take for somebody of the paper."""
    whole = skeleton(name)
    words = {skeleton(word) for pattern in (_WORDS, _WORDS_WITHOUT_DIGITS)
             for word in pattern.findall(name)} | {whole}  # fmt: skip
    words |= {skeleton(word) for word in name.split()}
    anywhere, alone = [*ANYWHERE], [*AS_A_WORD]
    if paper:
        (anywhere if len(skeleton(paper)) > 5 else alone).append(paper)
    edges = tuple(skeleton(word) for word in AT_AN_EDGE)
    if (
        any(skeleton(word) in whole for word in anywhere)
        or words & {skeleton(word) for word in alone}
        or any(word.startswith(edges) or word.endswith(edges) for word in words)
    ):
        raise NameRefused(_("That name sounds as if you spoke for the paper. Choose another."))
    if any(form in whole for person in people for form in _forms(person)):
        raise NameRefused(
            _("Somebody of that name works for the paper. Is it yours too? Leave out a part.")
        )


def _forms(person: str) -> set[str]:
    """The skeletons of a person's full name: either way round, with ä or ae."""
    parts = person.split()
    if len(parts) < 2:
        return set()
    written = {" ".join(parts), " ".join([parts[-1], *parts[:-1]])}
    umlauts = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
    return {skeleton(form) for form in written | {form.translate(umlauts) for form in written}}
