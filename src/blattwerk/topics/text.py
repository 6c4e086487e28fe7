"""An article's words, as topics are looked for in them."""

from dataclasses import dataclass

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.wording import body_text, text_digest


@dataclass(frozen=True, kw_only=True)
class ArticleText:
    """Headline, lead and body; `digest` changes when, and only when, the words do."""

    headline: str
    lead: str
    body: str
    digest: str

    @property
    def rest(self) -> str:
        """All but the headline."""
        return f"{self.lead}\n{self.body}"


def text_of(article: Article) -> ArticleText:
    """The text of the article as it is in hand."""
    return ArticleText(
        headline=article.title,
        lead="\n".join(part for part in (article.kicker, article.lead) if part),
        body=body_text(article.body),
        digest=text_digest(article),
    )


def latest_text(article: Article) -> ArticleText:
    """The text as it was last stored by an editor, published or not."""
    return text_of(article.get_latest_revision_as_object())
