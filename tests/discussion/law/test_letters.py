"""Mails go out once, again and again until they went, in the paper's look."""

import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from blattwerk.accounts.models import User
from blattwerk.discussion.letters import write_letter
from blattwerk.discussion.models import Letter
from blattwerk.discussion.posting import GIVEN_UP_AFTER, WAITS, due, next_try, post_letters, send
from tests.discussion.forum import MINUTE, NOW, a_reader

pytestmark = pytest.mark.django_db


def a_letter(**changes: Any) -> Letter:
    usual: dict[str, Any] = {
        "template": "decision",
        "subject": "Entschieden: Ihre Meldung 7",
        "context": {
            "paragraphs": ["Der Kommentar <b>bleibt</b>."],
            "link": "/diskussion/meldung/x/",
            "button": "Zur Meldung",
        },
        "now": NOW,
        "mail": "berta@post.example",
    }
    return write_letter(**{**usual, **changes})


def again(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


@pytest.fixture
def no_mail_server(settings: Any) -> None:
    """Nobody listens there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    _mail_by(settings, port)


def _mail_by(settings: Any, port: int) -> None:
    options = {"host": "127.0.0.1", "port": port, "timeout": 5}
    backend = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}


@pytest.fixture
def answers() -> dict[bytes, bytes]:
    """What the mail server says to which words: it knows nobody."""
    return {b"RCPT": b"550 unknown"}


@pytest.fixture
def refusing_server(settings: Any, answers: dict[bytes, bytes]) -> Iterator[None]:
    """A mail server that takes nothing."""
    listening = socket.create_server(("127.0.0.1", 0))
    _mail_by(settings, listening.getsockname()[1])
    answering = threading.Thread(target=_refuse_all, args=(listening, answers), daemon=True)
    answering.start()
    yield
    listening.close()
    answering.join(5)


def _refuse_all(listening: socket.socket, answers: dict[bytes, bytes]) -> None:
    try:
        caller, _address = listening.accept()
    except OSError:
        return
    with caller, caller.makefile("rwb") as line:
        line.write(b"220 here\r\n")
        line.flush()
        for said in line:
            verb = said[:4].upper()
            answer = b"221 bye" if verb == b"QUIT" else answers.get(verb, b"250 well")
            line.write(answer + b"\r\n")
            line.flush()
            if verb == b"QUIT":
                return


def test_a_letter_goes_out_as_text_and_html() -> None:
    letter = a_letter()

    send(letter.pk, now=NOW)

    (sent,) = mail.outbox
    html = str(sent.alternatives[0].content)  # type: ignore[attr-defined]
    assert (sent.to, sent.subject.endswith(": Entschieden: Ihre Meldung 7")) == (
        ["berta@post.example"],
        True,
    )
    assert "Der Kommentar <b>bleibt</b>." in sent.body
    assert "Der Kommentar &lt;b&gt;bleibt&lt;/b&gt;." in html
    assert f"{django_settings.BLATTWERK_ADDRESS}/diskussion/meldung/x/" in sent.body
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    assert again(letter).sent_at == NOW


def test_a_letter_goes_to_the_readers_present_address() -> None:
    reader = a_reader()
    letter = a_letter(reader=reader, mail="")
    reader.email = "neu@post.example"
    reader.save()

    send(letter.pk, now=NOW)

    assert mail.outbox[0].to == ["neu@post.example"]


def test_nobody_writes_to_an_erased_account() -> None:
    reader = a_reader()
    letter = a_letter(reader=reader, mail="")
    User.objects.filter(pk=reader.pk).update(erased_at=NOW)

    send(letter.pk, now=NOW)

    assert (mail.outbox, again(letter).given_up_at) == ([], NOW)


def test_a_way_out_becomes_a_header_of_the_mail() -> None:
    context = {**a_letter().context, "unsubscribe": "/diskussion/abmelden/x/"}
    letter = a_letter(context=context)

    send(letter.pk, now=NOW)

    heads = mail.outbox[0].extra_headers
    address = f"{django_settings.BLATTWERK_ADDRESS}/diskussion/abmelden/x/"
    assert heads["List-Unsubscribe"] == f"<{address}>"
    assert heads["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_letter_that_went_does_not_go_again() -> None:
    letter = a_letter()

    for later in range(3):
        send(letter.pk, now=NOW + later * MINUTE)
    post_letters(NOW + 3 * MINUTE)

    assert len(mail.outbox) == 1


def test_a_letter_that_another_worker_has_taken_is_left_alone() -> None:
    letter = a_letter()
    Letter.objects.filter(pk=letter.pk).update(attempts=1, next_at=NOW + 10 * MINUTE)

    send(letter.pk, now=NOW)

    assert mail.outbox == []


@pytest.mark.usefixtures("no_mail_server")
def test_a_letter_waits_while_the_mail_server_is_down() -> None:
    letter, other = a_letter(), a_letter()

    assert send(letter.pk, now=NOW) is False

    failed = again(letter)
    assert (failed.attempts, failed.next_at, failed.sent_at) == (1, NOW + MINUTE, None)
    assert failed.error.startswith("ConnectionRefusedError")
    assert list(due(NOW)) == [other]


@pytest.mark.usefixtures("no_mail_server")
def test_one_round_tries_a_dead_mail_server_once() -> None:
    letters = [a_letter() for _ in range(3)]

    post_letters(NOW)

    assert [again(each).attempts for each in letters] == [1, 0, 0]


@pytest.mark.usefixtures("refusing_server")
def test_an_address_that_nobody_has_is_given_up_at_once() -> None:
    letter = a_letter()

    assert send(letter.pk, now=NOW) is True

    failed = again(letter)
    assert failed.given_up_at == NOW
    assert "SMTPRecipientsRefused" in failed.error
    assert "berta@post.example" not in failed.error


@pytest.mark.usefixtures("refusing_server")
@pytest.mark.parametrize("answers", [{b"MAIL": said} for said in (b"530 sign in", b"550 who?")])
def test_a_sender_that_the_mail_server_refuses_costs_no_letter() -> None:
    letter = a_letter()

    assert send(letter.pk, now=NOW) is False  # nor do the others go out

    kept = again(letter)
    assert (kept.attempts, kept.next_at, kept.given_up_at) == (1, NOW + MINUTE, None)
    assert kept.error.startswith("SMTPSenderRefused")


@pytest.mark.usefixtures("refusing_server")
@pytest.mark.parametrize("answers", [{b"MAIL": b"552 too large"}])
def test_a_letter_that_is_too_large_is_given_up_and_stops_no_other() -> None:
    letter = a_letter()

    assert send(letter.pk, now=NOW) is True

    assert again(letter).given_up_at == NOW


def test_a_letter_that_cannot_be_made_does_not_stop_the_others() -> None:
    broken, good = a_letter(template="no-such"), a_letter()

    post_letters(NOW + MINUTE)

    assert (again(broken).sent_at, again(good).sent_at is None) == (None, False)


def test_the_waits_grow_and_end_after_three_days() -> None:
    waits, now, attempts = [], NOW, 1
    while (moment := next_try(NOW, attempts, now)) is not None:
        waits.append((moment - now) // MINUTE)
        now, attempts = moment, attempts + 1

    assert waits[:4] == [1, 5, 15, 60]
    assert waits == sorted(waits)
    assert now <= NOW + GIVEN_UP_AFTER < now + WAITS[-1] + timedelta(seconds=1)


class Meanwhile(EmailBackend):
    """While it sends, another worker looks for letters to send."""

    def send_messages(self, messages: Any) -> int:
        post_letters(NOW)
        return int(super().send_messages(messages))


def test_two_workers_send_a_letter_once(settings: Any) -> None:
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Meanwhile"}}
    letter = a_letter()

    send(letter.pk, now=NOW)

    assert (len(mail.outbox), again(letter).attempts) == (1, 1)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_written_letter_is_in_the_queue_at_once() -> None:
    with transaction.atomic():
        letter = a_letter()
        assert DBTaskResult.objects.count() == 0

    (queued,) = DBTaskResult.objects.all()
    assert (queued.task_path, queued.args_kwargs["args"]) == (
        "blattwerk.discussion.posting.post_letter",
        [letter.pk],
    )
