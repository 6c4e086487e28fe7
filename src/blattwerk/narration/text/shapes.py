"""What a word cut short by a full stop looks like, where no list can name it."""

import re

CLIPPED = re.compile(
    # an amount: "6 Mon. Haft", "3 Mia. Franken"
    r"\d\s?(?:Mon|Mia|Pkgn?|Pck|Proz|Wo|Esl|Tl)\.$"
    # "persönl.", "tatsächl."; "bisserl" and "bissl" are words
    r"|(?<![\w-])[a-zäöüß]*[bcdfghjkmnpqrstvwxzß](?<!er)(?<!ss)l\.$"
    r"|^[A-ZÄÖÜ][a-zäöüß]+(?:ch|[kntg])l\.$"
    # a lane or a square: "Burgg.", "Karlspl."
    r"|[A-ZÄÖÜ][\w-]*[a-zäöüß](?:aug|chg|[dfgkmst]g|pl)\.$"
)
# "Hofwieseng. 48"; "Boateng." ends a sentence elsewhere
LANE_NUMBERED = re.compile(r"[A-ZÄÖÜ][\w-]*(?:eng|[^bwz]erg)\.$")
# Before a small letter a short word is an abbreviation rather than a sentence's end.
CUT_SHORT = re.compile(r"(?<![\w-])(?:[A-ZÄÖÜ][^\W\d_]{1,6}|[^\W\d_]{1,3})\.$")
