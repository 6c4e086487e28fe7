"""Everyday sentences that name groups of people, and deserve no look for that.

Tweets about a group are often rejected, so a model learns to suspect the group's name. Part of
these sentences is shown to it in training as approved; the others measure what is left of it.
"""

from collections.abc import Iterator

# He, she, many.
_PEOPLE = (
    "Muslim Muslimin Muslime", "Jude Jüdin Juden", "Christ Christin Christen",
    "Katholik Katholikin Katholiken", "Atheist Atheistin Atheisten", "Türke Türkin Türken",
    "Syrer Syrerin Syrer", "Afghane Afghanin Afghanen", "Araber Araberin Araber",
    "Kurde Kurdin Kurden", "Pole Polin Polen", "Serbe Serbin Serben", "Russe Russin Russen",
    "Ukrainer Ukrainerin Ukrainer", "Rom Romni Roma", "Afrikaner Afrikanerin Afrikaner",
    "Israeli Israelin Israelis", "Amerikaner Amerikanerin Amerikaner",
    "Deutscher Deutsche Deutsche", "Österreicher Österreicherin Österreicher",
    "Ausländer Ausländerin Ausländer", "Flüchtling Geflüchtete Flüchtlinge",
    "Migrant Migrantin Migranten", "Asylwerber Asylwerberin Asylwerber",
    "Homosexueller Lesbe Schwule", "Transmann Transfrau Transpersonen",
    "Rollstuhlfahrer Rollstuhlfahrerin Behinderte", "Gehörloser Gehörlose Gehörlose",
    "Pensionist Pensionistin Pensionisten", "Feminist Feministin Feministinnen",
    "Polizist Polizistin Polizisten", "Journalist Journalistin Journalisten",
    "Politiker Politikerin Politiker", "Beamter Beamtin Beamte", "Bauer Bäuerin Bauern",
    "Veganer Veganerin Veganer",
)  # fmt: skip
_SHOWN = (
    "Mein Kollege ist {he}, er kommt aus Graz.",
    "Meine Cousine ist {she} und studiert Medizin.",
    "Im Verein spielen auch {many} mit.",
    "Viele {many} leben seit Jahren hier.",
    "Ich habe gestern mit einigen {many} gesprochen, es war ein gutes Gespräch.",
    "Ein Bericht über {many} in Wien.",
)
_KEPT_BACK = (
    "Meine Nachbarin ist {she}.",
    "Unser neuer Lehrer ist {he}.",
    "Die Ausstellung erzählt vom Alltag der {many}.",
    "Für {many} gibt es am Samstag eine Führung durch das Museum.",
)
_PLAIN = (
    "Meine Nachbarin ist Lehrerin.",
    "Unser neuer Lehrer ist Tiroler.",
    "Die Ausstellung erzählt vom Alltag der Bäcker.",
    "Für Kinder gibt es am Samstag eine Führung durch das Museum.",
)


def shown() -> list[str]:
    """The sentences that training sees as approved."""
    return [sentence for _, sentence in _filled(_SHOWN)]


def kept_back() -> list[tuple[str, str, str]]:
    """Group, sentence, and the same sentence without the group; none of them is trained on."""
    plain = dict(zip(_KEPT_BACK, _PLAIN, strict=True))
    return [
        (many, sentence, plain[pattern])
        for pattern in _KEPT_BACK
        for many, sentence in _filled((pattern,))
    ]


def _filled(patterns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for forms in _PEOPLE:
        he, she, many = forms.split()
        for pattern in patterns:
            yield many, pattern.format(he=he, she=she, many=many)
