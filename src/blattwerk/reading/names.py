"""Names that the readers' accounts must know of."""

from blattwerk.newsroom.models import Author, Paper


def author_names() -> list[str]:
    """Everybody who writes for the paper."""
    return list(Author.objects.values_list("name", flat=True))


def title_of_paper() -> str:
    """What the paper is called; empty before it is founded."""
    paper = Paper.objects.only("title").first()
    return paper.title if paper else ""
