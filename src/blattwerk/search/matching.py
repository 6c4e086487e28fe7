"""A query in the words of each database's full-text search."""

from blattwerk.search.query import Query, Term
from blattwerk.search.wording import BEGINNING, ENDING, STEM

# Folded words are letters and digits only: nothing in them can end a quotation.


def fts5_match(query: Query) -> str:
    """For SQLite's MATCH; the exact word is asked for too, as it adds to the rank."""
    wanted = " AND ".join(_fts5_term(term) for term in query.wanted)
    if not query.excluded:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(_fts5_plain(term) for term in query.excluded)})"


def tsquery_match(query: Query) -> str:
    """For PostgreSQL's to_tsquery: which articles are found."""
    wanted = [_tsquery_term(term) for term in query.wanted]
    return " & ".join((*wanted, *(f"!{_tsquery_plain(term)}" for term in query.excluded)))


def tsquery_ranks(query: Query) -> tuple[str, str, str]:
    """For PostgreSQL's ts_rank: exact words and phrases, forms of the words, longer words."""
    exact = [_tsquery_exact(term) for term in query.wanted]
    forms = [f"'{STEM}{term.stem}'" for term in query.single_words]
    longer = [word for term in query.single_words for word in _tsquery_longer(term)]
    return " | ".join(exact), " | ".join(forms), " | ".join(longer)


def _fts5_term(term: Term) -> str:
    if term.exactly:
        return _fts5_plain(term)
    ways = [f'"{term.words[0]}"', _fts5_plain(term)]
    if term.as_beginning:
        ways.append(f'"{BEGINNING}{term.as_beginning}"*')
    if term.as_ending:
        ways.append(f'"{ENDING}{term.as_ending[::-1]}"*')
    return f"({' OR '.join(ways)})"


def _fts5_plain(term: Term) -> str:
    return f'"{" ".join(term.words)}"' if term.exactly else f'"{STEM}{term.stem}"'


def _tsquery_term(term: Term) -> str:
    if term.exactly:
        return _tsquery_exact(term)
    return f"({' | '.join((_tsquery_plain(term), *_tsquery_longer(term)))})"


def _tsquery_plain(term: Term) -> str:
    return _tsquery_exact(term) if term.exactly else f"'{STEM}{term.stem}'"


def _tsquery_exact(term: Term) -> str:
    return f"({' <-> '.join(f"'{word}'" for word in term.words)})"


def _tsquery_longer(term: Term) -> list[str]:
    ways = []
    if term.as_beginning:
        ways.append(f"'{BEGINNING}{term.as_beginning}':*")
    if term.as_ending:
        ways.append(f"'{ENDING}{term.as_ending[::-1]}':*")
    return ways
