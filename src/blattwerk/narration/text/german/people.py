"""Gender forms: Leser:innen, Leser*in, LeserInnen and their like are said for both."""

import re

from blattwerk.narration.text.german.grammar import words_before
from blattwerk.narration.text.german.rules import Rule, rule
from blattwerk.narration.text.german.tables import pairs, words

# Stems before :in whose masculine is not regular: its singular, its plural.
_IRREGULAR = pairs(
    """
    ärzt = arzt, ärzte | bäuer = bauer, bauern | anwält = anwalt, anwälte | köch = koch, köche
    rät = rat, räte | vorständ = vorstand, vorstände | gäst = gast, gäste
    freund = freund, freunde | feind = feind, feinde | wirt = wirt, wirte | dieb = dieb, diebe
    chef = chef, chefs | fan = fan, fans | nachbar = nachbar, nachbarn | könig = könig, könige
    herzog = herzog, herzöge | spion = spion, spione | mönch = mönch, mönche
    französ = franzose, franzosen | jüd = jude, juden | ungar = ungar, ungarn
    coach = coach, coaches | boss = boss, bosse | offizier = offizier, offiziere
    senior = senior, senioren | profi = profi, profis | general = general, generäle
    kapitän = kapitän, kapitäne | passagier = passagier, passagiere
    bösewicht = bösewicht, bösewichte | notar = notar, notare | bischöf = bischof, bischöfe
    pfarrer = pfarrer, pfarrer | brit = brite, briten | prinz = prinz, prinzen
    held = held, helden | fürst = fürst, fürsten | clown = clown, clowns | star = star, stars
    trainee = trainee, trainees | bürgermeister = bürgermeister, bürgermeister
    vagabund = vagabund, vagabunden | schwäger = schwager, schwäger | schelm = schelm, schelme
    """
)
_WITH_E = words(
    """
    expert kolleg kund zeug erb gesell sklav türk griech russ pol dän schwed finn tschech
    slowak kroat serb rumän bulgar chines portugies vietnames sloven slowen alban iren
    schott afghan mongol log agog soph gog genoss bot jung kompliz hirt beamt gatt insass
    nachfahr vorfahr päd laiin lai ries franz ostasiat asiat kosov bosn invalid pat neff
    kurd sud schütz
    """
)
_PLURAL_E = ("eur", "är", "ier", "ling", "tran", "dekan", "veterinär", "landwirt")
_SAME = ("er", "el", "en")
_DATIVE_WORDS = frozenset(
    words(
        """
        mit von bei zu aus seit nach gegenüber unter zwischen samt neben den allen vielen diesen
        jenen unseren ihren seinen meinen deinen euren keinen einigen mehreren manchen
        zahlreichen
        """
    )
)
_ARTICLES = frozenset({"die", "der", "alle", "keine", "beide", "diese"})
_DETERMINERS = {
    "ein": ("eine", "ein"),
    "kein": ("keine", "kein"),
    "sein": ("seine", "sein"),
    "mein": ("meine", "mein"),
    "ihr": ("ihre", "ihr"),
    "dein": ("deine", "dein"),
    "unser": ("unsere", "unser"),
}
_STAR = r"[:*_·•]"
_STEM = (
    r"(?<![^\W_])(?P<stem>[A-ZÄÖÜ][a-zäöüßé]{1,40}(?:-[A-ZÄÖÜ][a-zäöüß]{1,30}){0,3}?|"
    r"[A-ZÄÖÜ]{2,6}-[A-ZÄÖÜ][a-zäöüß]{1,30})"
)
_MANY = rf"(?:{_STAR}innen|/-?innen|\(innen\)|Innen)"
_SINGLE = rf"(?:{_STAR}in|/-?in|\(in\)|In)"


def masculine(stem: str) -> tuple[str, str]:
    """A person's masculine singular and plural from the stem before -in: Ärzt → Arzt, Ärzte."""
    low = stem.lower()
    for tail in sorted(_IRREGULAR, key=len, reverse=True):
        if low.endswith(tail) and not low.endswith(("demokrat", "kandidat", "beirat")):
            head = stem[: len(stem) - len(tail)]
            return _joined(head, _IRREGULAR[tail][0]), _joined(head, _IRREGULAR[tail][1])
    if low.endswith(_PLURAL_E):
        return stem, f"{stem}e"
    if low.endswith(_WITH_E):
        return f"{stem}e", f"{stem}en"
    if low.endswith(_SAME):
        return stem, stem
    return stem, f"{stem}en"


