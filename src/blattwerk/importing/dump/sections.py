import re

_NAMES = """
ausland inland politik innenpolitik außenpolitik international weltpolitik europa eu welt
welt-politik
österreich wien niederösterreich oberösterreich burgenland steiermark kärnten salzburg tirol
vorarlberg
osttirol südtirol bundesländer nö oö noe ooe stmk graz linz innsbruck klagenfurt bregenz eisenstadt
st.\xa0pölten villach wels steyr krems mostviertel waldviertel weinviertel industrieviertel
deutschland schweiz berlin hamburg münchen bayern zürich basel bern luzern ostschweiz nrw hessen
köln
frankfurt stuttgart baden-württemberg sachsen brandenburg rhein-main leute region regional
regionales
regionen bezirke bezirk lokales lokal lokalaugenschein chronik panorama weltchronik
aus\xa0aller\xa0welt
vermischtes blaulicht polizei justiz gericht kriminalität gerichtssaal wetter unwetter verkehr
sport fußball fussball fußball\xa0national fußball\xa0international bundesliga
champions\xa0league nationalteam
wintersport ski\xa0alpin skispringen eishockey tennis formel\xa01 motorsport motor basketball
handball
us-sport sport-mix mehr\xa0sport sportmix radsport leichtathletik olympia golf
american\xa0football unterhaus
wirtschaft finanzen börse geld geld\xa0&\xa0wirtschaft unternehmen konsum immobilien karriere
arbeit bildung
job jobs economist märkte energie industrie verbraucher mobilität nutzwert
kultur medien bühne musik film kino literatur bücher kunst tv tv\xa0&\xa0medien fernsehen
streaming feuilleton
theater klassik pop etat games spiele szene kultur\xa0&\xa0medien
society stars stars\xa0&\xa0society adabei royals leute prominente promis people szene-news
lifestyle leben
leben\xa0&\xa0freizeit freizeit life style mode beauty stil genuss essen essen\xa0&\xa0trinken
kulinarik rezepte wohnen
garten haus\xa0&\xa0garten familie liebe beziehung gesellschaft
viral tierecke tiere haustiere digital web netzwelt internet elektronik hardware technik tech
technologie
it it-business ki medienwelt netzpolitik web-feature multimedia
wissen wissenschaft wissenschaft\xa0&\xa0technik natur umwelt klima gesund gesundheit medizin fit
fitness
psychologie weltraum raumfahrt geschichte zeitgeschichte forschung science
reise reisen urlaub reisen\xa0&\xa0urlaub auto auto\xa0&\xa0motor motor\xa0&\xa0mobilität mobil
meinung kommentare leitartikel kolumnen kolumne gastkommentar gastkommentare debatte forum
leserbriefe leserbrief
leserforum das\xa0freie\xa0wort leserpost leserstimmen briefe\xa0an\xa0die\xa0redaktion
quergeschrieben analyse
community ombudsfrau ombudsmann service horoskop nachrichten news schlagzeilen aktuell thema magazin
wahl wahlen nationalratswahl bundespräsidentenwahl landtagswahl coronavirus corona ukraine-krieg
ukraine
religion kirche hochschule schule uni recht rechtspanorama spectrum schaufenster wochenende sonntag
society\xa0international stars\xa0international austro-promis austro-stars bauen\xa0&\xa0wohnen
bauen ratgeber
ski\xa0nordisch biathlon schwimmen volleyball boxen fußball\xa0frauen regionalliga europacup
conference\xa0league
europa\xa0league nations\xa0league wm em olympia\xa02024 paralympics sport-international
sport-national
gesund\xa0&\xa0fit bizarr kurioses trends fashion kochen wein pflanzen tierisch kinder jugend
senioren
klimawandel budget pensionen asyl migration verteidigung bundesheer sicherheit soziales gemeinden
zeitgeschehen gesellschaft\xa0&\xa0leben meinung\xa0&\xa0debatte frauen männer dolce\xa0vita
blaulicht-report
klima\xa0&\xa0umwelt landwirtschaft bauernkrone bergkrone krone\xa0tierecke krone+ weltspiegel
themen entdecken
"""
NAMES = frozenset(name.replace("\xa0", " ") for name in re.split(r"[ \n]+", _NAMES) if name)
_LETTERS = frozenset(
    {
        "leserbriefe",
        "leserbrief",
        "leserforum",
        "das freie wort",
        "leserpost",
        "leserstimmen",
        "briefe an die redaktion",
        "leserbriefe an die redaktion",
        "leser schreiben",
        "post von lesern",
    }
)
# Sections in menus and crumbs that say nothing about an article.
_EMPTY = frozenset(
    {"home", "startseite", "start", "nachrichten", "news", "aktuell", "artikel", "schlagzeilen"}
)
_CRUMB = re.compile(r"\s*(?:>|›|»|/|→|\\|::)\s*")
_CRUMB_LEAD = re.compile(
    r"^(?:sie (?:sind|befinden sich) hier|pfad|navigation|breadcrumb)\s*:?\s*", re.IGNORECASE
)


def is_section_name(text: str) -> bool:
    return _plain(text) in NAMES


def is_letters_name(text: str) -> bool:
    return _plain(text) in _LETTERS


def says_nothing(text: str) -> bool:
    """„Startseite“, „News“: a step of a menu that is no section."""
    return _plain(text) in _EMPTY


def section_shaped(text: str) -> bool:
    """One to four capitalised words without a sentence's marks: it could be a section's name."""
    words = text.split()
    if (
        not 1 <= len(words) <= 4
        or len(text) > 34
        or text[-1:] in ".!?:,;…"
        or any(map(str.isdigit, text))
    ):
        return False
    if set(text) & set('„“"»«@()'):
        return False
    return all(word[0].isupper() or word in {"&", "und", "in", "der", "aus", "+"} for word in words)


def read_crumbs(text: str) -> list[str]:
    """The steps of a breadcrumb line („Startseite › Panorama › Wien“), or nothing."""
    text = _CRUMB_LEAD.sub("", text)
    if len(text) > 200 or not re.search(r"[>›»→|]|\s/\s|\s::\s", text) or text[-1:] in ".!?":
        return []
    piped = [step.strip() for step in text.split("|")]
    if len(piped) > 1 and all(is_section_name(step) for step in piped):
        return piped
    steps = [step.strip(" |") for step in _CRUMB.split(text) if step.strip(" |")]
    if not steps or any(len(step.split()) > 4 for step in steps[:-1]):
        return []
    known = any(is_section_name(step) or says_nothing(step) for step in steps)
    return steps if known and (len(steps) > 1 or text.rstrip()[-1:] in ">›»") else []


def section_of_crumbs(steps: list[str], headline: str | None) -> str | None:
    """The most particular step that is a section; the last one may be the headline itself."""
    for step in reversed(steps):
        if (
            step == headline
            or says_nothing(step)
            or re.search(r"\.(?:at|de|ch|com)$", step, re.IGNORECASE)
        ):
            continue
        if is_section_name(step) or section_shaped(step):
            return step
    return None


def bare_name(text: str) -> str:
    return text.strip(" #|:/›>»–-")


def _plain(text: str) -> str:
    return " ".join(text.lower().strip(" .:|-–>›»/#").split())
