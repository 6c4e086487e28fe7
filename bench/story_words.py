"""Synthetic stories and articles: words as often as in our invented stream, names of their own.

Story 17 is always the same story: its words and its moment follow from its number.
"""

import json
import random
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from pathlib import Path

from blattwerk.stories.detect.shapes import Piece

STREAM = Path(__file__).parents[1] / "tests" / "stories" / "stream"
WORDS_EACH = 40
OF_THE_STORY = 26  # words that a follow-up has of its story
AROUND = 20  # words that every text has
NOON = time(12)
LIVE_FOR = timedelta(days=13)
BEGAN = datetime(2026, 3, 2, tzinfo=UTC)
NOW = BEGAN + LIVE_FOR
FIRST_ARTICLE = 1_000_000_000  # numbers below are the stories that stand when it begins
_GOLDEN = 0.6180339887  # spreads the stories' moments evenly, whatever their number
_SYLLABLES = (
    ("Al", "Ber", "Dor", "Eg", "Fal", "Gru", "Hol", "Kra", "Lam", "Mos", "Ober", "Pich", "Ram",
     "Stei", "Tham", "Wal"),
    ("ba", "de", "ken", "li", "mer", "na", "nin", "rat", "sel", "ten", "wan", "zi"),
    ("berg", "bauer", "egger", "feld", "haus", "hofer", "inger", "ler", "mann", "reiter", "schek",
     "stätter", "thal", "wein", "wirth", "zer"),
)  # fmt: skip


class StoryWords:
    """Draws the texts. `stories` is how many live stories there are to follow up."""

    def __init__(self, stories: int) -> None:
        self._stories = stories
        self._words = [word for item in stream("de") for word in words_of(item)]
        self._names = ["".join(parts) for parts in product(*_SYLLABLES)]

    def story(self, number: int) -> Piece:
        """The first article of a story."""
        words = self._words_of_story(number)
        return self._told(number, words, BEGAN + (number * _GOLDEN % 1.0) * LIVE_FOR)

    def article(self, number: int) -> tuple[Piece, int | None]:
        """A new article and the story it follows up; every other one begins an affair."""
        own = FIRST_ARTICLE + self._stories * 100 + number
        chance = random.Random(f"article {own}")
        followed = None if number % 2 else chance.randrange(self._stories)
        source = own if followed is None else followed
        words = chance.sample(self._words_of_story(source), OF_THE_STORY)
        words += chance.choices(self._words, k=AROUND)
        return self._told(own, words, NOW), followed

    def _words_of_story(self, number: int) -> list[str]:
        chance = random.Random(f"story {number}")
        names = [" ".join(chance.sample(self._names, 2)) for _person in range(2)]
        return [*names, *chance.choices(self._words, k=WORDS_EACH - 4)]

    def _told(self, number: int, words: list[str], moment: datetime) -> Piece:
        return Piece(
            number=number,
            headline=" ".join(words[:6]),
            text=" ".join(words[6:]) + ".",
            moment=moment,
            language="de",
        )


def stream(language: str = "") -> list[dict[str, str]]:
    """Our invented stream in order of arrival; of one language, where it is named."""
    lines = [
        json.loads(line)
        for path in sorted(STREAM.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [item for item in lines if language in ("", item["language"])]


def piece(number: int, item: dict[str, str]) -> Piece:
    """An item of a stream as it arrives, at noon of its day."""
    return Piece(
        number=number,
        headline=item["headline"],
        text=item["text"],
        moment=datetime.combine(date.fromisoformat(item["day"]), NOON, UTC),
    )


def words_of(item: dict[str, str]) -> list[str]:
    """The words of its headline and text, as they are written."""
    return [word.strip('.,:;?!„“”"()') for word in f"{item['headline']} {item['text']}".split()]
