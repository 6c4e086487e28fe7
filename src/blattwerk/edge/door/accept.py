"""Which coding a reader's program is given."""

from functools import lru_cache

from blattwerk.edge.store import CODINGS, Coding

# In order of liking: Brotli is the smallest. What the store cannot make is not offered.
LIKED = tuple(
    (name, coding)
    for name, coding in (
        (b"br", Coding.BROTLI),
        (b"zstd", Coding.ZSTD),
        (b"gzip", Coding.GZIP),
    )
    if coding in CODINGS
)


@lru_cache(maxsize=1024)
def chosen(accept: bytes) -> Coding:
    """The coding for an Accept-Encoding header; identity where nothing else is wanted.

    Programs that accept none at all get identity too: an answer is more use than a 406.
    """
    wanted = {}
    for part in accept.lower().split(b","):
        name, _mark, quality = part.partition(b";")
        wanted[name.strip()] = _quality(quality)
    rest = wanted.get(b"*", 0.0)
    best, most = Coding.IDENTITY, 0.0
    for name, coding in LIKED:
        weight = wanted.get(name, rest)
        if weight > most:
            best, most = coding, weight
    return best if most >= wanted.get(b"identity", 0.0) else Coding.IDENTITY


def _quality(given: bytes) -> float:
    name, _equals, value = given.strip().partition(b"=")
    if name.strip() != b"q":
        return 1.0
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0
