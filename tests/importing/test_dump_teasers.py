"""A dated teaser between two paragraphs is another article's, the heading under it is not."""

import pytest

from blattwerk.importing.dump import read_dump
from tests.importing.dump_texts import FIRST, LAST, LEAD, PARAGRAPHS, SECOND, SUBHEAD, a_dump

TEASER = "Neue Mole wird teurer als geplant"
DATED = [
    f"12.04.2021 {TEASER}",
    f"{TEASER} 12.04.2021",
    f"{TEASER} (12.04.2021)",
    f"12.04.2021, 18:30 {TEASER}",
    f"12. April 2021: {TEASER}",
    f"Politik | 12.04.2021 | {TEASER}",
    "12.04.2021 Mole wird teurer",
    f"{TEASER}\n12.04.2021",
]
AROUND = {
    "without an empty line": "\n{}\n{}\n",
    "with empty lines": "\n\n{}\n\n{}\n\n",
    "the heading on its paragraph": "\n\n{}\n\n{}\n",
    "the teaser on the paragraph above": "\n{}\n\n{}\n\n",
}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("above", [1, 2])
@pytest.mark.parametrize("teaser", DATED)
def test_a_heading_under_a_dated_teaser_is_kept_and_the_teaser_is_not(
    teaser: str, above: int, around: str
) -> None:
    parts = [FIRST, SECOND, LAST]
    between = AROUND[around].format(teaser, SUBHEAD)
    text = "\n".join(parts[:above]) + between + "\n".join(parts[above:])

    read = read_dump(a_dump(paragraphs=(), ending=text)).as_contract()

    assert (read["lead"], read["subheads"], read["body_paragraphs"]) == (LEAD, [SUBHEAD], parts)
    assert (read["published"], read["authors"]) == ("2021-04-13T20:25:00+02:00", [])


def test_a_dated_heading_that_stands_alone_stays_a_heading() -> None:
    heading = "Was an der Mole geschah am 12. April 2021"

    read = read_dump(a_dump(ending=f"{heading}\n{LAST}")).as_contract()

    assert (read["subheads"], read["body_paragraphs"]) == ([heading], [*PARAGRAPHS, LAST])


def test_a_section_with_a_date_leaves_the_headline_under_it_to_the_teaser() -> None:
    ending = f"{FIRST}\n12.04.2021 Politik\n{TEASER}\n{SECOND}\n{LAST}"

    read = read_dump(a_dump(paragraphs=(), ending=ending)).as_contract()

    assert (read["subheads"], read["body_paragraphs"]) == ([], [FIRST, SECOND, LAST])
