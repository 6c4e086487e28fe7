"""Words as what their forms share, and as hashes that stay the same for ever."""

from functools import lru_cache
from hashlib import blake2b

import snowballstemmer

from blattwerk.common.stems import stem as german_stem


def key_of(kind: str, text: str) -> int:
    """A hash that is the same for ever: signed, 64 bits, never 0."""
    raw = blake2b(f"{kind}:{text}".encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(raw, "little", signed=True) or 1


word_key = lru_cache(maxsize=100_000)(key_of)


@lru_cache(maxsize=100_000)
def stem_of(folded: str, language: str) -> str:
    if language == "de":
        return german_stem(folded)
    if language == "en":
        return _english().stemWord(folded) or folded
    return folded


@lru_cache(maxsize=1)
def _english() -> "snowballstemmer.english_stemmer.EnglishStemmer":
    return snowballstemmer.stemmer("english")
