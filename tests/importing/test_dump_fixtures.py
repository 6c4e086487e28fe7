from pathlib import Path

import pytest

from blattwerk.importing.dump import Kind, decode, read_dump
from tests.importing.score_dumps import wrong_fields

HERE = Path(__file__).parent
DUMPS = sorted((HERE / "dumps").glob("*.txt"))
REFERENCE = HERE.parents[2] / "shared" / "reference" / "000_215e739bc4e3ec41.txt"


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.stem)
def test_a_dump_reads_as_expected(path: Path) -> None:
    assert wrong_fields(path) == {}


def test_there_are_dumps_enough() -> None:
    assert len(DUMPS) >= 60


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference page lies outside the repository")
def test_the_reference_page_reads_whole() -> None:
    text = decode(REFERENCE.read_bytes())
    kicker, headline, section, *rest = [line.strip() for line in text.splitlines() if line.strip()]
    read = read_dump(text).as_contract()

    assert (len(read.pop("lead")) > 200, len(read.pop("body_paragraphs"))) == (True, 4)
    assert read == {
        "kind": "article",
        "reason": None,
        "kicker": kicker,
        "headline": headline,
        "section": section,
        "published": "2021-04-13T20:25:00+02:00",
        "authors": [],
        "source": "krone.at",
        "subheads": [rest[4]],  # the date and three paragraphs stand before it
        "list_items": [],
        "comments_state": "closed_by_age",
    }


def test_blocks_keep_the_order_of_the_page() -> None:
    text = (HERE / "dumps" / "krone_bullets_dash.txt").read_text()

    kinds = [block.kind for block in read_dump(text).blocks]

    assert kinds == [
        Kind.PARAGRAPH,
        *[Kind.LIST_ITEM] * 3,
        Kind.PARAGRAPH,
        Kind.SUBHEAD,
        *[Kind.PARAGRAPH] * 2,
    ]


def test_captions_and_credits_are_kept_apart_once_each() -> None:
    text = (HERE / "dumps" / "krone_caption_mid_twice.txt").read_text()

    pictures = [(picture.caption, picture.credit) for picture in read_dump(text).pictures]

    assert pictures == [
        ("Helfer füllen im Ortszentrum Sandsäcke", "Bild: AFP"),
        ("Ein Hubschrauber bringt Menschen in Sicherheit.", "Bild: APA/AFP/Boris Roesslerich"),
    ]
