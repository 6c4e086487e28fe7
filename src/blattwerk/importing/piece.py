"""An article between the outside and the newsroom: as it was read, or as an editor completed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from django.utils import timezone
from django.utils.html import escape

from blattwerk.importing.dump.blocks import Block, Kind
from blattwerk.importing.dump.reading import Reading
from blattwerk.newsroom.models import Author, Section
from blattwerk.newsroom.write import Block as StoredBlock
from blattwerk.newsroom.write import Manuscript, author_named

_QUOTATION_MARKS = '„“”"«»‚‘’›‹'


@dataclass(frozen=True, kw_only=True)
class Piece:
    """What will be an article. `section_name` is as printed, also where the paper has none such."""

    headline: str = ""
    kicker: str = ""
    section: Section | None = None
    section_name: str = ""
    published_at: datetime | None = None
    day_only: bool = False
    authors: Sequence[str] = ()
    source: str = ""
    lead: str = ""
    blocks: Sequence[Block] = ()

    @property
    def subheads(self) -> list[str]:
        return [block.text for block in self.blocks if block.kind is Kind.SUBHEAD]

    @property
    def first_paragraph(self) -> str:
        paragraphs = (block.text for block in self.blocks if block.kind is Kind.PARAGRAPH)
        return self.lead or next(paragraphs, "")

    def manuscript(self) -> Manuscript:
        """As the newsroom takes it; authors that it does not know yet are made."""
        return Manuscript(
            headline=self.headline,
            kicker=self.kicker,
            lead=self.lead,
            body=body_of(self.blocks),
            authors=_people(self.authors),
            source=self.source,
            published_at=self.published_at,
            day_only=self.day_only,
        )


def piece_of(reading: Reading, *, section: Section | None) -> Piece:
    """What was read from a dump, in the section that was found for it."""
    published_at, day_only = printed_time(reading.published)
    return Piece(
        headline=reading.headline or "",
        kicker=reading.kicker or "",
        section=section,
        section_name=reading.section or "",
        published_at=published_at,
        day_only=day_only,
        authors=reading.authors,
        source=reading.source or "",
        lead=reading.lead or "",
        blocks=reading.blocks,
    )


def printed_time(published: str | None) -> tuple[datetime | None, bool]:
    """The moment, and whether only its day is known: then it is the day's first, local time."""
    if not published:
        return None, False
    if len(published) == len("2021-04-13"):
        return moment(date.fromisoformat(published), None), True
    return datetime.fromisoformat(published), False


def moment(day: date, at: time | None) -> datetime:
    """That day and time on the paper's clock; midnight where no time is known."""
    return timezone.make_aware(
        datetime.combine(day, at or time.min), timezone.get_default_timezone()
    )


def body_of(blocks: Sequence[Block]) -> list[StoredBlock]:
    """The newsroom's blocks; items of a list that follow each other become one list."""
    body: list[StoredBlock] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        texts = [block.text for block in run]
        if kind is Kind.LIST_ITEM:
            body.append(("list", {"ordered": False, "items": texts}))
        else:
            body += [_stored(kind, text) for text in texts]
    return body


def _stored(kind: Kind, text: str) -> StoredBlock:
    if kind is Kind.SUBHEAD:
        return "subheading", text
    if kind is Kind.QUOTE:
        words = text.strip().strip(_QUOTATION_MARKS).strip()
        return "quote", {"text": words or text, "speaker": "", "role": ""}
    return "paragraph", f"<p>{escape(text)}</p>"


def _people(names: Sequence[str]) -> list[Author]:
    people = [author_named(name) for name in names]
    return list({person.pk: person for person in people}.values())
