"""A reader's data: given out whole, erased for good, and who is kept from writing."""

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.users.models import UserProfile

from blattwerk.accounts import holders
from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.erase import erase_reader
from blattwerk.accounts.errors import StaffNotErased
from blattwerk.accounts.models import Sanction, TakenName, User
from blattwerk.accounts.sanctions import in_force, lift_sanction, may_write, sanction_reader
from blattwerk.accounts.signals import reader_erased, reader_sanctioned
from blattwerk.newsroom.models import Paper
from tests import factories
from tests.accounts.people import (
    PASSWORD,
    a_reader,
    browser,
    code_in_mail,
    sign_in,
    signed_in,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.django_db
def test_a_reader_takes_all_data_along_and_no_secret(paper: Paper) -> None:
    user = a_reader(name="Anna Berg")
    a_reader("andere@post.example", name="Fremde")
    answer = signed_in(user).get(reverse("account_data"))

    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    told = json.loads(archive.read("accounts.json"))
    text = archive.read("accounts.json").decode()

    assert archive.namelist() == [f"{holder.room}.json" for holder in holders.holders()]
    assert told["email"] == user.email
    assert [name["name"] for name in told["names"]] == ["Anna Berg"]
    assert [consent["terms"] for consent in told["consents"]] == ["2026-11"]
    assert len(told["sessions"]) == 1
    assert user.password not in text
    assert "Fremde" not in text
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_an_erased_reader_is_gone_and_others_are_told(
    paper: Paper, django_capture_on_commit_callbacks: Any
) -> None:
    user = a_reader(name="Anna Berg")
    client, other_device = signed_in(user), signed_in(user)
    heard: list[int] = []

    def hear(user_id: int, **_rest: Any) -> None:
        heard.append(user_id)

    reader_erased.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("account_erase"), {"secret": PASSWORD})
    reader_erased.disconnect(hear)

    assert answer["Location"] == reverse("account_erased")
    assert heard == [user.pk]
    left = User.objects.get(pk=user.pk)
    assert [left.public_name, left.first_name, left.is_active] == [None, "", False]
    assert "leserin" not in left.email
    assert left.erased_at is not None
    counts = [left.names, left.consents, left.emailaddress_set, left.usersession_set]
    assert [rows.count() for rows in counts] == [0, 0, 0, 0]
    assert "_auth_user_id" not in client.session
    assert other_device.get(reverse("account")).status_code == 302
    assert sign_in(browser(), "leserin@post.example").status_code == 200


@pytest.mark.django_db
def test_nobody_can_take_the_place_that_an_erased_reader_will_have(paper: Paper) -> None:
    user = a_reader()
    a_reader(f"erased-{user.pk}@invalid.invalid")

    erase_reader(user=user)

    user.refresh_from_db()
    assert user.erased_at is not None


@pytest.mark.django_db
def test_an_erased_readers_address_and_name_are_free_again(paper: Paper) -> None:
    user = a_reader(name="Anna Berg")
    erase_reader(user=user)

    again = a_reader(name="Anna Berg")

    assert again.pk != user.pk
    assert TakenName.objects.get().user == again


@pytest.mark.django_db
@pytest.mark.parametrize("secret", ["", "falsch-falsch", "\x00", "x" * 500])
def test_nobody_is_erased_without_the_password(paper: Paper, secret: str) -> None:
    user = a_reader()

    answer = signed_in(user).post(reverse("account_erase"), {"secret": secret})

    assert answer.status_code == 200
    assert User.objects.get(pk=user.pk).erased_at is None


@pytest.mark.django_db
def test_without_a_password_a_mailed_code_confirms(paper: Paper) -> None:
    user = a_reader(password=None)
    client = browser()
    client.force_login(user)
    early = client.post(reverse("account_erase"), {"secret": "ABCD-EFGH"})
    client.post(reverse("account_farewell_code"))
    code = code_in_mail()

    wrong = [client.post(reverse("account_erase"), {"secret": "ABCD-EFGH"}) for _time in range(2)]
    right = client.post(reverse("account_erase"), {"secret": code.lower()})

    assert [answer.status_code for answer in (early, *wrong)] == [200, 200, 200]
    assert right["Location"] == reverse("account_erased")


@pytest.mark.django_db
def test_a_code_is_not_guessed_by_trying(paper: Paper) -> None:
    client = browser()
    client.force_login(a_reader(password=None))
    client.post(reverse("account_farewell_code"))
    code = code_in_mail()
    for _time in range(5):
        client.post(reverse("account_erase"), {"secret": "ABCD-EFGH"})

    client.post(reverse("account_erase"), {"secret": code})

    assert User.objects.get().erased_at is None
    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_staff_do_not_erase_themselves(paper: Paper) -> None:
    chief = factories.a_chief()

    with pytest.raises(StaffNotErased):
        erase_reader(user=chief)


