"""Page dumps of our own, in the form in which crawlers leave them."""

LEAD = (
    "Vor dem Streit um die Fähre hat die Hafenstadt Porto Lavagno ihrer Nachbarin ein Treffen "
    "vorgeschlagen. Der Bürgermeister bestätigte den Vorschlag, ließ aber offen, ob er kommen wird."
)
FIRST = (
    "In einem Telefonat habe die Bürgermeisterin ihre Sorge über den plötzlichen Aufbau von "
    "Absperrungen an der Mole geäußert, teilte das Rathaus mit. Bei dem Treffen sollen beide "
    "Seiten „die gesamte Bandbreite der Fragen“ besprechen, die zwischen den Städten offen sind."
)
SECOND = (
    "Ob der Nachbar die Einladung annehmen wird, ließ dessen Büro vorerst offen. Allerdings hatte "
    "auch er ein Gespräch angeboten, nachdem im Sommer ein Boot beschlagnahmt worden war."
)
PARAGRAPHS = (FIRST, SECOND)
SUBHEAD = "Bürgermeisterin will „verlässliche Fähre“"
LAST = (
    "Wohl auch deshalb bekräftigte die Bürgermeisterin ihr Ziel, einen verlässlichen Fahrplan zu "
    "vereinbaren. In dem Gespräch sei es außerdem um die Kosten der neuen Anlegestelle gegangen."
)
PLAYER = """Loading...
00:00 / 00:00
play_arrow
close
expand_more
Loading...
replay_10
skip_previous
play_arrow
skip_next
forward_10
00:00
00:00
1.0x Geschwindigkeit
explore
Neue "Stories" entdecken
Beta
Loading"""
CLOSED = """Kommentare

Da dieser Artikel älter als 18 Monate ist, ist jetzt kein Kommentieren mehr möglich.

Wir laden Sie ein, bei einer aktuelleren themenrelevanten Story mitzudiskutieren: Themenübersicht.

Bei Fragen können Sie sich gern an das Community-Team per Mail an forum@probeblatt.example wenden.

Kostenlose Spiele"""
OTHER_FURNITURE = """Kommentare

Willkommen in unserer Community! Eingehende Beiträge werden geprüft und dann veröffentlicht."""


def a_dump(
    *,
    kicker: str = "Nach „Piraten“-Sager",
    headline: str = "So will Lavagno jetzt den Fährstreit beenden",
    section: str = "Ausland",
    date: str = "13.04.2021 20:25",
    lead: str = LEAD,
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    ending: str = f"{SUBHEAD}\n{LAST}",
    source: str = "probeblatt.at",
    player: str = PLAYER,
    after: str = CLOSED,
) -> str:
    """The page of one article; a part given as an empty string is not on it."""
    head = "\n".join(part for part in (section, date) if part)
    signed = f" {source}\n{source}" if source else ""
    below = "\n".join(part for part in (signed, player, after) if part)
    parts = (kicker, headline, head, lead, *paragraphs, ending, below)
    return "\n\n".join(part for part in parts if part)


INDEX = "\n\n".join(
    f"Dachzeile {number}\n\nSchlagzeile Nummer {number} aus der Hafenstadt\n\n"
    f"Kurz angerissen steht hier, was in der Stadt Nummer {number} geschehen ist.\n\nMehr lesen"
    for number in range(1, 9)
)
