"""Rich text from elsewhere than the editor's form keeps only what a paragraph may hold."""

from collections.abc import Iterable
from typing import Any

import nh3

TAGS = {"p", "br", "b", "strong", "i", "em", "a"}
ATTRIBUTES = {"a": {"href", "linktype", "id"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean_html(html: str) -> str:
    """The markup a paragraph may hold; all else is dropped, its text kept, scripts gone."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def clean_blocks(blocks: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Body blocks with their rich text cleaned, fact boxes' inner paragraphs too."""
    return [(kind, _clean_value(kind, value)) for kind, value in blocks]


def _clean_value(kind: str, value: Any) -> Any:
    if kind == "paragraph":
        return clean_html(str(getattr(value, "source", value)))
    if kind == "fact_box" and isinstance(value, dict):
        return {**value, "body": _clean_inner(value.get("body", []))}
    return value


def _clean_inner(inner: Iterable[Any]) -> list[Any]:
    """A fact box's blocks, as pairs or as stored dictionaries."""
    return [_clean_item(item) for item in inner]


def _clean_item(item: Any) -> Any:
    if isinstance(item, dict):
        return {**item, "value": _clean_value(item["type"], item["value"])}
    if isinstance(item, tuple):
        return (item[0], _clean_value(*item))
    return (item.block_type, _clean_value(item.block_type, item.value))