@pytest.mark.django_db
def test_who_worked_for_the_paper_leaves_no_picture_or_language_behind(
    paper: Paper, settings: Any, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    chief, other = factories.a_chief(), a_reader()
    for user in (chief, other):
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "en"
        profile.avatar.save("ich.png", ContentFile(b"PNG"))
    User.objects.filter(pk=chief.pk).update(is_superuser=False, is_staff=False)

    with django_capture_on_commit_callbacks(execute=True):
        erase_reader(user=User.objects.get(pk=chief.pk))

    left = UserProfile.objects.get()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left.user == other
    assert files == [tmp_path / left.avatar.name]


@pytest.mark.django_db
def test_a_room_above_gives_out_and_erases_its_part_first(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holders, "_holders", {"accounts": holders._holders["accounts"]})
    seen: list[str | None] = []
    holders.holds_data(
        "letters",
        export=lambda user: [f"Brief von {user.public_name}"],
        erase=lambda user: seen.append(user.public_name),
        removes="Leserbriefe.",
        keeps="Gedruckte Briefe.",
    )
    user = a_reader(name="Anna Berg")

    told = holders.everything_about(user)
    page = signed_in(user).get(reverse("account_erase")).content.decode()
    erase_reader(user=user)

    assert list(told) == ["letters", "accounts"]
    assert told["letters"] == ["Brief von Anna Berg"]
    assert seen == ["Anna Berg"]
    assert "Leserbriefe." in page
    assert "Gedruckte Briefe." in page


@pytest.mark.django_db
def test_what_a_room_cannot_erase_leaves_everything(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_user: User) -> None:
        raise RuntimeError("Broken.")

    monkeypatch.setattr(holders, "_holders", dict(holders._holders))
    holders.holds_data("zeta", export=lambda _user: None, erase=refuse, removes="")
    user = a_reader(name="Anna Berg")

    with pytest.raises(RuntimeError):
        erase_reader(user=user)

    assert User.objects.get(pk=user.pk).public_name == "Anna Berg"


@pytest.mark.django_db
def test_a_paused_reader_writes_again_when_the_pause_ends(
    paper: Paper, django_capture_on_commit_callbacks: Any
) -> None:
    user = a_reader()
    heard: list[int] = []

    def hear(user_id: int, **_rest: Any) -> None:
        heard.append(user_id)

    reader_sanctioned.connect(hear)
    until = NOW + timedelta(days=7)
    with django_capture_on_commit_callbacks(execute=True):
        sanction_reader(
            user=user, kind="pause", reason="Beleidigung", by=None, now=NOW, ends_at=until
        )
    reader_sanctioned.disconnect(hear)

    asked = [NOW - timedelta(seconds=1), NOW, until - timedelta(seconds=1), until]
    assert [may_write(user, now) for now in asked] == [True, False, False, True]
    assert heard == [user.pk]


@pytest.mark.django_db
def test_a_ban_lasts_until_it_is_lifted(paper: Paper) -> None:
    user = a_reader()
    row = sanction_reader(user=user, kind="ban", reason="Drohung", by=None, now=NOW)
    far = NOW + timedelta(days=10_000)
    before = may_write(user, far)

    lift_sanction(sanction=row, by=None, now=far)

    assert not before
    assert may_write(user, far)
    assert Sanction.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": " "},
        {"kind": "pause"},
        {"kind": "ban", "ends_at": NOW + timedelta(days=1)},
    ],
)
def test_a_sanction_without_reason_or_with_a_wrong_end_is_refused(
    paper: Paper, wrong: dict[str, Any]
) -> None:
    fields: dict[str, Any] = {"kind": "ban", "reason": "Drohung", "by": None, "now": NOW, **wrong}

    with pytest.raises(ValueError, match=r"sanction|pause"):
        sanction_reader(user=a_reader(), **fields)


@pytest.mark.django_db
def test_the_database_refuses_a_sanction_that_ends_before_it_begins(paper: Paper) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Sanction.objects.create(
            user=a_reader(), kind="pause", reason="x", starts_at=NOW, ends_at=NOW
        )


@pytest.mark.django_db
def test_the_database_gives_no_name_twice(paper: Paper) -> None:
    one, other = a_reader(name="Iris"), a_reader("andere@post.example")

    with pytest.raises(IntegrityError), transaction.atomic():
        TakenName.objects.create(
            key=TakenName.objects.get(user=one).key, name="lris", user=other, taken_at=NOW
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        TakenName.objects.create(key="zweiter", name="Zweiter", user=one, taken_at=NOW)
    choose_name(user=other, text="Rosa", now=NOW)


moments = st.datetimes(
    datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)  # noqa: DTZ001
)  # fmt: skip


@given(
    st.lists(st.tuples(moments, st.none() | st.integers(1, 10**8), st.booleans()), max_size=6),
    moments,
)
def test_who_may_write_is_who_no_sanction_holds(
    rows: list[tuple[datetime, int | None, bool]], now: datetime
) -> None:
    sanctions = [
        Sanction(
            starts_at=start,
            ends_at=start + timedelta(seconds=length) if length else None,
            lifted_at=start if lifted else None,
        )
        for start, length, lifted in rows
    ]

    held = [
        row
        for row in sanctions
        if not row.lifted_at and row.starts_at <= now and (row.ends_at is None or now < row.ends_at)
    ]
    assert (in_force(sanctions, now) in held) if held else (in_force(sanctions, now) is None)
