"""One article in thousands of dresses: whatever stands around it, the same article is read."""

from dataclasses import dataclass
from datetime import datetime
from itertools import permutations
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blattwerk.importing.dump import read_dump

MOMENT = datetime(2021, 4, 13, 20, 25, tzinfo=ZoneInfo("Europe/Vienna"))
KICKER = "Nach langem Streit"
HEADLINE = "Traunau bekommt nun doch eine neue Volksschule"
LEAD = (
    "Der Gemeinderat von Traunau hat am Montagabend den Neubau der Volksschule beschlossen. "
    "Zwölf Klassen und "
    "ein Turnsaal sollen bis zum Herbst in zwei Jahren entstehen."
)
BODY = [
    (
        "Bürgermeister Konrad Oberlin sprach nach der Sitzung von einem „großen Tag für die "
        "Kinder im Ort“. Die "
        "Opposition stimmte geschlossen dagegen, sie verweist auf ein Gutachten aus dem Jahr 2019."
    ),
    (
        "„Wir haben jede Variante durchgerechnet“, sagte die Finanzreferentin. Ohne die "
        "Förderung des Landes wäre "
        "das Projekt aber nicht zu stemmen gewesen, räumte sie ein."
    ),
    (
        "Der Baubeginn ist für den 4. März 2024 vorgesehen. Bis dahin müssen noch zwei "
        "Einsprüche von Anrainern "
        "behandelt werden, die um ihre Zufahrt fürchten."
    ),
    "Verletzt wurde bei der Begehung niemand.",
]
SUBHEAD = "Anrainer fürchten um Zufahrt"
SECTIONS = [
    "Ausland",
    "Niederösterreich",
    "Wien",
    "Fußball",
    "Tierecke",
    "Wirtschaft",
    "Digital",
    "Panorama",
]
TIMED = [
    "13.04.2021 20:25",
    "13.04.2021, 20:25",
    "13.04.2021, 20:25 Uhr",
    "13. April 2021, 20.25 Uhr",
    "13. April 2021 um 20:25",
    "Dienstag, 13. April 2021, 20:25",
    "Di., 13.04.2021 - 20:25",
    "2021-04-13T20:25",
    "2021-04-13T18:25:00Z",
    "Erstellt am 13. April 2021 | 20:25",
    "Veröffentlicht: 13.04.2021, 20:25 Uhr | Aktualisiert: 14.04.2021, 08:00 Uhr",
    "13.04.2021, 20:25 (Akt. 14.04.2021, 07:10)",
    "13.4.21, 20:25 h",
]
DAYS = ["13.04.2021", "Dienstag, 13. April 2021", "13. Apr. 2021", "13.4.21", "2021-04-13"]
BYLINES = [
    ([], None, []),
    (["krone.at", "krone.at"], "krone.at", []),
    (["Porträt von Steirerkrone", "Steirerkrone"], "Steirerkrone", []),
    (["Von Anna Gruber"], None, ["Anna Gruber"]),
    (["Anna Gruber und Paul Huber"], None, ["Anna Gruber", "Paul Huber"]),
    (["Redakteurin Anna Gruber"], None, ["Anna Gruber"]),
    (["(APA/dpa)"], "APA/dpa", []),
    (["ANNA GRUBER", "Kronen Zeitung", "ANNA GRUBER"], "Kronen Zeitung", ["Anna Gruber"]),
    (["Text: Anna Gruber"], None, ["Anna Gruber"]),
    (["Anna Gruber, Wien"], None, ["Anna Gruber"]),
    (["red/APA"], "red/APA", []),
]
NOISE = [
    ["Artikel anhören", "00:00 / 02:51", "1,0x Geschwindigkeit"],
    ["play_arrow", "close", "expand_more", "replay_10"],
    ["Werbung"],
    ["Anzeige"],
    ["share", "bookmark_border"],
    ["Teilen", "Drucken", "Merken"],
    ["Vorlesen"],
    ["Loading..."],
    ["Auf Facebook teilen", "Per E-Mail teilen"],
    ["Lesezeit: 3 Min."],
]
PICTURES = [
    ["Der Saal in Traunau war bis auf den letzten Platz gefüllt.", "(Bild: APA/Huber)"],
    ["Der Saal in Traunau (Bild: APA/Huber)"],
    ["© Getty Images"],
    ["Foto: APA/Hans Huber"],
    ["Der Saal war voll ...", "Der Saal war voll und die Stimmung gereizt. (Bild: Sepp Pail)"],
]
BOXES = [
    ["Lesen Sie auch:", "Anrainer klagen Gemeinde", "Was das Gericht dazu sagt", "12.04.2021"],
    ["Mehr zum Thema", "Schulen im ganzen Land zu klein"],
    ["Lesen Sie auch: Schulen im ganzen Land zu klein"],
]
BEFORE = [
    [],
    ["Zum Inhalt springen", "Menü", "Politik", "Sport", "Kultur", "Wirtschaft", "Anmelden", ""],
    ["Startseite", "Abo", "ePaper", "Gewinnspiele", "Jobs", "Wetter", ""],
    [
        "Wir verwenden Cookies. Ihre Einwilligung können Sie jederzeit widerrufen.",
        "Einstellungen",
        "",
    ],
    ["Krone Plus Logo", ""],
    ["Jetzt gelesen", "Kuh fiel in Pool", "Hund überlebt Unfall", "Steinfeld siegt weiter", ""],
]
AFTER = [
    [],
    ["", "Impressum", "Datenschutz", "© 2021 Traunauer Blatt. Alle Rechte vorbehalten."],
    ["", "Kostenlose Spiele"],
    [
        "",
        "Meistgelesen",
        "Hund überlebt Unfall",
        "Das Tier war mit seinem Herrchen unterwegs, als der Wagen abkam, und blieb heil.",
        "Mordprozess",
        "Angeklagter schweigt weiter",
        "Vor dem Landesgericht ging am Montag der Prozess gegen einen Mann weiter.",
    ],
    ["", "Mit dem Newsletter bekommen Sie jeden Tag die wichtigsten Nachrichten in Ihr Postfach."],
]
ENDINGS = [
    ([], "none"),
    (["Kommentare"], "none"),
    (
        [
            "Kommentare",
            "",
            "Da dieser Artikel älter als 18 Monate ist, ist kein Kommentieren mehr möglich.",
        ],
        "closed_by_age",
    ),
    (
        [
            "Kommentare",
            "Liebe Leser, die Kommentarfunktion steht Ihnen ab 6 Uhr wieder zur Verfügung.",
        ],
        "closed_at_night",
    ),
    (["Kommentare (23)", "Kommentar schreiben", "500 Zeichen frei"], "open"),
    (
        [
            "23 Kommentare",
            "bergfex",
            "vor 3 Stunden",
            "Das haben wir schon vor Jahren gewusst, aber auf uns hört ja keiner, leider.",
            "Antworten",
            "Melden",
        ],
        "open",
    ),
]


