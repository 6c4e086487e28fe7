"""Which article another one repeats: by address, by its whole text, or nearly so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from blattwerk.stories.detect.features import BANDS, ENOUGH_FOR_A_COPY, Features

WINDOW = 14 * 24  # hours within which the same text is a copy; later it is a new occasion
NEWEST = 60  # near copies looked at for each band
FEW_BITS = 8
SHARED_WORDS = 0.8
SHARED_NUMBERS = 0.8
_ALL_BITS = (1 << 64) - 1

_NEAR = """
    SELECT * FROM (
        SELECT article, seen, simhash FROM stories_signature
        WHERE band_{number} = %s AND seen BETWEEN %s AND %s ORDER BY seen DESC, article LIMIT %s
    ) AS near_{number}"""
_NEAR_IN_ANY = " UNION ALL ".join(_NEAR.format(number=each) for each in range(1, BANDS + 1))


@dataclass(frozen=True)
class CopyHunt:
    """`rows` runs a query."""

    rows: Callable[[str, Sequence[object]], list[Any]]

    def original_of(self, features: Features, hour: int, but: int) -> int | None:
        return (
            self._by_address(features, but)
            or self._by_digest(features, hour, but)
            or self._nearly(features, hour, but)
        )

    def _by_address(self, features: Features, but: int) -> int | None:
        if not features.address:
            return None
        return _first(
            self.rows(
                "SELECT article FROM stories_signature WHERE address = %s AND article <> %s"
                " ORDER BY seen, article LIMIT 1",
                [features.address, but],
            )
        )

    def _by_digest(self, features: Features, hour: int, but: int) -> int | None:
        if not features.digest:
            return None
        return _first(
            self.rows(
                "SELECT article FROM stories_signature WHERE digest = %s AND article <> %s"
                " AND seen BETWEEN %s AND %s ORDER BY seen, article LIMIT 1",
                [features.digest, but, hour - WINDOW, hour + WINDOW],
            )
        )

    def _nearly(self, features: Features, hour: int, but: int) -> int | None:
        if not features.digest:
            return None
        asked = [[band, hour - WINDOW, hour + WINDOW, NEWEST] for band in features.bands]
        own = features.simhash
        near = {
            article: seen
            for article, seen, simhash in self.rows(_NEAR_IN_ANY, list(chain.from_iterable(asked)))
            if ((simhash ^ own) & _ALL_BITS).bit_count() <= FEW_BITS and article != but
        }
        for article in sorted(near, key=lambda each: (near[each], each)):
            raw = self.rows("SELECT features FROM stories_signature WHERE article = %s", [article])
            if raw and alike(features, Features.from_bytes(raw[0][0])):
                return article
        return None


def alike(one: Features, other: Features) -> bool:
    """Nearly the same words and the same figures: a daily index has the words only."""
    first, second = one.wording, other.wording
    if min(len(first.folded), len(second.folded)) < ENOUGH_FOR_A_COPY:
        return False
    return (
        _share(set(first.folded), set(second.folded)) >= SHARED_WORDS
        and _share(first.numbers | first.scores, second.numbers | second.scores) >= SHARED_NUMBERS
    )


def _share(first: set[Any] | frozenset[Any], second: set[Any] | frozenset[Any]) -> float:
    return len(first & second) / len(first | second) if first or second else 1.0


def _first(rows: list[Any]) -> int | None:
    return rows[0][0] if rows else None
