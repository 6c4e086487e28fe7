"""How an article is written into the index.

Each column holds the folded words in order, so that phrases are found, then the stems of all that
are worth looking for. Marks before a word keep the kinds apart in one column; no German word
begins so. `parts` hold long words from their beginning and, turned round, from their end:
databases find beginnings quickly, and German hides its nouns at the end of others: Irnabrücke.
"""

from collections.abc import Iterable

from blattwerk.common.stems import STOP_WORDS, Word, words
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.wording import body_text

WORDS = ("headline", "top", "body", "headline_parts", "parts")  # the columns, in their order
STEM, BEGINNING, ENDING = "zq", "xq", "jq"
COMPOUND_LETTERS = 7
MOST_WORDS = 20_000  # of one article; PostgreSQL refuses more than a megabyte


def columns_of(article: Article) -> dict[str, str]:
    """The index's columns for an article."""
    names = " ".join(author.name for author in article.authors)
    headline = words(article.title)
    top = words(f"{article.kicker} {article.lead} {names} {article.source}")
    body = words(body_text(article.body))[:MOST_WORDS]
    return {
        "headline": column(headline),
        "top": column(top),
        "body": column(body),
        "headline_parts": compounds(headline),
        "parts": compounds((*top, *body)),
    }


def column(found: Iterable[Word]) -> str:
    """The words in order, then their stems."""
    folded = [word.folded for word in found]
    stems = [f"{STEM}{word.stem}" for word in found if word.folded not in STOP_WORDS]
    return " ".join((*folded, *stems))


def compounds(found: Iterable[Word]) -> str:
    """The stems of long words, each once, forwards and backwards."""
    stems = sorted({word.stem for word in found if len(word.folded) >= COMPOUND_LETTERS})
    forwards = (f"{BEGINNING}{stem}" for stem in stems)
    backwards = (f"{ENDING}{stem[::-1]}" for stem in stems)
    return " ".join((*forwards, *backwards))
