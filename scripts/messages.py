"""Collect the interface's sentences, keep the German catalogue in step, compile it.

The code speaks English; German, the language the paper is read in, stands in
`src/blattwerk/locale/de`. `--check` writes nothing and fails when a sentence has no German, when
one is no longer used, or when the compiled catalogue is stale.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1] / "src" / "blattwerk"
PO = ROOT / "locale" / "de" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    **dict.fromkeys(("_", "_now", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy", "ngettext_noop"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}


def main() -> None:
    settings.configure(USE_I18N=True)
    used = collected()
    catalogue = standing()
    if "--check" in sys.argv:
        raise SystemExit(report(used, catalogue))
    catalogue.update(used, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, sort_output=True, omit_header=False, no_location=True)
    PO.write_bytes(buffer.getvalue())
    PO.with_suffix(".mo").write_bytes(compiled(catalogue))
    missing = [message.id for message in catalogue if message.id and not translated(message)]
    print(f"{len(catalogue)} sentences, {len(missing)} without German.")
    for sentence in missing:
        print(f"  {sentence!r}")


def collected() -> Catalog:
    """All sentences of the code and the templates."""
    catalogue = Catalog(charset="utf-8")
    for source in sources():
        for _line, found, comments, context in extract(
            "python", io.BytesIO(source), keywords=KEYWORDS, comment_tags=("Translators:",)
        ):
            catalogue.add(found, context=context, auto_comments=comments)
    return catalogue


def sources() -> Iterator[bytes]:
    """Python files as they are, templates as the Python that Django makes of them."""
    for path in sorted(ROOT.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path.read_bytes()
    for path in sorted([*ROOT.rglob("templates/**/*.html"), *ROOT.rglob("templates/**/*.txt")]):
        yield without_indents(templatize(path.read_text(encoding="utf-8"))).encode()


def without_indents(source: str) -> str:
    """A template's indents are none to Python, which refuses them; each sentence is on one line."""
    return "\n".join(line.lstrip() for line in source.splitlines())


def standing() -> Catalog:
    """The German catalogue as it stands; an empty one before the first run."""
    if not PO.is_file():
        return Catalog(locale="de", project="Blattwerk", charset="utf-8")
    with PO.open("rb") as file:
        return read_po(file, locale="de", charset="utf-8")


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def translated(message: object) -> bool:
    """Whether every form of the sentence has German."""
    string = message.string  # type: ignore[attr-defined]
    return all(string) if isinstance(string, tuple | list) else bool(string)


def report(used: Catalog, catalogue: Catalog) -> int:
    """Print what is wrong; 0 when nothing is."""
    known = {(message.id, message.context): message for message in catalogue if message.id}
    wanted = {(message.id, message.context) for message in used if message.id}
    faults = [f"no German for {key[0]!r}" for key in wanted if not translated_in(known, key)]
    faults += [f"no longer used: {key[0]!r}" for key in known if key not in wanted]
    mo = PO.with_suffix(".mo")
    if not mo.is_file() or mo.read_bytes() != compiled(catalogue):
        faults.append("the compiled catalogue is stale: run `make messages`")
    for fault in sorted(faults):
        print(fault)
    return 1 if faults else 0


def translated_in(known: dict, key: tuple) -> bool:  # type: ignore[type-arg]
    """Whether the catalogue has this sentence in German."""
    return key in known and translated(known[key])


if __name__ == "__main__":
    main()