@dataclass(frozen=True)
class Dress:
    """What of the article itself differs from page to page; around it stands what belongs to none.

    `blank` is what parts two paragraphs: an empty line or nothing.
    """

    timed: bool
    day: str
    section: str
    left_out: set[str]
    order: tuple[str, ...]
    joined: bool  # nothing parts the date from the section
    blank: list[str]
    byline: list[str]
    source: str | None
    authors: list[str]
    under_lead: bool  # the byline, where it names somebody; or else it stands at the end
    state: str

    @property
    def head(self) -> dict[str, list[str]]:
        return {
            "title": self.title,
            "date": [] if "date" in self.left_out else [self.day],
            "section": [] if "section" in self.left_out else [self.section],
        }

    @property
    def title(self) -> list[str]:
        return [HEADLINE] if "kicker" in self.left_out else [KICKER, *self.blank, HEADLINE]

    @property
    def undated(self) -> bool:
        """A weekday's date without a time over the whole article may be the day of the visit."""
        first = next(part for part in self.order if self.head[part])
        of_the_visit = self.day.startswith("Dienstag") and not self.timed
        return "date" in self.left_out or (first == "date" and of_the_visit)

    @property
    def read(self) -> dict[str, object]:
        """The same article in every dress."""
        iso = MOMENT.isoformat() if self.timed else "2021-04-13"
        return {
            "kind": "article",
            "kicker": None if "kicker" in self.left_out else KICKER,
            "headline": HEADLINE,
            "section": None if "section" in self.left_out else self.section,
            "published": None if self.undated else iso,
            "authors": self.authors,
            "source": self.source,
            "lead": LEAD,
            "subheads": [SUBHEAD],
            "body_paragraphs": BODY,
            "list_items": [],
            "comments_state": self.state,
            "reason": self.undated or "section" in self.left_out,
        }


@st.composite
def dumps(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    ending, state = draw(st.sampled_from(ENDINGS))
    dress = draw(dresses(state))
    named = [*dress.byline, *dress.blank]
    over, under = (named, []) if dress.under_lead and dress.authors else ([], named)
    lines = [
        *draw(st.sampled_from(BEFORE)),
        *_head(dress),
        *_picture(draw, dress),
        *(LEAD, *dress.blank),
        *over,
        *_body(draw, dress),
        *under,
        *draw(st.sampled_from([[], *NOISE])),
        *ending,
        *draw(st.sampled_from(AFTER)),
    ]
    return "\n".join(lines) + "\n", dress.read


@st.composite
def dresses(draw: st.DrawFn, state: str) -> Dress:
    timed = draw(st.booleans())
    byline, source, authors = draw(st.sampled_from(BYLINES))
    return Dress(
        timed=timed,
        day=draw(st.sampled_from(TIMED if timed else DAYS)),
        section=draw(st.sampled_from(SECTIONS)),
        left_out=draw(st.sets(st.sampled_from(["kicker", "date", "section"]), max_size=2)),
        order=draw(st.sampled_from(list(permutations(["title", "date", "section"])))),
        joined=draw(st.booleans()),
        blank=draw(st.sampled_from([[""], []])),
        byline=byline,
        source=source,
        authors=authors,
        under_lead=draw(st.booleans()),
        state=state,
    )


def _head(dress: Dress) -> list[str]:
    lines: list[str] = []
    for part in dress.order:
        apart = part == "title" or not dress.joined
        lines += dress.head[part] + (dress.blank if apart else [])
    return lines + dress.blank


def _picture(draw: st.DrawFn, dress: Dress) -> list[str]:
    if dress.blank and draw(st.booleans()):
        return [*draw(st.sampled_from(PICTURES)), *dress.blank]
    return []


def _body(draw: st.DrawFn, dress: Dress) -> list[str]:
    """The paragraphs, with a subheading and what does not belong between some of them."""
    between = [NOISE, PICTURES, BOXES] if dress.blank else [NOISE]
    lines: list[str] = []
    for number, paragraph in enumerate(BODY):
        if number in (1, 2) and draw(st.booleans()):
            lines += draw(st.sampled_from(draw(st.sampled_from(between)))) + dress.blank
        if number == 2:
            lines += [SUBHEAD, *(dress.blank if draw(st.booleans()) else [])]
        lines += [paragraph, *dress.blank]
    return lines


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dumps())
def test_an_article_reads_the_same_in_every_dress(dump: tuple[str, dict[str, object]]) -> None:
    text, expected = dump

    read = read_dump(text).as_contract()
    read["reason"] = bool(read["reason"])

    assert read == expected, text
