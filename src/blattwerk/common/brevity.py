"""Long headlines where there is room for a line only: whole words, then an ellipsis."""

LINE = 70  # characters; about what search engines, feed readers and a narrow card show
_LOOSE = " ,;:.–—-"


def begun(text: str, longest: int = LINE) -> str:
    """The beginning that fits beside an ellipsis, in whole words; all of it where all fits."""
    if len(text) <= longest:
        return text
    words = text[:longest].rpartition(" ")[0].rstrip(_LOOSE)
    return words or text[: longest - 1]


def shortened(text: str, longest: int = LINE) -> str:
    """The text in at most `longest` characters; an ellipsis says that there is more."""
    beginning = begun(text, longest)
    return beginning if beginning == text else f"{beginning}…"
