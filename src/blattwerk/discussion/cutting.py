"""Editing words out without putting any in; pure."""

from blattwerk.discussion.text import cleaned

CUT_MARK = "[…]"


def is_cut_of(cut: str, whole: str) -> bool:
    """Whether `cut` is the whole text with a mark in place of what was taken out.

    Marks that stood in the text before stay as they are. Spaces beside a mark may differ.
    """
    rest, kept = cleaned(whole), [piece.strip() for piece in cleaned(cut).split(CUT_MARK)]
    if len(kept) == 1 or cleaned(cut) == rest:
        return False
    if not rest.startswith(kept[0]) or not rest.endswith(kept[-1]):
        return False
    at, end = len(kept[0]), len(rest) - len(kept[-1])
    for piece in kept[1:-1]:
        found = rest.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return at <= end
