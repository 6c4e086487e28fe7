"""Where an event is: "bei Uelzen", "off Crete", "im Norden Chiles", "in der Getreidegasse"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from blattwerk.stories.detect.stems import stem_of, word_key
from blattwerk.stories.detect.usual import usual, usual_places, usual_words

if TYPE_CHECKING:
    from blattwerk.stories.detect.wording import Token

type Sureness = Literal["place", "perhaps", "hardly"]


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


_WHERE = {
    "de": _words("""
        in bei nahe vor auf im am zwischen unweit entlang oberhalb unterhalb noerdlich suedlich
        oestlich westlich nordoestlich nordwestlich suedoestlich suedwestlich
        """),
    "en": _words("in at near off outside around between north south east west across"),
}
_ANYWHERE = _WHERE["de"] | _WHERE["en"]
_INSIDE = frozenset(["in", "bei", "near"])  # "in Lagerhalle in Dornbirn"
_BETWEEN = frozenset(["zwischen", "between"])
_AND = frozenset(["und", "and"])
_DOUBTFUL = frozenset(["vor", "auf", "am"])
_ARTICLES = _words("im der die das den dem des einer einem")
_LINKS = _words("von of the a an")
_KINDS = _words("""
    norden sueden osten westen nordosten nordwesten suedosten suedwesten zentrum naehe grossraum
    region provinz bezirk kreis landkreis stadt kleinstadt hauptstadt gemeinde ort dorf insel
    bundesstaat kanton stadtteil ortsteil kueste nordkueste ostkueste suedkueste westkueste
    north south east west northern southern eastern western centre city town village island
    coast province county district region suburb outskirts state
    """)
_BEGINNINGS = _words("bad sankt st saint new los las san santa el la le port")
_WAYS = (
    "gasse", "strasse", "platz", "allee", "tal", "pass", "berg", "see", "bruecke", "tunnel",
    "viertel", "wald", "strecke",
)  # fmt: skip
_TOWNS = (
    "burg", "dorf", "stadt", "bad", "bach", "kirchen", "heim", "hausen", "land", "mark", "feld",
)  # fmt: skip
_GENERAL = _words("""
    spital alt innen aus haupt rathaus vor um mittel gross klein tier pflege senioren alters halle
    garage geschaeft bruch
    """)
"""Words, and first parts of words, that no place is told by."""
_ACTS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
    "ismus", "taet", "taeten", "innen",
)  # fmt: skip
_SHORTEST_PART = 3  # letters of a compound's part
_FIRST_SENTENCE = 6  # words; what ends sooner is an abbreviation or a kicker
_LONGEST_SENTENCE = 30  # words; what is longer is none
_FARTHEST = 5  # tokens from "im" to "Kreta" in "im Norden der Insel Kreta"


def places_of(every: Sequence["Token"], language: str) -> frozenset[int]:
    """The places named in the headline and first sentence: what the text itself is about.

    What may be none, as in "auf Anfrage", counts only where nothing else is named.
    """
    head = list(_head(every))
    common, known = usual(language), usual_places(language)
    found: dict[Sureness, set[int]] = {"place": set(), "perhaps": set(), "hardly": set()}
    for at, token in enumerate(head):
        if token.folded in _WHERE.get(language, _ANYWHERE):
            for word, sureness in _after(head, at, language):
                key = word_key("word", stem_of(word, language))
                if key in known:
                    found["place"].add(key)
                elif key not in common:
                    found[sureness].add(key)
    return frozenset(found["place"] or found["perhaps"])


def _head(every: Sequence["Token"]) -> Iterator["Token"]:
    words = 0
    for token in every:
        yield token
        if not token.title:
            words += bool(token.folded)
            ends = token.written in (".", "!", "?") and words >= _FIRST_SENTENCE
            if ends or words == _LONGEST_SENTENCE:
                return


def _after(head: list["Token"], at: int, language: str) -> Iterator[tuple[str, Sureness]]:
    """The name behind a word such as "bei"; both of "zwischen Uelzen und Celle"."""
    sureness: Sureness = "perhaps" if head[at].folded in _DOUBTFUL else "place"
    if head[at].folded in _ARTICLES:
        sureness = "hardly"
    of_a_kind = False
    for here in range(at + 1, min(at + 1 + _FARTHEST, len(head))):
        word = head[here].folded
        if word in _KINDS:
            of_a_kind = True
        elif word in _ARTICLES:
            sureness = "hardly"
        elif word not in _LINKS and not (word.endswith("er") and _folded(head, here + 1) in _KINDS):
            sureness = "place" if of_a_kind else sureness
            yield from _named(head, here, language, sureness)
            if head[at].folded in _BETWEEN and _folded(head, here + 1) in _AND:
                yield from _named(head, here + 2, language, sureness)
            return


def _named(
    head: list["Token"], at: int, language: str, sureness: Sureness
) -> Iterator[tuple[str, Sureness]]:
    """The word there, where it may be a name; of "Bad Ischl" and "New York" the second."""
    if not _capital(head, at):
        return
    word = head[at].folded
    kind = _kind_of(word) if language == "de" else ""
    if word in _BEGINNINGS:
        yield from _named(head, at + 1, language, sureness)
    elif kind == "way" or (word.endswith("er") and _capital(head, at + 1)):
        yield word, "place"
    elif not kind:
        of_more = _folded(head, at + 1) in _INSIDE and _capital(head, at + 2)
        yield word, "perhaps" if of_more and sureness == "place" else sureness


@lru_cache(maxsize=20_000)
def _kind_of(word: str) -> Literal["", "way", "no place"]:
    """Whether a German noun's own form tells: Getreidegasse is a place, Untersuchungshaft none."""
    usual = usual_words("de")
    first, end = _parted(word)
    if first in _GENERAL or word in _GENERAL:
        return "no place"
    if end in _TOWNS:
        return ""
    if end:
        return "no place" if {first, first.removesuffix("s")} & usual else "way"
    ends = (word[at:] for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1))
    return "no place" if word.endswith(_ACTS) or any(each in usual for each in ends) else ""


def _parted(word: str) -> tuple[str, str]:
    """Getreide and gasse; twice "" where it is no such compound."""
    for end in (*_WAYS, *_TOWNS):
        if word.endswith(end) and len(word) >= len(end) + _SHORTEST_PART:
            return word.removesuffix(end), end
    return "", ""


def _folded(head: list["Token"], at: int) -> str:
    return head[at].folded if at < len(head) else ""


def _capital(head: list["Token"], at: int) -> bool:
    return at < len(head) and head[at].written[0].isupper()
