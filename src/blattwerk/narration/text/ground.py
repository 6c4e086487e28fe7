"""What reading aloud has in common in every language: plain text, the house's words, addresses.

A *shelter* keeps finished words out of reach of later rules: each piece becomes one private
character, which no rule matches, until `restore` puts the words back.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

FIRST, LAST = 0xF0000, 0x10FFFD  # Unicode's supplementary private characters
KEPT = f"[{chr(FIRST)}-{chr(LAST)}]"
NOT_TEXT = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffe\uffff\ud800-\udfff]")
# emoji and pictures, their joiners, selectors and tags; arrows and letter-like signs stay
PICTURES = re.compile(
    "[\u2300-\u23ff\u2460-\u27bf\u2b00-\u2bff\u3030\u303d\u3297\u3299\ufe00-\ufe0f\u20e3\u200d"
    "\U0001f000-\U0001faff\U000e0000-\U000e0fff]+"
)
DINGBAT_DIGITS = re.compile("[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")
UNSEEN = dict.fromkeys(
    [
        0xAD,
        0x200B,
        0x200C,
        0x2060,
        0xFEFF,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)
TWINS = {  # characters that are written differently and read the same
    0x2010: "-", 0x2011: "-", 0x2012: "–", 0x2015: "—", 0x2212: "−", 0xFE63: "-",
    0x02BC: "’", 0x2032: "′", 0x2033: "″", 0x2126: "Ω", 0x212B: "Å", 0x212A: "K", 0xB5: "μ",
}  # fmt: skip
FULL_WIDTH = {char: char - 0xFEE0 for char in range(0xFF01, 0xFF5F)}
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
SAME = UNSEEN | TWINS | FULL_WIDTH | LIGATURES
DOUBLE_BRACKETS = re.compile(r"\[\[+|\]\]+")
MARKUP = re.compile(r"<(?=[A-Za-z/!?])([^<>]{0,500})>")  # "5 < 6" is no markup


def plain(text: str) -> str:
    """One line of text without emoji, unseen characters or anything an engine could obey.

    Tags and `[[…]]` lose their brackets and stay as words.
    """
    text = unicodedata.normalize("NFC", NOT_TEXT.sub(" ", text)).translate(SAME)
    text = DINGBAT_DIGITS.sub(lambda m: f" {unicodedata.numeric(m[0]):.0f} ", text)
    return " ".join(_without_markup(PICTURES.sub(" ", text)).split())


def _without_markup(text: str) -> str:
    return MARKUP.sub(lambda m: f" {m[1].strip('/!?-')} ", DOUBLE_BRACKETS.sub(" ", text))


class Shelter:
    """Finished words of one sentence, each behind one private character."""

    def __init__(self) -> None:
        self._kept: list[str] = []

    def keep(self, words: str) -> str:
        """Put `words` out of the rules' reach (beyond 130,000 of them they stay bare)."""
        if FIRST + len(self._kept) > LAST:
            return words
        self._kept.append(words)
        return chr(FIRST + len(self._kept) - 1)

    def words(self, mark: str) -> str:
        """What is kept behind one private character."""
        return self._kept[ord(mark) - FIRST]

    def restore(self, text: str) -> str:
        """Put every kept word back, with a space where two would run together."""
        return re.sub(KEPT, self._in_place, text)

    def _in_place(self, match: re.Match[str]) -> str:
        text, words = match.string, self.words(match[0])
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        left = " " if match.start() and _sounds(before) and words else ""
        return left + words + (" " if after.isalnum() and words else "")


def _sounds(char: str) -> bool:
    return char.isalnum() or FIRST <= ord(char) <= LAST


TOKEN = re.compile(r"\w+|\S")


@lru_cache(maxsize=8)
def _by_first_token(pairs: tuple[tuple[str, str], ...]) -> dict[str, list[tuple[str, str]]]:
    shelves: dict[str, list[tuple[str, str]]] = {}
    for written, said in sorted(pairs, key=lambda pair: -len(pair[0])):
        phrase = plain(written)
        if phrase and (first := TOKEN.match(phrase)):
            shelves.setdefault(first[0], []).append((phrase, _without_markup(said).strip()))
    return shelves


def shelter_house(text: str, house: Mapping[str, str] | None, shelter: Shelter) -> str:
    """Put what the paper says in place of its own words, whole words only, longest first.

    `text` is `plain`; "ÖFB" is found in "ÖFB-Team", not in "ÖFBler".
    """
    if not house:
        return text
    shelves = _by_first_token(tuple(house.items()))
    out, done = [], 0
    for token in TOKEN.finditer(text):
        if token.start() < done:
            continue
        for phrase, said in shelves.get(token[0], ()):
            end = token.start() + len(phrase)
            if text.startswith(phrase, token.start()) and _ends_word(text, end):
                out += [text[done : token.start()], shelter.keep(said)]
                done = end
                break
    return "".join([*out, text[done:]])


def _ends_word(text: str, end: int) -> bool:
    after = text[end : end + 1]
    return not (text[end - 1].isalnum() and (after.isalnum() or after == "_"))


