"""What newspapers print again and again in the same words: each time is an occasion of its own."""

from collections.abc import Sequence

from blattwerk.common.stems import fold

_DAILY = {
    "weather": """wetter wetterprognose wettervorhersage wetterbericht weather forecast
        wetteraussichten""",
    "index": """dax atx tecdax mdax dow nikkei ftse nasdaq eurostoxx börsenschluss wallstreet
        leitindex ölpreis goldpreis""",
    "lottery": """lotto lottozahlen gewinnzahlen euromillionen euromillions eurojackpot lottery
        rubbellos joker""",
    "stars": "horoskop horoscope sternzeichen tageshoroskop",
    "screen": "tvtipp tvtipps fernsehtipp fernsehprogramm",
    "paper": "presseschau newsletter kalenderblatt",
}
_MATCH = """bundesliga liga league cup pokal derby halbzeit tor tore treffer elfmeter goal goals
    penalty striker remis unentschieden schlusspfiff heimsieg auswärtssieg match aufsteiger
    tabellenführer achtelfinale viertelfinale halbfinale finale premier visitors hosts keeper
    torhüter satz sätze tiebreak spieltag"""
MATCH = "match"
_FORM_OF = {fold(word): form for form, words in _DAILY.items() for word in words.split()}
_MATCH_WORDS = frozenset(fold(word) for word in _MATCH.split())
ENOUGH = 2  # such words in a text, where the headline has none


def form_of(title: Sequence[str], text: Sequence[str]) -> str:
    """The recurring form a text is of, by its folded words; "" for all others."""
    in_title = [_FORM_OF[word] for word in title if word in _FORM_OF]
    if in_title:
        return in_title[0]
    in_text = [_FORM_OF[word] for word in dict.fromkeys(text) if word in _FORM_OF]
    often = [form for form in dict.fromkeys(in_text) if in_text.count(form) >= ENOUGH]
    if often:
        return often[0]
    return MATCH if any(word in _MATCH_WORDS for word in (*title, *text)) else ""
