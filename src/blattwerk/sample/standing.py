"""The standing pages of a paper, written so that an operator has only to put in their own facts."""

from typing import Any

Page = tuple[str, str, list[tuple[str, Any]]]


def _texts(*parts: str) -> list[tuple[str, Any]]:
    """Paragraphs; a part that begins with # is a subheading."""
    return [
        ("subheading", part[1:].strip())
        if part.startswith("#")
        else ("paragraph", f"<p>{part}</p>")
        for part in parts
    ]


STANDING: tuple[Page, ...] = (
    (
        "impressum",
        "Impressum & Offenlegung",
        _texts(
            "Das Ennacher Tagblatt ist eine erfundene Zeitung. Sie zeigt, was Blattwerk kann; "
            "alle Personen, Orte und Ereignisse in ihr sind frei erdacht.",
            "# Medieninhaber und Herausgeber",
            "Tagblatt Verlagsgenossenschaft Ennach, Hauptplatz 3, 9999 Ennach an der Irna. "
            "Firmenbuch: (Nummer), Gericht: (Ort), UID: (Nummer).",
            "# Redaktion",
            "Chefredakteur: Konrad Raab. Leitung Lokales: Martina Hölzl. "
            "Anschrift wie oben, redaktion@ennacher-tagblatt.example.",
            "# Grundlegende Richtung",
            "Das Tagblatt ist von Parteien, Verbänden und Gemeinden unabhängig. Es trennt "
            "Nachricht und Meinung und berichtigt seine Fehler sichtbar.",
            "# Eigentum",
            "Die Genossenschaft gehört 1.260 Leserinnen und Lesern sowie 41 Beschäftigten. Kein "
            "Mitglied hält mehr als zwei Prozent.",
        ),
    ),
    (
        "datenschutz",
        "Datenschutz",
        _texts(
            "Diese Seiten laden nichts von fremden Servern: keine Schriften, keine Zählpixel, "
            "keine Werbung. Darum gibt es hier auch kein Fenster, das um Zustimmung bittet.",
            "# Was beim Lesen anfällt",
            "Der Server hält in seinem Protokoll fest, welche Seite wann aufgerufen wurde. Wie "
            "lange das Protokoll aufgehoben wird, trägt der Betreiber hier ein.",
            "# Was im Browser bleibt",
            "Ob Sie die helle oder die dunkle Ansicht gewählt haben, merkt sich Ihr Browser. Diese "
            "Angabe wird nicht übertragen.",
            "# Inhalte anderer Anbieter",
            "Videos und Karten anderer Anbieter erscheinen erst, wenn Sie auf den Knopf drücken, "
            "der den Anbieter nennt. Vorher erfährt er nichts von Ihnen.",
            "# Ihre Rechte",
            "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und "
            "Widerspruch. Wenden Sie sich an datenschutz@ennacher-tagblatt.example; beschweren "
            "können Sie sich auch bei der Datenschutzbehörde.",
        ),
    ),
    (
        "kontakt",
        "Kontakt",
        _texts(
            "Redaktion: redaktion@ennacher-tagblatt.example, Telefon 0999 / 12 34, werktags von "
            "8 bis 18 Uhr.",
            "Community-Team: forum@ennacher-tagblatt.example. Hier landen Fragen zu Kommentaren "
            "und Meldungen.",
            "Hinweise auf Fehler: Schreiben Sie uns den Titel des Artikels und was falsch ist. Wir "
            "prüfen es am selben Tag und berichtigen mit Datum.",
            "Vertrauliche Hinweise erreichen uns am besten mit der Post: Tagblatt, z. H. Martina "
            "Hölzl, Hauptplatz 3, 9999 Ennach an der Irna.",
        ),
    ),
    (
        "netiquette",
        "Netiquette",
        _texts(
            "Wir wollen, dass hier Menschen miteinander reden, die sich auf dem Hauptplatz "
            "wiederbegegnen könnten. Darum gelten ein paar Hausregeln.",
            "# Was wir uns wünschen",
            "Bleiben Sie beim Thema. Begründen Sie, was Sie meinen. Widersprechen Sie der Sache, "
            "nicht der Person.",
            "# Was nicht erscheint",
            "Beleidigungen, Drohungen, Verhetzung, Unterstellungen ohne Beleg, Werbung, private "
            "Daten anderer und alles, was gegen Gesetze verstößt.",
            "# Wer entscheidet",
            "Das Community-Team liest jeden Beitrag. Wird einer abgelehnt, erfahren Sie den Grund "
            "und können eine zweite Person darüber entscheiden lassen.",
        ),
    ),
    (
        "barrierefreiheit",
        "Barrierefreiheit",
        _texts(
            "Diese Zeitung soll für alle lesbar sein: mit der Tastatur, mit dem Screenreader, in "
            "großer Schrift, auf dunklem Grund, auf Papier und ohne JavaScript.",
            "# Stand",
            "Angestrebt sind die Richtlinien WCAG 2.2, Stufe AA. Jede Seitenart wird bei jeder "
            "Änderung maschinell geprüft, in heller und dunkler Ansicht, schmal und breit.",
            "# Bekannte Lücken",
            "Bilder aus dem Archiv haben nicht immer eine gute Beschreibung. Eingebettete Videos "
            "anderer Anbieter haben oft keine Untertitel.",
            "# Rückmeldung",
            "Stoßen Sie auf eine Hürde, schreiben Sie an barrierefrei@ennacher-tagblatt.example. "
            "Wir antworten innerhalb einer Woche.",
        ),
    ),
)

BLANK_STANDING: tuple[Page, ...] = tuple(
    (
        slug,
        title,
        _texts("Diese Seite ist noch zu schreiben. Das geht in der Redaktion unter Seiten."),
    )
    for slug, title, _body in STANDING
)
