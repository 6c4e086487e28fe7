"""Show where a query was found: marked headlines, and the passage that holds most of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from blattwerk.common.stems import Word, words
from blattwerk.search.query import Query, Term

SNIPPET_LETTERS = 260
LETTERS_BEFORE = 60
ELLIPSIS = "…"


@dataclass(frozen=True)
class Span:
    """A place in a text, from its first letter to behind its last."""

    start: int
    end: int


def marked(text: str, query: Query) -> SafeString:
    """The text, escaped, with `mark` around what the query asks for."""
    pieces, here = [], 0
    for span in hits(text, query):
        pieces.append(str(escape(text[here : span.start])))
        pieces.append(f"<mark>{escape(text[span.start : span.end])}</mark>")
        here = span.end
    pieces.append(str(escape(text[here:])))
    return mark_safe("".join(pieces))  # noqa: S308


def snippet(text: str, query: Query) -> SafeString:
    """The passage with the most different hits, marked; the beginning where there are none."""
    flat = " ".join(text.split())
    start = _best_start(flat, hits(flat, query))
    end = start + SNIPPET_LETTERS
    if start:
        start = flat.find(" ", start) + 1 or start
    if end < len(flat):
        end = max(flat.rfind(" ", start, end), start + 1)
    passage = marked(flat[start:end], query)
    before = f"{ELLIPSIS} " if start else ""
    after = f" {ELLIPSIS}" if end < len(flat) else ""
    return mark_safe(f"{before}{passage}{after}")  # noqa: S308


def hits(text: str, query: Query) -> list[Span]:
    """Where the query is found, in order, none inside another."""
    found = words(text)
    spans = sorted(
        (*_single(found, query), *_phrases(found, query)), key=lambda span: (span.start, -span.end)
    )
    kept: list[Span] = []
    for span in spans:
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept


def _single(found: list[Word], query: Query) -> Iterator[Span]:
    terms = query.single_words
    for word in found if terms else ():
        if any(_is_meant(word, term) for term in terms):
            yield Span(word.start, word.end)


def _is_meant(word: Word, term: Term) -> bool:
    if word.folded == term.words[0] or word.stem == term.stem:
        return True
    if term.as_beginning and word.stem.startswith(term.as_beginning):
        return True
    return bool(term.as_ending) and word.stem.endswith(term.as_ending)


def _phrases(found: list[Word], query: Query) -> Iterator[Span]:
    for phrase in query.phrases:
        length = len(phrase.words)
        for place in range(len(found) - length + 1):
            if tuple(word.folded for word in found[place : place + length]) == phrase.words:
                yield Span(found[place].start, found[place + length - 1].end)


def _best_start(text: str, spans: list[Span]) -> int:
    """Where the passage begins that holds the most different words of the query."""
    best, start = 0, 0
    for place, span in enumerate(spans):
        inside = [
            s for s in spans[place:] if s.end <= span.start + SNIPPET_LETTERS - LETTERS_BEFORE
        ]
        different = len({text[s.start : s.end].casefold() for s in inside})
        if different > best:
            best, start = different, span.start
    if len(text) <= SNIPPET_LETTERS:
        return 0
    return max(min(start - LETTERS_BEFORE, len(text) - SNIPPET_LETTERS), 0)
