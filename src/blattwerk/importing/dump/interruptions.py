"""Interruptions of a text: what to skip of a box, and whether the article goes on behind it."""

from .marks import TEXT, Mark, Page
from .notices import is_notice
from .signers import is_source

# How many lines ahead decide whether a text goes on: enough for a gallery and a box.
_SIGHT = 120
_THREAD = 24


def after_box(page: Page, number: int, stop: int, *, first: bool = True) -> int:
    """The items of a box: the short lines up to the next paragraph, save its own subheading."""
    start = number
    filled = number < stop and not page.lines[number].gap
    while number < stop and page.marks[number] not in (Mark.COMMENTS, Mark.NOTICE):
        line = page.lines[number]
        mark = page.marks[number]
        if mark is Mark.PROSE and not line.is_cut:
            break
        if mark is Mark.SENTENCE and not (number == start and first) and line.gap:
            break
        if mark in (Mark.SHORT, Mark.SENTENCE) and (number > start or not first):
            following = number + 1
            below = following < stop and page.marks[following] in TEXT
            if line.gap and below and (filled or not page.lines[following].gap):
                break
        number += 1
    return number


def after_thread(page: Page, number: int, stop: int) -> int:
    """Readers' comments shown inside a text: up to the last count of likes under their heading."""
    after = number + 1
    for ahead in range(number + 1, min(number + _THREAD, stop)):
        if page.lines[ahead].gap:
            break
        if page.lines[ahead].text.isdigit():
            after = ahead + 1
    return after


def leads_on(page: Page, number: int, stop: int) -> bool:
    """A short sentence after an interruption is the article's only if a paragraph follows it."""
    return page.upcoming(number + 1, min(number + 4, stop), Mark.PROSE) is not None


def goes_on(page: Page, number: int, stop: int) -> bool:
    """Whether the article continues behind an interruption: paragraphs follow, not headlines."""
    stop = min(stop, number + _SIGHT)
    boxed = page.marks[number] is Mark.BOX
    number = after_box(page, number + 1, stop) if boxed else number + 1
    ahead = (n for n in range(number, stop) if page.marks[n] is Mark.PROSE)
    first = next((n for n in ahead if not is_notice(page.lines[n], in_tail=True)), None)
    if first is None:
        return _sentences_only(page, number, stop)
    before = page.marks[number:first]
    interface = before.count(Mark.FURNITURE) + before.count(Mark.NOTICE)
    shorts = before.count(Mark.SHORT)
    if shorts > 3 or interface > 30:
        return False
    return _is_article(page, first, stop, teased=boxed or shorts > 1)


def _is_article(page: Page, first: int, stop: int, *, teased: bool) -> bool:
    """Paragraphs under paragraphs, not two short lines over each: kicker, headline, teaser."""
    paragraphs, teasers, shorts, since = 1, 0, 0, 0
    boxed = False
    for number in range(first + 1, stop):
        mark = page.marks[number]
        if mark is Mark.PROSE:
            paragraphs += 1
            teasers += since >= 2
            since, boxed = 0, False
        elif mark is Mark.BOX:
            boxed = True
        elif mark in (Mark.SHORT, Mark.DATE) and not boxed:
            since += 1
            shorts += 1
    only_teasers = teased and teasers > 0 and teasers == paragraphs - 1
    return shorts <= paragraphs * 2 + 2 and not only_teasers


def _sentences_only(page: Page, number: int, stop: int) -> bool:
    """No paragraph follows, but short sentences directly behind a picture or a button do."""
    near = page.upcoming(number, min(number + 3, stop), Mark.SENTENCE)
    if near is None:
        return False
    return all(
        page.marks[n] in (Mark.FURNITURE, Mark.CAPTION, Mark.CREDIT) for n in range(number, near)
    ) and (page.lines[near].closing == "." and not is_source(page.lines[near].text))
