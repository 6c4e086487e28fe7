"""The proof: whatever is done, no reader goes on seeing what was before.

The whole paper is rendered as the edge asks for it, one deed is done, all is rendered again. Each
page that looks otherwise had a tag among those that the deed has purged.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from blattwerk.edge import purging
from tests.edge.deeds import DEEDS, Deed
from tests.edge.whole_paper import (
    NOW,
    Purged,
    Shown,
    WholePaper,
    a_whole_paper,
    addresses,
    ask,
    committed,
)

pytestmark = [pytest.mark.django_db, pytest.mark.proof]

# In the suite each deed looks at every sixth page, another sixth than the deed before it.
STEP = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "proof" else 6

GONE = (404, 410)
MAY_LAG = "forum-numbers"  # says of itself that it is up to ten minutes old
SEEN_BY_NOBODY = {  # all is as before
    "merge_two_stories_and_undo_it",
    "remove_a_comment_and_undo_it",
    "fail_to_narrate",  # who presses play is told
}
STILL_TRUE = {"move_a_section_to_another_address", "crop_a_picture"}  # it is elsewhere now


@dataclass
class Printed:
    """The paper and what stood at each address before anything was done."""

    paper: WholePaper
    before: dict[str, Shown]


@pytest.fixture(scope="module", autouse=True)
def own_media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One folder for all: the pictures are the whole paper's."""
    with override_settings(MEDIA_ROOT=str(tmp_path_factory.mktemp("media"))):
        yield


@pytest.fixture(scope="module", autouse=True)
def own_sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    from django.conf import settings

    folder = tmp_path_factory.mktemp("sound")
    storages = {
        **settings.STORAGES,
        "audio": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": folder, "base_url": "/hoeren/dateien/"},
        },
    }
    with override_settings(STORAGES=storages, NARRATION_FOLDER=folder / "narration"):
        yield


@pytest.fixture(scope="module")
def printed(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, own_media: None, own_sound: None
) -> Iterator[Printed]:
    """Made once; each deed is taken back."""
    with (
        django_db_blocker.unblock(),
        time_machine.travel(NOW, tick=False),
        transaction.atomic(),
    ):
        made: list[WholePaper] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(purging, "write", Purged().write)
            committed(lambda: made.append(a_whole_paper()))
        found = addresses(made[0])
        yield Printed(made[0], {address: shown for address, shown in found.items() if shown.tags})
        transaction.set_rollback(True)


@pytest.fixture
def purged(monkeypatch: pytest.MonkeyPatch) -> Purged:
    """What is purged, instead of the file."""
    found = Purged()
    monkeypatch.setattr(purging, "write", found.write)
    return found


def is_purged(shown: Shown, tags: set[str]) -> bool:
    return bool(tags & {*shown.tags, purging.ALL})


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_whatever_looks_otherwise_was_purged(printed: Printed, purged: Purged, deed: Deed) -> None:
    paper = WholePaper(**vars(printed.paper))

    committed(lambda: deed(paper))

    after = {
        address: ask(address) for address in [*printed.before][DEEDS.index(deed) % STEP :: STEP]
    }
    other = {
        address: (was, now)
        for address, now in after.items()
        if MAY_LAG not in (was := printed.before[address]).tags and was.looks != now.looks
    }
    forgotten = sorted(a for a, (was, _is) in other.items() if not is_purged(was, purged.stale))
    lingering = sorted(
        address
        for address, (was, now) in other.items()
        if was.status == 200 and now.status in GONE and was.tags.isdisjoint(purged.withdrawn)
    )
    assert forgotten == []
    assert lingering == [] or deed.__name__ in STILL_TRUE
    assert other or STEP > 1 or deed.__name__ in SEEN_BY_NOBODY
