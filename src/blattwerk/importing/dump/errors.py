"""Why a file is refused before anything is read from it. Each has a stable `code`."""


class DumpRefused(ValueError):
    """A file that cannot be read as a page dump. `str()` is a German sentence for the editor."""

    code = "refused"
    sentence = "Die Datei lässt sich nicht als Textabzug lesen."

    def __init__(self, sentence: str | None = None) -> None:
        super().__init__(sentence or self.sentence)


class DumpEmpty(DumpRefused):
    code = "empty"
    sentence = "Die Datei ist leer oder enthält nur Leerraum; es gibt nichts einzulesen."


class DumpTooLarge(DumpRefused):
    code = "too_large"
    sentence = "Die Datei ist größer als 5 MB; ein Textabzug einer Seite ist viel kleiner."


class DumpBinary(DumpRefused):
    code = "binary"
    sentence = (
        "Die Datei ist kein Text, sondern binär (etwa ein Bild, ein PDF oder ein Archiv); "
        "bitte den reinen Text der Seite einspielen."
    )


class DumpIsHtml(DumpRefused):
    code = "html"
    sentence = (
        "Das ist HTML, kein Textabzug; bitte den Import für HTML-Seiten verwenden "
        "oder den sichtbaren Text der Seite speichern."
    )


class DumpEncodingBroken(DumpRefused):
    code = "encoding"
    sentence = (
        "Die Zeichenkodierung der Datei ist beschädigt und nicht eindeutig zu reparieren; "
        "bitte als UTF-8 neu speichern."
    )
