"""Sentences of the house to its reader: rules, cookies, subscriptions, newsletters; and the forum's state."""

import re

from .lines import Line

_SERVICE = re.compile(
    r"newsletter|cookie|datenschutz|nutzungsbedingung|\bagb\b|netiquette|kommentarfunktion|community|"
    r"forenregel|hausregel|diskussionsregel|foren?\b|posting|user-beitr|userbeitr|nutzer-daten|einwilligung|browser|javascript|adblock|werbeblocker|"
    r"werbung|abonn|\babo\b|digitalabo|probeabo|anmeld|einlogg|eingelogg|registrier|passwort|login|log-in|konto\b|e-?mail|"
    r"push-|whatsapp|app\b|app store|google play|melde- und abhilfe|moderier|moderation|redaktion|leserbrief|"
    r"kommentar|beiträge|abhilfestelle|impressum|urheberrecht|rechte vorbehalten|kostenlos|gratis|affiliate|"
    r"provision|personenbezogen|tracking|zustimm|widerruf|meinungen? (?:der|des) (?:user|leser|nutzer|betreiber)|"
    r"diese[mrsn]? (?:artikel|beitrag|text|seite|website)|verlagsbeilage|anzeigen|bezahlte|sponsor|partner\b|teilnahmebedingung|gewinnspiel|kundenservice|hotline|"
    r"mediadaten|schadenersatz|diskussion|mitdiskutieren|freischalt|veröffentlicht werden|geprüft und|klarnamen|zeichen",
    re.I,
)
_READER = re.compile(
    r"\b(?:Sie|Ihnen|Ihre[nmrs]?|Ihr|du|dich|dir|deine?[nmrs]?|wir|uns|unsere?[nmrs]?|euch|liebe (?:user|leser|community)"
    r"|bitte|userinnen|nutzerinnen|leserinnen)\b"
)
_ADDRESSED = re.compile(r"\b(?:Sie|Ihnen|Ihre[nmrs]?|Ihr|deine?[nmrs]?|Bitte)\b")
_QUOTES = re.compile(r"[„“\"»«][^„“”\"»«]{0,600}[“”\"«»]")
_DUTY = re.compile(
    r"user-beiträge|alle rechte vorbehalten|nicht notwendigerweise die meinung|behält sich .{0,40}vor|"
    r"(?:beiträge|kommentare|postings) werden .{0,60}(?:geprüft|moderiert|freigeschaltet|veröffentlicht)|"
    r"(?:kommentar|diskussion|foren?|posting|artikel|beitrag).{0,80}(?:geschlossen|deaktiviert|nicht mehr möglich|nicht möglich|"
    r"gesperrt|beendet|kein kommentieren|steht .{0,40}ab \d{1,2} uhr)|mit freundlichen grüßen|"
    r"dieser (?:artikel|text|beitrag|inhalt) (?:ist|erschien|wurde|stammt|entstand|enthält)|"
    r"(?:redaktionell(?:er|en|e)? (?:hinweis|empfehlung|inhalt)|externe[rn]? inhalt)|liebe leserin|(?:das|ihr) .{0,30}-team$|"
    r"auch wenn ich diese website|ich stimme der|mit der anmeldung|bitte (?:akzeptieren|stimmen|aktivieren|warten|wechseln|versuchen)|"
    r"melden sie sich (?:hier )?an|jetzt (?:anmelden|registrieren|abonnieren|testen|abo)|weiterlesen mit",
    re.I,
)
_WALL = re.compile(
    r"weiterlesen mit|(?:jetzt|bitte) (?:abo|abonnieren|anmelden|einloggen|freischalten)|exklusiv für (?:abonnent|digital|plus)|"
    r"(?:nur|exklusiv) (?:für|mit) .{0,30}(?:abo|abonnent|\+|plus)|sie haben bereits (?:ein|einen) (?:abo|zugang|konto)|"
    r"(?:um|zum) (?:diesen|den|vollständigen|ganzen|gesamten|weiter)?\s?.{0,20}(?:artikel|text|inhalt|beitrag)?.{0,20}(?:lesen|weiterzulesen).{0,60}(?:abo|zugang|anmeld|kostenpflichtig|login|registrier|einlogg|freischalt)|"
    r"dieser (?:artikel|inhalt|text) ist (?:nur|exklusiv|kostenpflichtig)|kostenpflichtige[nr]? zugang|"
    r"(?:premium|plus|abo)-?(?:artikel|inhalt)|sie möchten (?:diesen|den) artikel (?:weiter)?lesen|mehr krone\+ artikel|"
    r"artikel freischalten|lesen sie den ganzen artikel|testen sie .{0,40}(?:abo|gratis|kostenlos|monat)|"
    r"(?:digital|plus|online)-?abo (?:abschließen|testen|bestellen)",
    re.I,
)
_FORUM = re.compile(r"komment|posting|\bforum|\bforen|diskussion|diskutier|beitrag|beiträge|thread", re.I)
_CLOSED = re.compile(
    r"geschlossen|nicht mehr möglich|nicht möglich|nicht mehr (?:kommentier|verfügbar|offen)|deaktiviert|gesperrt|beendet|"
    r"kein (?:zeitpunkt )?kommentieren|kein .{0,30}mehr möglich|keine (?:kommentare|neuen|weiteren)|wieder (?:wie gewohnt )?(?:zur verfügung|geöffnet|offen|möglich|für sie)|"
    r"(?:öffnet|öffnen|startet|geht es) .{0,30}wieder|pausier|pause|steht .{0,60}wieder|ruht|schließt|archiviert|abgelaufen",
    re.I,
)
_AGE = re.compile(
    r"älter als|nach \d+ (?:tagen|wochen|monaten|stunden|jahren)|\d+ (?:tage|wochen|monate|stunden|jahre) (?:alt|nach)|"
    r"(?:zu|bereits) (?:alt|lange|länger)|archiv|alter(?:s)? des artikels|älteren? (?:artikel|beiträge|story|stories)|abgelaufen|zurückliegt",
    re.I,
)
_NIGHT = re.compile(
    r"ab \d{1,2}(?:[:.]\d{2})? ?uhr|um \d{1,2}(?:[:.]\d{2})? ?uhr wieder|\bnachts?\b|nacht(?:ruhe|schließung|pause|stunden|s über)|über nacht|"
    r"(?:zwischen|von) \d{1,2}(?:[:.]\d{2})?(?: uhr)? (?:und|bis) \d{1,2}(?:[:.]\d{2})? ?uhr|morgen früh|in der früh|nächtlich",
    re.I,
)
_OPEN = re.compile(
    r"(?:kommentar|posting|beitrag|ihre meinung) (?:schreiben|verfassen|abgeben|hinzufügen|hinterlassen|posten|senden|eingeben)|"
    r"(?:jetzt|mit)[ -]?(?:kommentieren|diskutieren|posten)|diskutieren sie mit|eingeloggt als|\d+ zeichen|zeichen (?:frei|übrig|verfügbar)|"
    r"schreiben sie (?:einen|ihren|hier)|ihr(?:en)? kommentar|eingehende beiträge werden|"
    r"(?:um|zum) .{0,30}(?:kommentieren|mitdiskutieren|posten|kommentar zu schreiben)|sortier|neueste zuerst|älteste zuerst|beste zuerst|"
    r"willkommen in unserer community|\b(?:antworten|melden)$|^antworten\b|kommentare? \(?\d+|^\d[\d.]* (?:kommentare?|postings?|beiträge)",
    re.I,
)


