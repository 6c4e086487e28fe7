"""What people type who mean no good: strings as they are sent."""

import json
from pathlib import Path

HERE = Path(__file__).parent
# The elements that the paper makes of a comment's text, and their attributes.
MADE: dict[str, set[str]] = {"p": {"dir"}, "br": set(), "blockquote": set(), "a": {"href", "rel"}}

UNRULY = (  # whole texts, with signs that a line of a file does not carry
    "z" + "\u0336\u0489" * 40,
    "\u202eledrew nethcaN\u202c und weiter",
    "\u2066" * 30 + "offen",
    "\u202e\u2067\u202e nie geschlossen",
    "a\u0000b\u0007c\u001b[31md",
    "W" * 480,
    "\ufdfd" * 60,
    "𒐫" * 60,
    "👨\u200d👩\u200d👧\u200d👦" * 60,
    "\u200f\u200e\u061c rechts",
    "Zeile\u2028Trenner\u2029Absatz",
    "\n\n\n\nviel\n\n\n\n\n\nLuft\n\n\n",
    "ﷺ" * 50,
    "test\ufeff\ufffe\uffff",
    "\u0e47" * 90,
)


def naughty_strings() -> list[str]:
    """The list the trade uses, markup that would like to run, and what spills out of boxes."""
    listed = json.loads((HERE / "blns.json").read_text(encoding="utf-8"))
    markup = (HERE / "markup.txt").read_text(encoding="utf-8").splitlines()
    return [*listed, *markup, *UNRULY]