def _joined(head: str, word: str) -> str:
    return (
        f"{head}{word}" if head and not head.endswith("-") else f"{head}{word[0].upper()}{word[1:]}"
    )


def _dative(plural: str) -> str:
    return plural if plural.endswith(("n", "s")) else f"{plural}n"


def _in_dative(match: re.Match[str]) -> bool:
    before = [word.lower() for word in words_before(match.string, match.start(), 3)]
    for index, word in enumerate(before):
        if word in _DATIVE_WORDS:
            return True
        if index == 0 and (not word.endswith("en") or word in _ARTICLES):
            return False
    return False


def _people(match: re.Match[str]) -> str:
    stem, rest = match["stem"], match["rest"]
    plural = masculine(stem)[1]
    if rest:
        tail = rest.removeprefix("-")
        return f"{stem}innen- und {masculine(stem)[1]}{'-' if rest[0] == '-' else ''}{tail}"
    return f"{stem}innen und {_dative(plural) if _in_dative(match) else plural}"


def _person(match: re.Match[str]) -> str:
    stem = match["stem"]
    return f"{stem}in oder {masculine(stem)[0]}"


def _with_determiner(match: re.Match[str]) -> str:
    written = match["det"]
    woman, man = _DETERMINERS[written.lower()]
    if written[0].isupper():
        woman = woman.capitalize()
    adjective = match["adjective"]
    his = f" {adjective}r" if adjective else ""
    hers = f" {adjective}" if adjective else ""
    return f"{woman}{hers} {match['stem']}in oder {man}{his} {masculine(match['stem'])[0]}"


def _ending_r(match: re.Match[str]) -> str:
    """Jede:r, Angestellte*r, eine:n: the word, and the word with the other ending."""
    word = match["word"]
    again = word.lower() if word.lower() in _SMALL else word
    return f"{word} oder {again}{match['tail']}"


_SMALL = frozenset(words("jede eine keine diese jene welche manche seine ihre meine unsere"))


def _pair(match: re.Match[str]) -> str:
    return f"{match[1]} oder {match[2]}"


RULES: tuple[Rule, ...] = (
    rule(
        "/",
        r"\b([A-ZÄÖÜ][a-zäöüß]{2,40})/(?=[A-ZÄÖÜ][a-zäöüß]{2,40}in\b)",
        lambda m: f"{m[1]} oder ",
    ),
    rule(
        ":*/",
        rf"\b(?P<det>[Ee]in|[Kk]ein|[Ss]ein|[Mm]ein|[Ii]hr|[Dd]ein|[Uu]nser)(?:{_STAR}|/-?)e(?: "
        rf"(?P<adjective>[a-zäöüß]{{2,30}}e)"
        rf"(?:{_STAR}|/-?)r)? {_STEM}{_SINGLE}(?![\w-])",
        _with_determiner,
    ),
    rule(
        ":*_·•/(I",
        rf"{_STEM}{_MANY}(?P<rest>-?[a-zäöüß]{{3,40}}|-[A-ZÄÖÜ]\w{{2,40}})?(?!\w)",
        _people,
    ),
    rule(":*_·•/(I", rf"{_STEM}{_SINGLE}(?![\w-])", _person),
    rule(
        ":*_/(",
        rf"\b(?P<word>[^\W\d_]{{2,40}}e)(?:{_STAR}|/-?|\()(?P<tail>[rnsm])\)?(?!\w)",
        _ending_r,
    ),
    rule(":*_", rf"\b([Dd](?:er|ie|en|em|as)){_STAR}(d(?:er|ie|en|em|as))\b", _pair),
    rule(
        "/",
        r"\b([Dd](?:er|ie|en|em|as)|[Ee]r|[Ss]ie|[Ss]eine?[rnm]?|[Ii]hre?[rnm]?)/(d(?:er|ie|en|"
        r"em|as)|er|sie|ihre?[rnm]?|seine?[rnm]?)\b",
        _pair,
    ),
    rule(":*_", rf"\b(ein|kein|sein|ihr|mein){_STAR}(e)\b", lambda m: f"{m[1]}e oder {m[1]}"),
    rule("/", r"\b(?P<word>[^\W\d_]{1,40}e)/-?(?P<tail>[rn])\b", _ending_r),
)
