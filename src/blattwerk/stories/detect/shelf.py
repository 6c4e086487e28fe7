"""Where the detection keeps what it knows: plain SQL, the same on SQLite and PostgreSQL.

Make a Shelf for a job or a batch and let it go: it remembers what it has read.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from blattwerk.stories.detect.copies import CopyHunt
from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.meaning import added, taken_apart
from blattwerk.stories.detect.profile import Profile
from blattwerk.stories.detect.weigh import Weighed, weigh

PROBES = 24  # an article's strongest terms
POSTED = 24  # a story's
NEWEST = 300  # postings read for a term
STRONG = 6  # terms; the weaker ones that follow only add to what these find
NEWEST_OF_WEAK = 20
WINDOW = 14 * 24  # hours
CANDIDATES = 6
WORTH_A_LOOK = 0.25  # of what the nearest shares
HALF_LIFE = 180 * 24  # hours in which a document frequency loses half its weight
_AGE_FROM = 50 * 365 * 24  # hours from 1970; only keeps the powers small
_ALL = 0  # the term that counts the articles
_PINNED = 0  # the term under which pinned stories are posted
REMEMBERED = 200  # profiles
_MANY = 500  # parameters in one statement


_PROBE = """
    SELECT story, says FROM (
        SELECT story, weight * %s AS says FROM stories_posting
        WHERE term = %s AND last_seen BETWEEN %s AND %s
        ORDER BY last_seen DESC, story LIMIT %s
    ) AS probe"""
_BEST = """
    SELECT story, SUM(says) AS share FROM ({probes}) AS found
    GROUP BY story ORDER BY share DESC, story LIMIT %s"""
_COUNTS = "SELECT term, count FROM stories_frequency WHERE language = %s AND term IN ({marks})"
_SIGNATURES = "SELECT article, features FROM stories_signature WHERE article IN ({marks})"
_PROFILES = "SELECT story, terms FROM stories_profile WHERE story IN ({marks})"
_UNPOST = "DELETE FROM stories_posting WHERE story = %s AND term <> %s"


class Shelf:
    """`connection` is Django's, inside the caller's transaction."""

    def __init__(self, connection: Any) -> None:
        self._cursor = connection.cursor()
        self._counts: dict[tuple[str, int], float] = {}
        self._profiles: dict[int, Profile] = {}
        self._means: dict[str, bytes] = {}
        self._pinned: list[int] | None = None
        self._last: tuple[Features, datetime, Weighed] | None = None

    # Articles

    def known(self, number: int) -> Features | None:
        rows = self._rows("SELECT features FROM stories_signature WHERE article = %s", [number])
        return Features.from_bytes(rows[0][0]) if rows else None

    def known_of(self, numbers: Sequence[int]) -> dict[int, Features]:
        found: dict[int, Features] = {}
        for some in _pieces(numbers):
            rows = self._rows(_SIGNATURES.format(marks=_marks(some)), some)
            found.update((number, Features.from_bytes(raw)) for number, raw in rows)
        return found

    def keep(self, number: int, features: Features, moment: datetime) -> None:
        self._do(
            "INSERT INTO stories_signature (article, language, seen, digest, address, simhash,"
            " band_1, band_2, band_3, band_4, band_5, features)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (article) DO UPDATE SET language = excluded.language,"
            " seen = excluded.seen, digest = excluded.digest, address = excluded.address,"
            " simhash = excluded.simhash, band_1 = excluded.band_1, band_2 = excluded.band_2,"
            " band_3 = excluded.band_3, band_4 = excluded.band_4, band_5 = excluded.band_5,"
            " features = excluded.features",
            [
                number, features.language, hour_of(moment), features.digest, features.address,
                features.simhash, *features.bands, features.to_bytes(),
            ],
        )  # fmt: skip

    def forget(self, number: int) -> None:
        self._do("DELETE FROM stories_signature WHERE article = %s", [number])

    def find_copy(self, features: Features, moment: datetime, *, but: int = -1) -> int | None:
        """The oldest article this one repeats; `but` is its own number."""
        return CopyHunt(self._rows).original_of(features, hour_of(moment), but)

    # How often terms stand in articles

    def count(self, features: Features, moment: datetime) -> None:
        """Once per article, before it is placed."""
        language, weight = features.language, _age_weight(hour_of(moment))
        terms = features.wording.terms.values()
        keys = sorted({_ALL, *(term.key for term in terms if not term.pair)})
        self._cursor.executemany(
            "INSERT INTO stories_frequency (language, term, count) VALUES (%s, %s, %s)"
            " ON CONFLICT (language, term) DO UPDATE"
            " SET count = stories_frequency.count + excluded.count",
            [(language, key, weight) for key in keys],
        )
        for key in keys:
            if (language, key) in self._counts:
                self._counts[language, key] += weight
        self._last = None

    def weighed(self, features: Features, moment: datetime) -> Weighed:
        if self._last and self._last[0] is features and self._last[1] == moment:
            return self._last[2]
        weighed = self._weigh(features, moment)
        self._last = (features, moment, weighed)
        return weighed

    def _weigh(self, features: Features, moment: datetime) -> Weighed:
        language, now = features.language, _age_weight(hour_of(moment))
        keys = [_ALL, *(key for key, term in features.wording.terms.items() if not term.pair)]
        self._read_counts(language, keys)
        counts = {key: self._counts[language, key] / now for key in keys}
        return weigh(features, counts, counts.pop(_ALL))

    def _read_counts(self, language: str, keys: Iterable[int]) -> None:
        missing = [key for key in keys if (language, key) not in self._counts]
        for some in _pieces(missing):
            rows = self._rows(_COUNTS.format(marks=_marks(some)), [language, *some])
            self._counts.update(dict.fromkeys(((language, key) for key in some), 0.0))
            self._counts.update(((language, term), count) for term, count in rows)

    def count_meaning(self, features: Features) -> None:
        """Once per article that has a vector."""
        if not features.vector:
            return
        sums = added(self.mean(features.language), features.vector)
        self._do(
            "INSERT INTO stories_mean (language, count, vector) VALUES (%s, %s, %s)"
            " ON CONFLICT (language) DO UPDATE SET count = excluded.count,"
            " vector = excluded.vector",
            [features.language, taken_apart(sums)[0], sums],
        )
        self._means[features.language] = sums

    def mean(self, language: str) -> bytes:
        """All vectors of the language added up, as `meaning.py` keeps them."""
        if language not in self._means:
            rows = self._rows("SELECT vector FROM stories_mean WHERE language = %s", [language])
            self._means[language] = bytes(rows[0][0]) if rows else b""
        return self._means[language]

    # Stories

    def put(self, story: int, features: Features, moment: datetime) -> None:
        known = self.profile(story)
        profile = known or Profile()
        profile.add(features, self.weighed(features, moment), hour_of(moment))
        self._write(story, profile, posted=known is not None)

    def rebuild(self, story: int, members: Sequence[tuple[Features, datetime]]) -> None:
        """From its articles alone, oldest first; without any, the story is dropped."""
        if not members:
            self.drop(story)
            return
        profile = Profile()
        for features, moment in sorted(members, key=_by_age):
            profile.add(features, self.weighed(features, moment), hour_of(moment))
        self._write(story, profile, posted=True)

    def drop(self, story: int) -> None:
        self._do("DELETE FROM stories_posting WHERE story = %s", [story])
        self._do("DELETE FROM stories_profile WHERE story = %s", [story])
        self._profiles.pop(story, None)
        self._pinned = None

    def pin(self, story: int, pinned: bool) -> None:
        """A pinned story, which must be on the shelf, is always a candidate."""
        self._do("UPDATE stories_profile SET pinned = %s WHERE story = %s", [pinned, story])
        self._do("DELETE FROM stories_posting WHERE story = %s AND term = %s", [story, _PINNED])
        self._pinned = None
        if pinned:
            self._do(
                "INSERT INTO stories_posting (term, last_seen, story, weight)"
                " VALUES (%s, 0, %s, 0)",
                [_PINNED, story],
            )

    def profile(self, story: int) -> Profile | None:
        return self.profiles([story]).get(story)

    def profiles(self, stories: Collection[int]) -> dict[int, Profile]:
        if len(self._profiles) > REMEMBERED:
            self._profiles.clear()
        for some in _pieces([each for each in stories if each not in self._profiles]):
            rows = self._rows(_PROFILES.format(marks=_marks(some)), some)
            self._profiles.update((story, Profile.from_bytes(raw)) for story, raw in rows)
        return {each: self._profiles[each] for each in stories if each in self._profiles}

    def candidates(self, weighed: Weighed, moment: datetime) -> list[int]:
        """The stories that share most of the article's strongest terms, pinned ones always."""
        hour = hour_of(moment)
        asked: list[int] = []
        terms = weighed.strongest(PROBES)
        for place, term in enumerate(terms):
            newest = NEWEST if place < STRONG else NEWEST_OF_WEAK
            asked += [_whole(weighed.words[term]), term, hour - WINDOW, hour + WINDOW, newest]
        found = self._rows(_best_of(len(terms)), [*asked, CANDIDATES]) if terms else []
        if self._pinned is None:
            rows = self._rows("SELECT story FROM stories_posting WHERE term = %s", [_PINNED])
            self._pinned = sorted(row[0] for row in rows)
        enough = WORTH_A_LOOK * found[0][1] if found else 0.0
        near = [story for story, share in found if share >= enough]
        return list(dict.fromkeys([*near, *self._pinned]))

    def _write(self, story: int, profile: Profile, *, posted: bool) -> None:
        self._do(
            "INSERT INTO stories_profile (story, last_seen, pinned, terms)"
            " VALUES (%s, %s, %s, %s) ON CONFLICT (story) DO UPDATE"
            " SET last_seen = excluded.last_seen, terms = excluded.terms",
            [story, profile.last, False, profile.to_bytes()],
        )
        if posted:
            self._do(_UNPOST, [story, _PINNED])
        length = profile.length or 1.0
        self._cursor.executemany(
            "INSERT INTO stories_posting (term, last_seen, story, weight) VALUES (%s, %s, %s, %s)",
            [
                (term, profile.last, story, _whole(profile.words[term] / length))
                for term in sorted(profile.strongest(POSTED))
            ],
        )
        self._profiles[story] = profile

    def _rows(self, sql: str, values: Sequence[object]) -> list[Any]:
        self._cursor.execute(sql, values)
        rows: list[Any] = self._cursor.fetchall()
        return rows

    def _do(self, sql: str, values: Sequence[object]) -> None:
        self._cursor.execute(sql, values)


def hour_of(moment: datetime) -> int:
    """Hours since 1970; what has no zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int(aware.timestamp() // 3600)


def _whole(weight: float) -> int:
    """A weight as a whole number: sums of them are the same in every database and order."""
    return round(weight * 10_000)


@lru_cache(maxsize=PROBES)
def _best_of(probes: int) -> str:
    return _BEST.format(probes=" UNION ALL ".join([_PROBE] * probes))


def _age_weight(hour: int) -> float:
    """An article of today counts more than one of last year; none counts as from the future."""
    hour = min(hour, hour_of(datetime.now(UTC)))
    return float(2.0 ** ((hour - _AGE_FROM) / HALF_LIFE))


def _by_age(member: tuple[Features, datetime]) -> tuple[int, str, int]:
    features, moment = member
    return hour_of(moment), features.digest, features.simhash


def _pieces(values: Sequence[int]) -> Iterable[list[int]]:
    return (list(values[at : at + _MANY]) for at in range(0, len(values), _MANY))


def _marks(values: Sequence[int]) -> str:
    return ", ".join(["%s"] * len(values))
