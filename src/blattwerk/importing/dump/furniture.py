"""What surrounds an article on its page: players, buttons, menus, counts, boxes, notices.

Everything is told from form (icon names, clocks, counts) or from a vocabulary of *interface
words*: a short line made of such words and nothing else is no part of a text. No whole sentence
is listed anywhere.
"""

import re

from .lines import Line

_INTERFACE = """
abspielen abo abonnement abonnements abonnent abonnenten abonnieren abos account advertisement
advertorial ads
allgemeine alt ältere älteste amazon anmelden anmeldung antworten antwort anhören anzeige
anzeigen anzeigenservice
app apps archiv artikel ausblenden ausklappen auswählen audio aufklappen autoplay
barrierefreiheit beenden beiträge
beliebteste bestbewertet beta bewerten bild bilder bildergalerie bildstrecke bluesky bookmark
browser button caption
chat clipboard cookie cookies community copyright darkmode datenschutz datenschutzerklärung datum
digitalabo diashow
diskussion diskussionsregeln download drucken druckansicht druckversion e-mail e-paper email
epaper einblenden
eingeloggt einloggen einklappen einstellungen entdecken ereignisse erweitern facebook favoriten
fehler feed feedback
flipboard folgen forum fotostrecke fotos galerie gemerkt gelesen geladen geschwindigkeit
gewinnspiel gewinnspiele
google größer größere gutscheine hauptmenü hauptnavigation hell dunkel hilfe home hören icon
impressum info infobox inhalt inhalte
instagram ios android jobs karriere kleiner kommentar kommentare kommentieren kommentarregeln
kontakt kontrast konto
kopieren kostenlos kostenlose laden lade lädt lautstärke leser leseempfehlung lesedauer lesen
leseliste lesezeichen
lesezeit link linkedin links live login logo logout löschen mail mastodon mediadaten mediathek
mehr meist meistgelesen
meistkommentiert melden meldung menu menü merken merkliste messenger minute minuten min
mitdiskutieren mobil nachricht
nachrichten navigation netiquette neu neue neueste neuesten newsletter newsticker nutzer
nutzungsbedingungen
nutzungsbasierte online
öffnen onlinewerbung partner passwort pause pinterest play player playlist plus pocket podcast
podcasts popup posting
postings posten post profil promotion push pushnachrichten rätsel reddit registrieren
registrierung reload rss schlagwörter
schließen schliessen schrift schriftgröße schreiben seite seiten seitenanfang sek sekunden senden
service shop share
shopping skip sponsored speichern spiele spielen sortieren sortierung springen sprungmarken
startseite starten stimme
stories story stumm suche suchbegriff suchen symbol tags teilen teile telegram themenübersicht
themen threads ticker
tiktok ton top twitter tweet tweeten überspringen übersicht unmute mute untertitel url user
verfassen
vergrößern verkleinern versenden verschicken video videos vollbild vorlesen vorlesefunktion
vorschau wechseln weiter
weiterempfehlen weiterleiten weiterlesen weitersagen werbung werben whatsapp wiedergabe
wiedergeben widerruf x xing
youtube zeichen zoom zugang zuklappen zum zur zurück loading load more skyline close open menu
search next previous
prev print copy comments comment powered by favorit whats gefällt gehe likes like agb offenlegung
cookie-einstellungen
zusammenfassung artikelzusammenfassung
einschaltung entgeltliche bezahlte kooperation promo gesponsert lädt… abschicken absenden
übermitteln bestellen
jetzt-abo testen gratis probe digital-abo tageszeitung wetter fernsehprogramm tv-programm
"""
_FUNCTION = """
a an alle allen aller als am auch auf aus bei beim bis das dem den der des dich die diese diesen
dieser dieses du durch
ein eine einen einer es für haben hier hinzufügen ich ihr ihre ihren im in ins ist jetzt kein
keine letzte mein meine
mit nach nächste nächsten nächster nicht noch nach nur oben unten oder ohne per schon sie sind
über um und uns unser
unsere unter via vom von vor vorige vorigen vorheriger vorherige wird werden wieder wie wollen zu
zwischen diesem
dazu dein deine ihnen richtige freunden alles uhr
"""
_INTERFACE_WORDS = frozenset(_INTERFACE.split())
_FUNCTION_WORDS = frozenset(_FUNCTION.split())
_PLATFORMS = re.compile(
    r"^(?:facebook|twitter|whatsapp|instagram|linkedin|xing|pinterest|telegram|e-?mail|copy link)$",
    re.IGNORECASE,
)
_ICON = re.compile(r"[a-z]+\d*(?:_[a-z0-9]+)+")
_CLOCK = re.compile(
    r"[\s/|–-]*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s*[/|"
    r"–-]\s*-?(?:\d{1,2}:)?\d{1,2}:\d{2})?\s*(?:min\.?|uhr|h)?",
    re.IGNORECASE,
)
_SPEED = re.compile(r"\d(?:[.,]\d{1,2})?\s?[x×](?:\s+\w+)?", re.IGNORECASE)
_COUNT = re.compile(
    r"[(\[]?\+?\d[\d.,]*[)\]]?\s?(?:k|tsd\.?|%)?|\d+\s?/\s?\d+|\d+\s+von\s+\d+", re.IGNORECASE
)
_READING = re.compile(
    r"(?:ca\.? )?(?:lesezeit|lesedauer|dauer)\b.{0,20}|(?!20 min)\d+\s?(?:min\.?|"
    r"minuten?)(?:\s(?:lesezeit|lesedauer|lesen))?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright).{0,30}\b(?:19|20)\d{2}\b|alle rechte vorbehalten", re.IGNORECASE
)
_WEATHER = re.compile(
    r"^[\w\s.,:/-]{0,40}-?\d{1,2}(?:[.,]\d)?\s?°\s?[CF]?(?:\s?[/|"
    r"–-]?\s?-?\d{1,2}\s?°\s?[CF]?)?[\w\s]{0,20}$"
)
_LABEL_ALONE = re.compile(r"(?:von|by|text|autor(?:in|en)?|foto|datum|und|©)\s?:?", re.IGNORECASE)
_TICKER = re.compile(r"\d{1,2}[:.]\d{2}(?: uhr)?[\s|:–-]+(?=[A-ZÄÖÜ„])[^.!?]{8,100}", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w+")
_ALT = re.compile(
    r"^(?:krone plus logo|symbol \w+|icon:? .{0,30}|logo:? .{0,30}|.{1,30} (?:logo|icon|avatar)|"
    r"plus-?(?:video|artikel|symbol)?)$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"^(?:auf|per|via|bei|mit)\s+\S+\s+(?:teilen|senden|verschicken|folgen|weiterleiten|"
    r"abonnieren|merken)$",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"^(?:[-–>»+•▶►→\s]*)(?:(?:lesen|hören|sehen|schauen|erfahren|lies|hör|schau) (?:sie |"
    r"dir )?(?:hier |dazu )?"
    r"(?:auch|mehr|weiter|dazu|hier|an|jetzt|alles)\b|hier (?:sehen|finden|lesen|hören|geht|"
    r"gibt|können) (?:sie|du|es|\w+s)\b|(?:im |das )?video\b.{0,40}:(?!\s*\S+$)|"
    r"(?:auch |ebenfalls |vielleicht )interessant|mehr (?:zum?|zu|über|aus|von|dazu)\b"
    r"|mehr [\w+„“]+(?:-artikel| artikel| nachrichten| news| themen)|das (?:könnte|dürfte|"
    r"interessiert|lesen)\b|"
    r"(?:könnte )?(?:sie|dich) auch interessier|zum thema\b|zum weiterlesen|weiterlesen|"
    r"weitere (?:artikel|nachrichten|meldungen|themen|infos|informationen|berichte|news|stories|"
    r"leserbriefe|links|beiträge)|"
    r"passend(?:e)? (?:dazu|zum)|verwandte|ähnliche (?:artikel|themen|beiträge)|siehe auch|"
    r"hintergrund:|"
    r"meist\s?gelesen|am meisten|beliebte|empfohlen|empfehlung|top[- ](?:artikel|stories|themen|"
    r"news|storys)|aktuelle (?:nachrichten|artikel|news)|"
    r"(?:neueste|letzte) (?:nachrichten|artikel|meldungen|news)|jetzt gelesen|newsticker\b|"
    r"unsere empfehlung|"
    r"auch (?:lesenswert|spannend|interessant)|schon gelesen|lesetipps?\b|"
    r"links?(?: zum (?:thema|artikel))?:?$|"
    r"themen(?: in diesem artikel| des artikels)?:?$|schlagw[oö]rter|tags?:|stichw[oö]rter|"
    r"mehr dazu|mehr lesen)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"^(?:(?:leser-?|user-?)?kommentare(?:\s*[(:|]?\s*\d[\d.]*\s*\)?)?:?|"
    r"\d[\d.]*\s+(?:kommentare?|postings?|beiträge|reaktionen|leserkommentare)|"
    r"(?:postings?|forum|diskussion|leserkommentare|leserreaktionen|userkommentare|debatte|"
    r"meinungen)\s*(?:\(?\d*\)?)|"
    r"(?:jetzt |neuen |einen |ihr(?:en)? |dein(?:en)? |mein(?:en)? )?(?:kommentar|posting|"
    r"beitrag) (?:schreiben|verfassen|abgeben|hinzufügen|hinterlassen|posten)|"
    r"(?:jetzt )?(?:mit)?(?:kommentieren|diskutieren)(?: sie mit)?|(?:diskutieren|reden|"
    r"sprechen) sie mit.{0,20}|ihre meinung(?: zählt| dazu| ist gefragt)?[.!:]?|"
    r"kommentare (?:anzeigen|lesen|ansehen|einblenden|laden|öffnen|ausblenden|schließen).{0,8}|"
    r"(?:alle )?\d+ kommentare .{0,12}|eingeloggt als.{0,40}|schreiben sie (?:einen|"
    r"ihren) kommentar.{0,10})$",
    re.IGNORECASE,
)
# Made of interface words, but the name of a form, a section or a paper.
_KEPT = re.compile(r"kommentar:?|20 minuten|leserbriefe?|analyse|umfrage", re.IGNORECASE)


def is_furniture(line: Line) -> bool:
    """A line of interface: icons, clocks, counts, buttons, links of a menu."""
    text = line.text
    if len(text) > 120 or _KEPT.fullmatch(text):
        return False
    return bool(_is_mark(text) or _is_made_of_interface_words(line))


def _is_mark(text: str) -> bool:
    if all(_ICON.fullmatch(word) for word in text.split()):
        return True
    if not any(character.isalnum() for character in text) or len(text) <= 2:
        return True
    if text.isascii() and text.islower() and text.isalpha() and len(text) > 4:
        return (
            True  # a German line never consists of one lower-case word; icon names and buttons do
        )
    return any(
        pattern.fullmatch(text)
        for pattern in (
            _LABEL_ALONE,
            _CLOCK,
            _SPEED,
            _COUNT,
            _READING,
            _ADDRESS,
            _ALT,
            _SHARE,
            _PLATFORMS,
            _WEATHER,
            _TICKER,
        )
    ) or bool(_COPYRIGHT.match(text))


def _is_made_of_interface_words(line: Line) -> bool:
    words = [word.strip(".,:;!?…()[]|•·–„“\"»«›‹>#*+'’").lower() for word in line.words]
    words = [word for word in words if word]
    if not words or len(words) > 9:
        return False
    known = 0
    for word in words:
        if word in _INTERFACE_WORDS or _ICON.fullmatch(word):
            known += 1
        elif (
            word not in _FUNCTION_WORDS
            and not _COUNT.fullmatch(word)
            and not _CLOCK.fullmatch(word)
        ):
            return False
    return known * 3 >= len(words)


def opens_box(line: Line) -> bool:
    """The heading of a box of other articles, or its one-line form („Lesen Sie auch: …“)."""
    return len(line.text) <= 150 and RELATED.match(line.text) is not None and not line.sentences > 2


def opens_comments(line: Line) -> bool:
    """The heading, count or form of a discussion."""
    return len(line.text) <= 70 and _COMMENTS.match(line.text) is not None