# Endings that make a bare "name.ending" an address or a file; those that are words of German or
# English as well ("at", "me", "is") count only in lower case with nothing but address around.
ENDINGS = (
    "com|org|net|edu|gov|mil|int|info|biz|eu|at|de|ch|li|uk|us|ca|au|nz|ie|fr|it|es|pt|nl|be|lu|dk|se"
    "|no|fi|is|pl|cz|sk|hu|si|hr|rs|ba|ro|bg|gr|tr|ua|ru|by|il|ir|in|cn|jp|kr|tw|br|mx|ar|za|io|tv"
    "|fm|me|co|ai|app|dev|blog|news|shop|online|wien|tirol|berlin|hamburg|koeln|bayern|xyz|gg|ly|to"
)
FILES = (
    "pdf|docx?|xlsx?|pptx?|odt|csv|txt|rtf|jpe?g|png|gif|svg|webp|mp3|mp4|m4a|wav|mov|avi|zip|exe|apk"
    "|html?|xml|json|js|css|py|php|md|ya?ml|toml"
)
LABEL = rf"(?:[^\W_]|{KEPT})(?:[\w-]|{KEPT})*"
ANY_HOST = r"(?:[^\s/:?#.,;]|\.(?=[^\s/:?#.,;]))+"
BARE_HOST = (
    rf"(?:www\.(?:{LABEL}\.)*{LABEL}|(?:{LABEL}\.)+(?:xn--)?(?:[a-z]{{2,18}}|mp\d)(?![\w-]))"
)
TAIL = r"(?::\d{2,5})?(?:[/?#](?:[^\s<>„“”«»\"]*[^\s<>„“”«»\".,;:!?…)\]’'])?)?"
ADDRESS = re.compile(
    r"(?<![\w@.-])(?:mailto:(?=\S+@)|(?P<protocol>(?:https?|ftp)://)(?:[^\s/@]+@)?)?"
    rf"(?:(?P<box>(?:[\w+%-]|{KEPT})(?:[\w.+%-]|{KEPT})*)@)?"
    rf"(?P<host>(?(protocol){ANY_HOST}|{BARE_HOST})){TAIL}"
)
KNOWN = re.compile(rf"\.(?:{ENDINGS}|{FILES})$")
HANDLE = re.compile(r"(?<![\w@.])@(?P<name>\w(?:[\w.]*\w)?)(?:@(?P<host>[\w-]+(?:\.[\w-]+)+))?")
HASHTAG = re.compile(r"(?<![\w&#])#(?P<name>(?=\w*[^\W\d_])\w+)")
HUMPS = re.compile(r"(?<=[^\W\d_A-ZÄÖÜ])(?=[A-ZÄÖÜ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|_+")


@dataclass(frozen=True)
class AddressWords:
    """How a language reads the signs of an address, and `part`, one run of letters or digits."""

    dot: str
    at: str
    dash: str
    underscore: str
    plus: str
    part: Callable[[str], str]


def shelter_addresses(text: str, say: AddressWords, shelter: Shelter) -> str:
    """Put addresses of web and mail, file names, @handles and #hashtags into words.

    Protocol, port, path, query and fragment are not said.
    """
    if "." in text or "@" in text:
        text = ADDRESS.sub(lambda m: _address(m, say, shelter), text)
    if "@" in text:
        text = HANDLE.sub(lambda m: _handle(m, say, shelter), text)
    return HASHTAG.sub(lambda m: shelter.keep(humps(m["name"], say.part)), text)


def _address(match: re.Match[str], say: AddressWords, shelter: Shelter) -> str:
    host = match["host"]
    sure = match["protocol"] or match["box"] or host.startswith("www.")
    if not sure and not KNOWN.search(host):
        return match[0]
    words = _dotted(host, say, shelter)
    if match["box"]:
        words = f"{_dotted(match['box'], say, shelter)} {say.at} {words}"
    return shelter.keep(words)


def _handle(match: re.Match[str], say: AddressWords, shelter: Shelter) -> str:
    words = f"{say.at} {_dotted(match['name'], say, shelter)}"
    if match["host"]:
        words += f" {say.at} {_dotted(match['host'], say, shelter)}"
    return shelter.keep(words)


PIECE = re.compile(rf"[.\-_+%]|{KEPT}|[^.\-_+%{KEPT[1:-1]}]+")


def _dotted(name: str, say: AddressWords, shelter: Shelter) -> str:
    signs = {".": say.dot, "-": say.dash, "_": say.underscore, "+": say.plus, "%": ""}
    words = []
    for piece in PIECE.findall(name):
        if re.fullmatch(KEPT, piece):
            words.append(shelter.words(piece))
        else:
            words.append(signs[piece] if piece in signs else humps(piece, say.part))
    return " ".join(filter(None, words))


def humps(name: str, part: Callable[[str], str]) -> str:
    """Read "BlackLivesMatter2020" part by part: each goes through `part`."""
    return " ".join(part(piece) for piece in HUMPS.split(name) if piece)
