"""Which language a text is in, by its smallest words; and which words say nothing."""

from blattwerk.common.stems import fold

HOUSE = "de"  # where a Latin text shows nothing: the paper's own
UNKNOWN = "xx"
LATIN_END = 0x250
_SMALL_WORDS = {
    "de": """
        aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim
        bereits bin bis bisher da dabei dafür damit danach dann daran darauf das dass davon dazu
        dem den denn der deren des dessen deutlich die dies diese diesem diesen dieser dieses
        doch dort drei du durch ein eine einem einen einer eines einige einigen er erst es etwa
        etwas für ganz gegen gibt ging gut habe haben hat hatte hatten hier hin ich ihm ihn
        ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jetzt
        kann kein keine keinen keiner kommt können könne könnte könnten laut machen man mehr
        mehrere mein mich mir mit muss müssen nach nachdem neue neuen neuer nicht nichts noch
        nun nur ob oder ohne rund schon sehr sei seien sein seine seinem seinen seiner seit sich
        sie sieht sind so soll sollen sollte sondern sowie sowohl statt steht trotz um und uns
        unser unsere unter viel viele vielen vom von vor war waren warum was weg wegen weil
        weiter weiterhin weitere weiteren welche wenn wer werde werden wie wieder will wir wird
        wo wollen worden wurde wurden während über zu zudem zum zur zurück zwar zwei zwischen
        sagte sagt sagen heute gestern morgen uhr
    """,
    "en": """
        a about after again against all also an and any are as at be because been before being
        between both but by can could did do does during each for from further had has have he
        her here him his how i if in into is it its just many may more most much new no not now
        of off on once one only or other our out over own said same say says she should since so
        some still such than that the their them then there these they this those through to
        today too two under until up us very was we were what when where which while who whose
        why will with would yesterday you your
    """,
    "fr": """
        au aux avec ce ces cette dans de des du elle en est et il ils la le les leur mais ne
        nous on ou par pas plus pour qu que qui sa se ses son sont sur un une vous été
    """,
    "it": """
        al alla anche che chi come con da dal dalla dei del della delle di dopo e gli ha hanno
        il in la le lo ma nel nella non per più quando sono stato su sua un una è
    """,
    "es": """
        al como con cuando de del desde donde el ella en entre es esta este ha han hasta la las
        lo los más no para pero por que se ser sin sobre son su sus también un una y ya
    """,
    "nl": """
        aan al bij dat de deze die dit door een en er het hij hun ik in is maar met naar niet
        nog of om ook op over te tot uit van voor was we werd wordt zijn zo
    """,
}
_SURE_SIGNS = {"ä": "de", "ö": "de", "ü": "de", "ß": "de"}


def _folded(written: str) -> frozenset[str]:
    return frozenset(fold(word) for word in written.split())


SMALL_WORDS = {language: _folded(written) for language, written in _SMALL_WORDS.items()}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(language for language in SMALL_WORDS if word in SMALL_WORDS[language])
    for word in frozenset().union(*SMALL_WORDS.values())
}


def small_words(language: str) -> frozenset[str]:
    return SMALL_WORDS.get(language, frozenset())


def language_of(given: str, folded: list[str], text: str) -> str:
    """Two letters: the language given, else the one most small words belong to."""
    short = given[:2].lower()
    if len(short) == 2 and short.isascii() and short.isalpha():
        return short
    hits = dict.fromkeys(SMALL_WORDS, 0.0)
    for word in folded:
        at_home = _LANGUAGES_OF.get(word, ())
        for language in at_home:
            hits[language] += 1 / len(at_home)
    for sign, language in _SURE_SIGNS.items():
        hits[language] += 0.5 * (sign in text)
    best = max(hits, key=lambda language: hits[language])
    if hits[best] > 0:
        return best
    return HOUSE if _is_latin(text) else UNKNOWN


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text[:400] if letter.isalpha()]
    return 2 * sum(ord(letter) < LATIN_END for letter in letters) >= len(letters)
