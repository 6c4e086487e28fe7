"""The sample paper's masthead: who makes the Ennacher Tagblatt, a paper that does not exist."""

from dataclasses import dataclass

from blattwerk.newsroom.found import PaperPlan
from blattwerk.sample.pictures import Look
from blattwerk.sample.standing import BLANK_STANDING, STANDING

SECTIONS = (
    ("region", "Region", "Ennach, das Irnatal und seine Dörfer."),
    ("politik", "Politik", "Was in Gemeindestuben und im Landhaus entschieden wird."),
    ("ausland", "Ausland", "Was jenseits der Grenze geschieht und bis ins Tal reicht."),
    ("wirtschaft", "Wirtschaft", "Betriebe, Arbeit und Geld im Irnatal."),
    ("chronik", "Chronik", "Einsätze, Gericht und was sonst geschah."),
    ("sport", "Sport", "FC Ennach, Berglauf, Eis und alles, was zählt."),
    ("kultur", "Kultur", "Bühne, Musik, Bücher und Bilder."),
    ("leben", "Leben", "Gesundheit, Schule, Küche, Wissen."),
    ("meinung", "Meinung", "Kommentare und Briefe an die Redaktion."),
)

PLAN = PaperPlan(
    name="Ennacher Tagblatt",
    claim="Unabhängige Zeitung für das Irnatal",
    description="Nachrichten aus Ennach und dem Irnatal: Politik, Chronik, Sport und Kultur.",
    publisher="Tagblatt Verlagsgenossenschaft Ennach",
    community_mail="forum@ennacher-tagblatt.example",
    sections=SECTIONS,
    standing=STANDING,
)

BLANK_PLAN = PaperPlan(
    name="Neue Zeitung",
    sections=tuple((slug, name, "") for slug, name, _words in SECTIONS),
    standing=BLANK_STANDING,
)
"""A paper of one's own before its first article: usual sections, standing pages to be written."""


@dataclass(frozen=True)
class Person:
    """Somebody who writes for the sample paper."""

    name: str
    role: str
    biography: str
    look: Look


# A list to be heard one after another: title, address, description, articles by their files.
PLAYLIST = (
    "Zum Wochenende: Reportagen",
    "zum-wochenende",
    "Fünf Geschichten aus dem Tagblatt, für die man sich Zeit nehmen darf.",
    (
        "ein-dorf-in-andalusien-versetzt-seinen-brunnen",
        "geburtenstation-eine-nacht-mit-hebammen",
        "exil-marchbrunn-reportage",
        "briefe-vom-leuchtturm-auf-skarnoya",
        "berglaeuferin-theresa-wurzer",
    ),
)

SOURCES = {"red": "Redaktion", "apd": "APD"}

PEOPLE = {
    "raab": Person(
        "Konrad Raab",
        "Chefredakteur",
        "Kam als Lehrbub in die Setzerei und blieb. Leitet das Tagblatt seit elf Jahren und "
        "schreibt am liebsten über das, was alle für erledigt halten.",
        Look("parted", "grey", "fair", glasses=True, beard="full", older=True),
    ),
    "hoelzl": Person(
        "Martina Hölzl",
        "Leitung Lokales",
        "In Brunnleiten aufgewachsen, kennt jeden Keller am Irnaufer. Fragt nach Rechnungen, "
        "bevor sie nach Meinungen fragt.",
        Look("bob", "chestnut", "light", clothes="blouse"),
    ),
    "brandner": Person(
        "Jakob Brandner",
        "Redakteur Region",
        "Unterwegs zwischen Hohenwies und Kaltenried, meist mit dem Rad und einem Notizblock, "
        "der Regen aushält.",
        Look("short", "brown", "light", beard="stubble", clothes="jumper"),
    ),
    "kovac": Person(
        "Mira Kovač",
        "Redakteurin Politik",
        "Liest Gemeinderatsprotokolle bis zur letzten Beilage. Dort steht meistens die Nachricht.",
        Look("long", "black", "tan", clothes="jacket"),
    ),
    "ebner": Person(
        "Stefan Ebner",
        "Landespolitik",
        "Sitzt seit zwanzig Jahren auf der Pressetribüne des Landtags, dritte Reihe, Fensterplatz.",
        Look("crop", "grey", "fair", glasses=True, clothes="shirt"),
    ),
    "paier": Person(
        "Judith Paier",
        "Auslandsressort",
        "Hat in vier Ländern gelebt und erklärt, was Häfen, Grenzen und Züge mit dem Tal zu tun "
        "haben.",
        Look("bun", "blond", "fair", glasses=True, clothes="rollneck"),
    ),
    "lindqvist": Person(
        "Erik Lindqvist",
        "Korrespondent",
        "Berichtet von der Adria und aus dem Süden Europas, wenn möglich mit dem Nachtzug.",
        Look("short", "blond", "fair", beard="full", clothes="jacket"),
    ),
    "thaler": Person(
        "Dominik Thaler",
        "Wirtschaft",
        "Gelernter Buchhalter. Glaubt keiner Bilanz, die er nicht selbst addiert hat.",
        Look("parted", "black", "light", clothes="jacket"),
    ),
    "grabner": Person(
        "Rosa Grabner",
        "Gericht und Chronik",
        "Schreibt seit drei Jahrzehnten über Unglück, ohne sich daran zu gewöhnen.",
        Look("curly", "red", "fair", clothes="blouse", older=True),
    ),
    "wimmer": Person(
        "Florian Wimmer",
        "Sport",
        "War Ersatztormann in der dritten Klasse und hat seither Verständnis für alle Verlierer.",
        Look("crop", "brown", "light", beard="stubble", clothes="jumper"),
    ),
    "sattler": Person(
        "Nina Sattler",
        "Sport",
        "Läuft auf Berge und schreibt über Menschen, die schneller oben sind.",
        Look("bob", "blond", "tan", clothes="jumper"),
    ),
    "oezdemir": Person(
        "Leyla Özdemir",
        "Kultur",
        "Sitzt im Theater am liebsten hinten, weil man dort auch das Publikum sieht.",
        Look("long", "black", "tan", clothes="rollneck"),
    ),
    "feichtinger": Person(
        "Paul Feichtinger",
        "Feuilleton",
        "Bücherwurm mit Hang zu kleinen Museen, Provinzbühnen und langen Fußnoten.",
        Look("bald", "grey", "light", glasses=True, beard="moustache", older=True),
    ),
    "huber": Person(
        "Anna-Lena Huber",
        "Leben und Wissen",
        "Gelernte Pflegerin. Erklärt Medizin so, dass man sie beim Abendessen weitererzählen kann.",
        Look("bun", "brown", "light", clothes="blouse"),
    ),
}
