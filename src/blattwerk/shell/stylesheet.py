"""One style sheet out of many small files: `python -m blattwerk.shell.stylesheet` joins them.

A folder of `css/` is a cascade layer, a file in it a component; the joined sheet is kept beside the
fonts and a test fails when it is older than its parts.
"""

import re
from pathlib import Path

LAYERS = ("reset", "tokens", "base", "layout", "components", "pages", "print")
PARTS = Path(__file__).parent / "css"
SHEET = Path(__file__).parent / "static" / "shell" / "blattwerk.css"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def joined() -> str:
    """The whole sheet, without comments and indents."""
    layers = [f"@layer {layer} {{\n{_layer(layer)}}}\n" for layer in LAYERS]
    return f"@layer {', '.join(LAYERS)};\n" + "".join(layers)


def _layer(layer: str) -> str:
    parts = sorted((PARTS / layer).glob("*.css"))
    return "".join(_slim(part.read_text(encoding="utf-8")) for part in parts)


def _slim(css: str) -> str:
    lines = (line.strip() for line in _COMMENT.sub("", css).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


if __name__ == "__main__":
    SHEET.write_text(joined(), encoding="utf-8")
