"""The reader of raw text dumps of article pages: bytes in, fields out, no Django.

>>> reading = read_dump(decode(path.read_bytes()))
>>> reading.as_contract()
"""

from .blocks import Block, Kind, Picture
from .decoding import decode
from .errors import (
    DumpBinary,
    DumpEmpty,
    DumpEncodingBroken,
    DumpIsHtml,
    DumpRefused,
    DumpTooLarge,
)
from .reader import read_dump
from .reading import Doubt, Reading

__all__ = [
    "Block",
    "Doubt",
    "DumpBinary",
    "DumpEmpty",
    "DumpEncodingBroken",
    "DumpIsHtml",
    "DumpRefused",
    "DumpTooLarge",
    "Kind",
    "Picture",
    "Reading",
    "decode",
    "read_dump",
]
