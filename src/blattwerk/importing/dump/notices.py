import re

from .lines import Line

_SERVICE = re.compile(
    r"newsletter|cookie|datenschutz|nutzungsbedingung|\bagb\b|netiquette|kommentarfunktion|"
    r"community|"
    r"forenregel|hausregel|diskussionsregel|foren?\b|posting|user-beitr|userbeitr|nutzer-daten|"
    r"einwilligung|browser|javascript|adblock|werbeblocker|"
    r"werbung|abonn|\babo\b|digitalabo|probeabo|anmeld|einlogg|eingelogg|registrier|passwort|"
    r"login|log-in|konto\b|e-?mail|"
    r"push-|whatsapp|app\b|app store|google play|melde- und abhilfe|moderier|moderation|"
    r"redaktion|leserbrief|"
    r"kommentar|beiträge|abhilfestelle|impressum|urheberrecht|rechte vorbehalten|kostenlos|"
    r"gratis|affiliate|"
    r"provision|personenbezogen|tracking|zustimm|widerruf|meinungen? (?:der|des) (?:user|leser|"
    r"nutzer|betreiber)|"
    r"diese[mrsn]? (?:artikel|beitrag|text|seite|website)|verlagsbeilage|anzeigen|bezahlte|"
    r"sponsor|partner\b|teilnahmebedingung|gewinnspiel|kundenservice|hotline|"
    r"mediadaten|unterstützen sie|journalismus|genossenschaft|leser[:*_]innen|schadenersatz|"
    r"diskussion|mitdiskutieren|freischalt|veröffentlicht werden|geprüft und|klarnamen|"
    r"\d zeichen|\binhalte\b|verarbeitung",
    re.IGNORECASE,
)
_READER = re.compile(
    r"\b(?:Sie|Ihnen|Ihre[nmrs]?|Ihr|du|dich|dir|deine?[nmrs]?|[Ll]iebe (?:User|Leser|"
    r"Community)|[Bb]itte)\b"
)
_HOUSE = re.compile(
    r"\b(?:[Ww]ir|[Uu]ns|[Uu]nsere?[nmrs]?|euch|Userinnen|Nutzerinnen|Leserinnen|User|Verlag|"
    r"Betreiber)\b"
)
_ADDRESSED = re.compile(r"\b(?:Sie|Ihnen|Ihre[nmrs]?|Ihr|du|dich|deine?[nmrs]?|Bitte)\b")
_QUOTES = re.compile(r"[„“\"»«][^„“”\"»«]{0,600}[“”\"«»]")
_OFFERS = re.compile(
    r"newsletter|\babo\b|-abo\b|digitalabo|abonn|\bapp\b|push-|whatsapp|community|netiquette|"
    r"kommentarfunktion|"
    r"forum\b|leserbrief|postings?\b|e-paper|archiv\b|krone\+|mitdiskutieren|facebook|instagram",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"user-beiträge|alle rechte vorbehalten|nicht (?:notwendigerweise |unbedingt |zwingend |"
    r"immer )?(?:mit der|die|der) meinung (?:der|des)|"
    r"(?:beiträge|kommentare|postings) werden .{0,60}(?:geprüft|moderiert|freigeschaltet|"
    r"veröffentlicht)|"
    r"(?:kommentarfunktion|kommentare|kommentieren|postings?|diskutiert|"
    r"das forum).{0,80}(?:geschlossen|deaktiviert|nicht mehr möglich|nicht möglich|"
    r"gesperrt|beendet|kein kommentieren|steht .{0,40}ab \d{1,2} uhr)|mit freundlichen grüßen|"
    r"über dieses thema bericht|dieses thema im programm|"
    r"(?:künstlich|automatisch|automatisiert|maschinell|mit ki)[ -]?(?:generiert|erstellt|"
    r"erzeugt|vorgelesen|übersetzt)|"
    r"dieser (?:artikel|beitrag|inhalt) (?:ist|erschien|wurde|stammt|entstand|enthält)|"
    r"dieser text (?:erschien|stammt|entstand)|"
    r"(?:redaktionell(?:er|en|e)? (?:hinweis|empfehlung|inhalt)|externe[rn]? inhalt)|"
    r"medieninhaber\W.{0,60}\b(?:hersteller|herausgeber|verleger)|"
    r"\bin(?:s| ihr| dein| ihrem| deinem) (?:e-?mail-?)?(?:postfach|posteingang)|"
    r"liebe leserin|(?:das|ihr) .{0,30}-team$|"
    r"auch wenn ich diese website|ich stimme der|mit der anmeldung|bitte (?:akzeptieren|stimmen|"
    r"aktivieren|warten|wechseln|versuchen)|"
    r"melden sie sich (?:hier )?an|jetzt (?:anmelden|registrieren|abonnieren|testen|abo)|"
    r"weiterlesen mit",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"weiterlesen mit|(?:jetzt|bitte) (?:abo|abonnieren|anmelden|einloggen|freischalten)|"
    r"exklusiv für (?:abonnent|digital|plus)|"
    r"(?:nur|exklusiv) (?:für|mit) .{0,30}(?:abo|abonnent|\+|plus)|sie haben bereits (?:ein|"
    r"einen) (?:abo|zugang|konto)|"
    r"(?:um|zum) (?:diesen|den|vollständigen|ganzen|gesamten|weiter)?\s?.{0,20}(?:artikel|text|"
    r"inhalt|beitrag)?.{0,20}(?:lesen|weiterzulesen).{0,60}(?:abo|zugang|anmeld|kostenpflichtig|"
    r"login|registrier|einlogg|freischalt)|"
    r"dieser (?:artikel|inhalt|text) ist (?:nur|exklusiv|kostenpflichtig)|"
    r"kostenpflichtige[nr]? zugang|"
    r"(?:premium|plus|abo)-?(?:artikel|inhalt)|sie möchten (?:diesen|"
    r"den) artikel (?:weiter)?lesen|mehr krone\+ artikel|"
    r"artikel freischalten|lesen sie den ganzen artikel|testen sie .{0,40}(?:abo|gratis|"
    r"kostenlos|monat)|"
    r"(?:digital|plus|online)-?abo (?:abschließen|testen|bestellen)",
    re.IGNORECASE,
)
_FORUM = re.compile(
    r"komment|posting|\bforum|\bforen|diskussion|diskutier|beitrag|beiträge|thread", re.IGNORECASE
)
_CLOSED = re.compile(
    r"geschlossen|nicht mehr möglich|nicht möglich|nicht mehr (?:kommentier|verfügbar|offen)|"
    r"deaktiviert|gesperrt|beendet|"
    r"kein (?:zeitpunkt )?kommentieren|kein .{0,30}mehr möglich|keine (?:kommentare|neuen|"
    r"weiteren)|wieder (?:wie gewohnt )?(?:zur verfügung|geöffnet|offen|möglich|für sie)|"
    r"(?:öffnet|öffnen|startet|geht es) .{0,30}wieder|pausier|pause|steht .{0,60}wieder|ruht|"
    r"schließt|archiviert|abgelaufen",
    re.IGNORECASE,
)
# In a sentence that closes a discussion any span longer than hours speaks of the article's age.
_AGE = re.compile(
    r"\bälter|\balt\b|archiv|\balter(?:s)?\b|\b(?:tag|woche|monat|jahr)(?:e|en|es|n|s)?\b|"
    r"abgelaufen|zurückliegt",
    re.IGNORECASE,
)
_NIGHT = re.compile(
    r"ab \d{1,2}(?:[:.]\d{2})? ?uhr|um \d{1,2}(?:[:.]\d{2})? ?uhr wieder|\bnachts?\b|"
    r"nacht(?:ruhe|schließung|pause|stunden|s über)|über nacht|"
    r"(?:zwischen|von) \d{1,2}(?:[:.]\d{2})?(?: uhr)? (?:und|bis) \d{1,2}(?:[:.]\d{2})? ?uhr|"
    r"morgen früh|in der früh|nächtlich",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:kommentare|postings):?", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d[\d.]*\)?")