def is_notice(line: Line, *, in_tail: bool) -> bool:
    """A sentence that speaks to the reader of the service, not of the world."""
    text = _QUOTES.sub(" ", line.text[:1500])
    if _DUTY.search(text):
        return True
    kinds = len({found.lower() for found in _SERVICE.findall(text)})
    if kinds and not line.is_prose and _ADDRESSED.search(text):
        return True
    if _READER.search(text):
        return kinds >= (1 if in_tail else 2)
    return in_tail and kinds >= 2


def is_wall(line: Line) -> bool:
    return _WALL.search(line.text[:500]) is not None


def comments_state(lines: list[Line]) -> str:
    """What a page says of its discussion, from the lines outside the article's body.

    A bare heading „Kommentare“ says nothing about open or closed: „none“.
    """
    joined = [line.text[:600] for line in lines]
    closing = ""
    for number, text in enumerate(joined):
        near = " ".join(joined[max(0, number - 1) : number + 2])
        if not (_FORUM.search(near) and _CLOSED.search(text)):
            continue
        if _AGE.search(text):
            return "closed_by_age"
        if _NIGHT.search(text):
            closing = "closed_at_night"
    if closing:
        return closing
    for number, text in enumerate(joined):
        if len(text) <= 300 and _OPEN.search(text):
            return "open"
        if re.fullmatch(r"(?:kommentare|postings):?", text, re.I) and joined[number + 1 : number + 2]:
            if re.fullmatch(r"\(?\d[\d.]*\)?", joined[number + 1]):
                return "open"
    return "none"
