"""What is kept and compared of a text.

Kept are the text's own first words; terms are made of them anew, so that a row on the shelf
outlives every change of what is compared.
"""

import struct
import zlib
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from hashlib import blake2b
from itertools import islice, pairwise

from blattwerk.stories.detect.shapes import Piece
from blattwerk.stories.detect.stems import key_of
from blattwerk.stories.detect.tongue import language_of
from blattwerk.stories.detect.wording import Token, Wording, clean, tokens, wording_of

MOST_TITLE = 400  # characters
MOST_TEXT = 1_600
MOST_WORDS = 120
WHOLE_TEXT = 1_000_000  # characters that count for the digest
ENOUGH_FOR_A_COPY = 12  # words; shorter texts are alike by chance
BANDS = 5
BITS_OF_BAND = 12
_HEAD = struct.Struct("<B2sqq32sHI")
_FORM = 1
_ALL_BITS = (1 << 64) - 1


@dataclass(frozen=True, kw_only=True)
class Features:
    """One article as the detection sees it. `digest` is "" where there is too little text.

    `simhash` and `address` are signed 64-bit numbers, `address` 0 where there is none; `vector`
    holds the meaning, where that is used (`meaning.py`), else nothing.
    """

    language: str
    digest: str
    simhash: int
    address: int
    title: str
    text: str
    vector: bytes = b""

    @cached_property
    def wording(self) -> Wording:
        return wording_of(_first_tokens(self.title, self.text), self.language)

    @property
    def bands(self) -> tuple[int, ...]:
        """Pieces of the SimHash: two texts that differ in few bits share one."""
        mask = (1 << BITS_OF_BAND) - 1
        return tuple(self.simhash >> (BITS_OF_BAND * band) & mask for band in range(BANDS))

    def with_vector(self, vector: bytes) -> "Features":
        return replace(self, vector=vector)

    def to_bytes(self) -> bytes:
        title, text = self.title.encode(), self.text.encode()
        head = _HEAD.pack(
            _FORM,
            self.language.encode(),
            self.simhash,
            self.address,
            bytes.fromhex(self.digest) or bytes(32),
            len(title),
            len(self.vector),
        )
        return head + self.vector + zlib.compress(title + text, 1)

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Features":
        """What `to_bytes` wrote; ValueError where it is not of that form."""
        raw = bytes(raw)  # PostgreSQL hands out a memoryview
        try:
            form, language, simhash, address, digest, title_end, vector_size = _HEAD.unpack_from(
                raw
            )
            written = zlib.decompress(raw[_HEAD.size + vector_size :])
        except (struct.error, zlib.error) as error:
            raise ValueError("These are not the features of an article.") from error
        if form != _FORM:
            raise ValueError(f"Features of form {form} are not known.")
        return cls(
            language=language.decode(),
            digest=digest.hex() if any(digest) else "",
            simhash=simhash,
            address=address,
            title=written[:title_end].decode(),
            text=written[title_end:].decode(),
            vector=raw[_HEAD.size : _HEAD.size + vector_size],
        )


def features_of(piece: Piece) -> Features:
    """The same for the same text, always; any text will do."""
    title = clean(
        f"{piece.kicker} | {piece.headline}" if piece.kicker else piece.headline, MOST_TITLE
    )
    text = clean(piece.text, MOST_TEXT)
    first = _first_tokens(title, text)
    folded = [token.folded for token in first if token.folded]
    language = language_of(piece.language, folded, f"{title} {text}")
    features = Features(
        language=language,
        digest=_digest(piece) if len(folded) >= ENOUGH_FOR_A_COPY else "",
        simhash=_simhash(folded),
        address=key_of("address", piece.address) if piece.address else 0,
        title=title,
        text=text,
    )
    vars(features)["wording"] = wording_of(first, language)  # what the property would find
    return features


def _first_tokens(title: str, text: str) -> list[Token]:
    body = islice(tokens(text, title=False), 2 * MOST_WORDS)
    return [*tokens(title, title=True), Token("|", "", False, False), *body]


def _digest(piece: Piece) -> str:
    whole = f"{piece.headline}\n{piece.text}"[:WHOLE_TEXT]
    letters = "".join(whole.casefold().split())
    return blake2b(letters.encode("utf-8", "replace"), digest_size=32).hexdigest()


def _simhash(words: list[str]) -> int:
    """64 bits by majority over the words and the pairs of them; planes add all bits at once."""
    pairs = {f"{first} {second}" for first, second in pairwise(words)}
    pieces = [*map(_key_of_word, set(words)), *map(_key_of_piece, pairs - set(words))]
    planes: list[int] = []
    for piece in pieces:
        carry = piece & _ALL_BITS
        for level, plane in enumerate(planes):
            planes[level], carry = plane ^ carry, plane & carry
            if not carry:
                break
        if carry:
            planes.append(carry)
    bits = _more_than(len(pieces) // 2, planes)
    return bits - (1 << 64) if bits >> 63 else bits


def _more_than(half: int, planes: list[int]) -> int:
    """The bits that were counted more often; plane 0 holds the ones of the counts."""
    more, equal = 0, _ALL_BITS
    for level in range(max(len(planes), half.bit_length()) - 1, -1, -1):
        plane = planes[level] if level < len(planes) else 0
        if half >> level & 1:
            equal &= plane
        else:
            more |= equal & plane
            equal &= ~plane
    return more


_key_of_piece = partial(key_of, "piece")
_key_of_word = lru_cache(maxsize=50_000)(_key_of_piece)
