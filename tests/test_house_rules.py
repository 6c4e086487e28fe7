"""The order of the house where no import shows it: templates, keys written as strings, sizes."""

import ast
import re
from itertools import chain
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model

SOURCE = Path(__file__).resolve().parents[1] / "src" / "blattwerk"
LAYERS = (
    ("config",),
    ("sample",),
    ("edge",),
    ("reading", "desk"),
    ("fronts", "feeds", "search"),
    ("stories",),
    ("importing", "narration", "topics", "discussion"),
    ("newsroom", "accounts"),
    ("shell",),
    ("common",),
)
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
LONGEST_TEMPLATE = 150
LONGEST_STYLE = 200
LONGEST_MODULE = 150

_POINTS_TO = re.compile(r"""\{%-?\s*(?:extends|include)\s+["'](?P<room>[a-z]+)/""")
_LOADS = re.compile(r"\{%-?\s*load\s+(?P<names>[^%]+?)\s*-?%\}")


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def may_use(above: str, below: str) -> bool:
    """Whether a room may use another: itself or one that lies below it."""
    return above == below or RANK[below] > RANK[above]


def tag_libraries() -> dict[str, str]:
    """The room that owns each template tag library."""
    found = SOURCE.glob("*/templatetags/*.py")
    return {path.stem: room_of(path) for path in found if path.stem != "__init__"}


def all_templates() -> list[Path]:
    return sorted(SOURCE.rglob("templates/**/*.html"))


def all_modules() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]


def test_every_room_is_ranked() -> None:
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}

    assert rooms == set(RANK)


@pytest.mark.parametrize("template", all_templates(), ids=lambda path: str(path.name))
def test_a_template_points_down_only(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    libraries = tag_libraries()
    named = chain.from_iterable(match["names"].split() for match in _LOADS.finditer(text))
    used = {match["room"] for match in _POINTS_TO.finditer(text)} & set(RANK)
    used |= {libraries[name] for name in named if name in libraries}

    upward = {room for room in used if not may_use(room_of(template), room)}

    assert upward == set()


def test_foreign_keys_point_down_only() -> None:
    user = get_user_model()  # every room may name it, through Django's own setting
    upward = [
        f"{model.__name__}.{relation.name} → {relation.related_model._meta.app_label}"
        for model in apps.get_models()
        if model._meta.app_label in RANK
        for relation in model._meta.get_fields()
        if relation.is_relation
        and relation.concrete
        and relation.related_model not in (None, user)
        and getattr(relation.related_model, "_meta", None)
        and relation.related_model._meta.app_label in RANK
        and not may_use(model._meta.app_label, relation.related_model._meta.app_label)
    ]

    assert upward == []


@pytest.mark.parametrize("room", sorted(set(RANK) - {"config"}))
def test_a_room_opens_with_its_table_of_contents(room: str) -> None:
    lines = (SOURCE / room / "README.md").read_text(encoding="utf-8").strip().splitlines()

    assert lines[0] == f"# {room}"
    assert len(lines) <= 14


def too_long(paths: list[Path], most: int) -> list[str]:
    return [
        f"{path.relative_to(SOURCE)}: {length}"
        for path in paths
        if (length := len(path.read_text(encoding="utf-8").splitlines())) > most
    ]


def test_no_module_is_too_long() -> None:
    assert too_long(all_modules(), LONGEST_FILE) == []


def test_no_template_is_too_long() -> None:
    assert too_long(all_templates(), LONGEST_TEMPLATE) == []


def test_no_style_or_script_is_too_long() -> None:
    vendored = {"vendor", "fonts"}
    styles = [p for p in SOURCE.rglob("css/**/*.css") if not vendored & set(p.parts)]
    scripts = [p for p in SOURCE.rglob("static/**/*.js") if not vendored & set(p.parts)]

    assert too_long(styles, LONGEST_STYLE) + too_long(scripts, LONGEST_MODULE) == []


def test_no_function_is_too_long() -> None:
    long = [
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"
        for path in all_modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno > LONGEST_FUNCTION
    ]

    assert long == []


def test_reader_templates_hold_no_inline_script_or_style() -> None:
    inline = re.compile(
        r"""<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)|<style|\sstyle=|\son[a-z]+="""
    )
    rooms = {"shell", "reading", "search", "newsroom", "accounts"}
    offenders = [
        str(path.relative_to(SOURCE))
        for path in all_templates()
        if room_of(path) in rooms
        and not {"admin", "wagtailadmin", "email"} & set(path.parts)
        and inline.search(path.read_text(encoding="utf-8"))
    ]

    assert offenders == []
