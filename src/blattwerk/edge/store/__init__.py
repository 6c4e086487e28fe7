"""Finished answers, kept in memory and on disk, and the tags that say when they are out of date."""

from blattwerk.edge.store.answer import Answer, Wire
from blattwerk.edge.store.codings import CODINGS, Coding
from blattwerk.edge.store.page import Page
from blattwerk.edge.store.store import Store
from blattwerk.edge.store.tags import EVERYTHING, Freshness, Tags, slot_of

__all__ = [
    "CODINGS",
    "EVERYTHING",
    "Answer",
    "Coding",
    "Freshness",
    "Page",
    "Store",
    "Tags",
    "Wire",
    "slot_of",
]