_OPEN = re.compile(
    r"(?:kommentar|posting|beitrag|ihre meinung) (?:schreiben|verfassen|abgeben|hinzufügen|"
    r"hinterlassen|posten|senden|eingeben)|"
    r"(?:jetzt|mit)[ -]?(?:kommentieren|diskutieren|posten)|diskutieren sie mit|eingeloggt als|"
    r"\d+ zeichen|zeichen (?:frei|übrig|verfügbar)|"
    r"schreiben sie (?:einen|ihren|hier)|ihr(?:en)? kommentar|eingehende beiträge werden|"
    r"\b(?:um|zum) .{0,40}(?:komment|mitdiskutier|\bposten)|sortier|"
    r"neueste zuerst|älteste zuerst|beste zuerst|"
    r"willkommen in unserer community|\b(?:antworten|melden)$|^antworten\b|kommentare? \(?\d+|"
    r"^\d[\d.]* (?:kommentare?|postings?|beiträge)",
    re.IGNORECASE,
)


def is_notice(line: Line, *, in_tail: bool) -> bool:
    """A sentence that speaks to the reader of the service, not of the world."""
    text = _QUOTES.sub(" ", line.text[:1500])
    if _DUTY.search(text):
        return True
    kinds = len({found.lower() for found in _SERVICE.findall(text)})
    if kinds and not line.is_prose and _ADDRESSED.search(text):
        return True
    # A long paragraph may touch on such things; one that is about them names more of them.
    wanted = 2 + len(text) // 260
    if _READER.search(text):
        return kinds >= (1 if in_tail else wanted)
    if _HOUSE.search(text):
        return kinds >= (1 if in_tail else wanted + 1)
    return in_tail and kinds >= 2


def is_house_call(line: Line) -> bool:
    """An invitation to the paper's own offers, as it stands right under a text."""
    text = _QUOTES.sub(" ", line.text[:1500])
    return len(text) < 400 and bool(_READER.search(text)) and bool(_OFFERS.search(text))


def is_wall(line: Line) -> bool:
    """The reader is asked to pay or sign in before the text goes on."""
    return _WALL.search(line.text[:500]) is not None


def closes_discussion(text: str, near: str = "") -> bool:
    """It says that nobody can write now; that it speaks of a discussion may stand beside it."""
    return bool(_FORUM.search(near or text) and _CLOSED.search(text))


def comments_state(lines: list[Line]) -> str:
    """What a page says of its discussion, from the lines outside the article's body.

    A bare heading „Kommentare“ says nothing about open or closed: „none“.
    """
    joined = [line.text[:600] for line in lines]
    closing = ""
    for number, text in enumerate(joined):
        near = " ".join(joined[max(0, number - 1) : number + 2])
        if not closes_discussion(text, near):
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
        if _HEADING.fullmatch(text) and _NUMBER.fullmatch("".join(joined[number + 1 : number + 2])):
            return "open"
    return "none"
