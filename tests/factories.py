"""Real objects in a sentence each, made by the rooms' own deeds."""

import hashlib
import io
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image

from blattwerk.accounts.models import User
from blattwerk.narration.models import Narration, Recording, RecordingFile, State
from blattwerk.narration.models.recording import audio_storage
from blattwerk.newsroom.found import PaperPlan, desk_name, found_paper
from blattwerk.newsroom.models import Article, Author, Paper, Picture, Section
from blattwerk.newsroom.write import Manuscript, author_named, write_article
from blattwerk.topics.add import add_topic
from blattwerk.topics.models import Kind, Topic

_numbers = count(1)

SECTIONS = (
    ("ausland", "Ausland", "Was in der Welt geschieht."),
    ("politik", "Politik", "Was entschieden wird."),
)
STANDING = (("impressum", "Impressum", [("paragraph", "<p>Wer hier schreibt.</p>")]),)


def a_paper(**changes: Any) -> Paper:
    """A paper with two sections and one standing page."""
    plan = {
        "name": "Probeblatt",
        "claim": "Zeitung zum Ausprobieren",
        "description": "Eine Zeitung, die es nur für Tests gibt.",
        "publisher": "Probeverlag",
        "community_mail": "forum@probeblatt.example",
        "sections": SECTIONS,
        "standing": STANDING,
    }
    return found_paper(plan=PaperPlan(**{**plan, **changes}))


def an_article(
    section: Section,
    *,
    publish: bool = True,
    age: timedelta = timedelta(hours=1),
    published_at: datetime | None = None,
    **changes: Any,
) -> Article:
    """A published article of one paragraph, an hour old."""
    number = next(_numbers)
    fields: dict[str, Any] = {
        "headline": f"Schlagzeile Nummer {number}",
        "kicker": "Dachzeile",
        "lead": "Der Vorspann sagt das Wichtigste.",
        "body": [("paragraph", "<p>Der erste Absatz erzählt, was geschah.</p>")],
        "published_at": published_at or timezone.now() - age,
    }
    manuscript = Manuscript(**{**fields, **changes})
    return write_article(section=section, manuscript=manuscript, publish=publish)


def an_author(name: str = "Mira Feldner", **fields: Any) -> Author:
    """An author of that name."""
    author = author_named(name, role=fields.pop("role", "Redakteurin"))
    Author.objects.filter(pk=author.pk).update(**fields)
    author.refresh_from_db()
    return author


def a_picture(*, width: int = 300, height: int = 200, **fields: Any) -> Picture:
    """A stored picture with credit and alternative text."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#8a6").save(buffer, "JPEG")
    return Picture.objects.create(
        title=fields.pop("title", "Wiese"),
        description=fields.pop("description", "Eine grüne Fläche"),
        credit=fields.pop("credit", "Probeverlag"),
        file=ImageFile(io.BytesIO(buffer.getvalue()), name="wiese.jpg"),
        **fields,
    )


ESPEAK = {
    "engine": "espeak-ng",
    "version": "1.52.0",
    "voice": "de",
    "licence": "GPL-3.0-or-later",
    "trained": False,
    "sentences": 4,
}


def a_recording(
    article: Article, *, kinds: tuple[str, ...] = tuple(RecordingFile.Kind.values), **changes: Any
) -> Recording:
    """The article's current recording: real files of a few hundred bytes, without any sound."""
    now = timezone.now()
    fields: dict[str, Any] = {
        "kind": Recording.Kind.MACHINE,
        "script": f"{next(_numbers):064x}",
        "language": "de",
        "voices": [ESPEAK],
        "seconds": 171.6,
        "feed_seconds": 174.2,
        "chapters": [[0.0, article.title], [61.5, "Wie es weitergeht"]],
        "made_at": now,
    }
    Recording.objects.filter(page=article, replaced_at=None).update(replaced_at=now)
    recording = Recording.objects.create(page_id=article.pk, **{**fields, **changes})
    for kind in kinds:
        _a_sound_file(recording, kind, f"{kind} {recording.script} ".encode() * 8)
    Narration.objects.update_or_create(
        page_id=article.pk,
        defaults={
            "state": State.READY,
            "recording": recording,
            "published_at": article.published_at,
        },
    )
    return recording


def _a_sound_file(recording: Recording, kind: str, content: bytes) -> None:
    digest = hashlib.sha256(content).hexdigest()
    name = f"{digest[:32]}.{kind}"
    audio_storage().save(name, ContentFile(content))
    RecordingFile.objects.create(
        recording=recording, kind=kind, name=name, bytes=len(content), sha256=digest
    )


def a_topic(
    name: str = "Gletscher", *aliases: str, kind: str = Kind.THEME, **details: Any
) -> Topic:
    """A topic of that name, with these aliases."""
    return add_topic(name=name, kind=kind, aliases=aliases, **details)


def an_editor(*sections: Section, email: str = "") -> User:
    """An editor at the desks of these sections."""
    number = next(_numbers)
    user = User.objects.create_user(
        email or f"redaktion{number}@probeblatt.example", "geheim-genug"
    )
    user.groups.set(Group.objects.filter(name__in=[desk_name(section) for section in sections]))
    return user


def a_chief(email: str = "chefin@probeblatt.example") -> User:
    """Somebody who may do everything."""
    return User.objects.create_superuser(email, "geheim-genug")
