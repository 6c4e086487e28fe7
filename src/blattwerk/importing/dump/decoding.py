"""From bytes to clean text: encodings, mojibake, control characters.

What cannot be read with certainty is refused with a sentence; text is never guessed at.
"""

import re
import unicodedata

from .errors import (
    DumpBinary,
    DumpEmpty,
    DumpEncodingBroken,
    DumpIsHtml,
    DumpTooLarge,
)

LIMIT = 5 * 1024 * 1024

_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"BZh",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"OggS",
    b"ID3",
    b"\xfd7zXZ",
    b"SQLite format 3",
)
_UTF16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_HTML_TAG = re.compile(
    r"</?(?:div|p|span|a|script|meta|li|ul|h[1-6]|img|article|br)\b[^<>]{0,300}>", re.IGNORECASE
)
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
# NBSP and its narrow kin are spaces; soft hyphens, zero-width and bidi characters are nothing.
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# What UTF-8 letters look like after being read once as cp1252: „Ã¼“, „â€ž“.
_MOJIBAKE = re.compile("[ÃÂâ][\u0080-\u00ff\u0152-\u0178\u2013-\u203a\u20ac\u2122]")


def decode(raw: bytes) -> str:
    """The text of a dump, NFC, with `\\n` line ends; raises a `DumpRefused` for everything else."""
    if len(raw) > LIMIT:
        raise DumpTooLarge
    if not raw.strip():
        raise DumpEmpty
    if raw.startswith(_MAGIC):
        raise DumpBinary
    text = _clean(_mend_mojibake(_to_text(raw)))
    if not text.strip():
        raise DumpEmpty
    if _is_html(text):
        raise DumpIsHtml
    return text


def _to_text(raw: bytes) -> str:
    for mark, encoding in _UTF16:
        if raw.startswith(mark):
            return _strictly(raw[2:], encoding)
    if _looks_binary(raw):
        raise DumpBinary
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _from_broken_utf8(raw)


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise DumpEncodingBroken from None
    if "\x00" in text:
        raise DumpBinary
    return text


def _looks_binary(raw: bytes) -> bool:
    if b"\x00" in raw:
        return True
    control = sum(
        raw.count(bytes((code,))) for code in range(32) if code not in (9, 10, 11, 12, 13)
    )
    return control > max(20, len(raw) // 20)


def _from_broken_utf8(raw: bytes) -> str:
    """Either all cp1252, or UTF-8 with a few strays of it; a mixture without majority is refused.

    A valid multi-byte sequence is all but impossible in German cp1252, so counting both kinds
    decides.
    """
    pieces: list[str] = []
    sound = stray = 0
    rest = raw
    while rest:
        try:
            piece = rest.decode("utf-8")
            pieces.append(piece)
            sound += _beyond_ascii(piece)
            break
        except UnicodeDecodeError as error:
            piece = rest[: error.start].decode("utf-8")
            pieces.append(piece + _as_cp1252(rest[error.start : error.start + 1]))
            sound += _beyond_ascii(piece)
            stray += 1
            rest = rest[error.start + 1 :]
            if stray > 200 or (stray > 4 and sound == 0):
                break
    if sound == 0 or stray > sound * 10:
        return _whole_cp1252(raw)
    if stray <= 200 and (stray * 10 <= sound or stray <= 3):
        return "".join(pieces)
    if stray > 200 and sound * 50 < stray:
        return _whole_cp1252(raw)
    raise DumpEncodingBroken


def _beyond_ascii(piece: str) -> int:
    return sum(character > "\x7f" for character in piece)


def _as_cp1252(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        raise DumpEncodingBroken from None


def _whole_cp1252(raw: bytes) -> str:
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        raise DumpEncodingBroken from None
    high = [character for character in text if character > "\x7f"]
    usual = sum(
        character in "äöüÄÖÜßéèáàóúçñâêîôûëïåøæ€„“”‚‘’–—…«»‹›©®°§·•\xa0\xad½¼²³´"
        for character in high
    )
    if usual * 10 < len(high) * 7 or len(high) * 3 > len(text):
        raise DumpEncodingBroken
    return text


def _mend_mojibake(text: str) -> str:
    """Undo one double encoding, only where the whole text survives the way back unharmed."""
    if len(_MOJIBAKE.findall(text)) < 2:
        return text
    try:
        mended = b"".join(_back_to_byte(character) for character in text).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return _mend_by_line(text)
    return mended if not _MOJIBAKE.search(mended) else text


def _mend_by_line(text: str) -> str:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _MOJIBAKE.search(line):
            try:
                lines[number] = b"".join(map(_back_to_byte, line)).decode("utf-8")
            except (UnicodeEncodeError, UnicodeDecodeError):
                continue
    return "\n".join(lines)


def _back_to_byte(character: str) -> bytes:
    # Browsers and databases read the five holes of cp1252 as C1 controls.
    if "\x80" <= character <= "\x9f":
        return bytes((ord(character),))
    return character.encode("cp1252")


def _clean(text: str) -> str:
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _CONTROL.sub("", text)
    text = _SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", text)


def _is_html(text: str) -> bool:
    if _HTML_START.match(text):
        return True
    tags = len(_HTML_TAG.findall(text[:200_000]))
    return tags >= 8 and tags * 120 > min(len(text), 200_000)
