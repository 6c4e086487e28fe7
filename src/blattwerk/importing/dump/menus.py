"""Menus and boxes above the head of an article."""

from .marks import Mark, Page


def menu_lines(page: Page, start: int) -> set[int]:
    """Runs of five and more unbroken lines of one to three words, none of them a date."""
    menu: set[int] = set()
    run: list[int] = []
    for number in range(start + 1):
        line = page.lines[number]
        small = number < start and len(line.words) <= 3 and page.marks[number] in (
            Mark.SHORT, Mark.FURNITURE, Mark.BULLET, Mark.BYLINE
        )  # fmt: skip
        if small and not (run and line.gap):
            run.append(number)
            continue
        if len(run) >= 5 and not any(_is_crumb(page.lines[n].text) for n in run):
            menu |= set(
                run[:-2] if number < start and not line.gap and len(line.words) > 3 else run
            )
        run = [number] if small else []
    return menu


def box_lines(page: Page, start: int) -> set[int]:
    """What is joined to the heading of a box above the head, if a blank line closes the box."""
    boxed: set[int] = set()
    number = 0
    while number < start:
        if page.marks[number] is not Mark.BOX:
            number += 1
            continue
        end = next((n for n in range(number + 1, start) if page.lines[n].gap), None)
        if end is None:
            break
        boxed |= set(range(number + 1, end))
        number = end
    return boxed


def _is_crumb(text: str) -> bool:
    return text[0] in "/>›»" or text[-1] in "/>›»"
