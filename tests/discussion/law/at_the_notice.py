"""Who gives notice by the form, and what comes of it."""

from blattwerk.discussion.law.categories import Category
from blattwerk.discussion.law.notify import Said
from blattwerk.discussion.models import Comment, Letter, Notice

ILLEGAL = Said(
    Notice.Kind.LAW,
    why="Das ist üble Nachrede.",
    category=Category.SPEECH,
    law="§ 111 StGB",
    name="Berta Bauer",
    mail="berta@post.example",
    good_faith=True,
)


def outcomes(notice: Notice) -> list[str]:
    return list(notice.items.order_by("pk").values_list("outcome", flat=True))


def letters_to(mail: str) -> list[Letter]:
    return list(Letter.objects.filter(mail=mail).order_by("pk"))


def a_form(comment: Comment, **changes: str) -> dict[str, str]:
    return {
        "kommentar": str(comment.pk),
        "kind": "law",
        "category": "illegal-or-harmful-speech",
        "law": "§ 111 StGB",
        "why": "Das ist üble Nachrede.",
        "name": "Berta Bauer",
        "mail": "berta@post.example",
        "good_faith": "on",
        "website": "",
        **changes,
    }
