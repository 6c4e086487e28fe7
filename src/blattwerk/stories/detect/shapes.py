"""What goes into the detection and what comes out of it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One text as it arrives. `text` is lead and body; `language` is guessed where empty."""

    number: int
    headline: str
    text: str
    moment: datetime  # of publication, with a zone
    kicker: str = ""
    language: str = ""
    address: str = ""  # canonical, where the text came from another house; "" else


class Choice(StrEnum):
    """What to do with an article."""

    JOIN = "join"  # sure, and clear of the runner-up
    GREY = "grey"  # a suggestion to the editor, not public
    NEW = "new"


@dataclass(frozen=True, kw_only=True)
class Found:
    """The best story for an article. `story` is None only where `choice` is NEW.

    `evidence` is what a membership keeps: {"words": [{"word", "share"}], "numbers": {name: value},
    "parts": {name: weight x value}, "constant", "time", "score", "margin", "runner_up", "model"};
    constant and parts add up to the score, of which `sure` is the logistic value (0 to 1).
    """

    choice: Choice
    story: int | None = None
    score: float = 0.0
    sure: float = 0.0
    margin: float = 1.0
    runner_up: int | None = None
    evidence: dict[str, Any] = field(default_factory=dict)
