"""The pronunciation list in the admin: words come in, are heard, and are read anew."""

import io
import wave
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from blattwerk.narration.models import Pronunciation

pytestmark = pytest.mark.django_db

ADD = "pronunciations:add"


def entry(**changes: str) -> dict[str, str]:
    return {"word": "Krk", "language": "de", "spoken": "Kirk", "ipa": "", "note": "", **changes}


def said(answer: Any) -> list[str]:
    return [str(message.message).split("\n")[0] for message in answer.context["messages"]]


def spoken_anew() -> list[list[str]]:
    tasks = DBTaskResult.objects.filter(task_path__endswith="respeak_word").order_by("enqueued_at")
    return [task.args_kwargs["args"] for task in tasks]


def probe(client: Client, **changes: str) -> Any:
    return client.post(reverse("listening:probe"), {**entry(), "how": "word", **changes})


def sound_of(answer: Any) -> float:
    """Seconds of sound; the answer must be a sound."""
    assert (answer.status_code, answer["Content-Type"]) == (200, "audio/wav"), answer.content[:300]
    with wave.open(io.BytesIO(answer.content)) as file:
        return file.getnframes() / file.getframerate()


def sentence_of(answer: Any) -> str:
    """Why nothing is heard."""
    assert answer.status_code == 422
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    return str(answer.content.decode())


def test_a_desk_takes_up_a_word_and_hears_what_follows(
    desk: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(reverse(ADD), entry(word="  Krk "), follow=True)

    assert Pronunciation.objects.values_list("word", "spoken").get() == ("Krk", "Kirk")
    told = [
        _("“%(word)s” is in the list.") % {"word": "Krk"},
        _("Recent articles in which it stands are read aloud anew."),
    ]
    assert said(answer) == [" ".join(told)]
    assert spoken_anew() == [["Krk", "de"]]


def test_a_rewritten_word_concerns_both_its_forms(
    desk: Client, django_capture_on_commit_callbacks: Any
) -> None:
    word = Pronunciation.objects.create(word="Krk", spoken="Kirk")
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("pronunciations:edit", args=[word.pk]), entry(word="Rijeka"))

    assert sorted(spoken_anew()) == [["Krk", "de"], ["Rijeka", "de"]]


def test_a_deleted_word_is_read_as_before(
    chief: Client, django_capture_on_commit_callbacks: Any
) -> None:
    word = Pronunciation.objects.create(word="Krk", spoken="Kirk")
    with django_capture_on_commit_callbacks(execute=True):
        chief.post(reverse("pronunciations:delete", args=[word.pk]))

    assert not Pronunciation.objects.exists()
    assert spoken_anew() == [["Krk", "de"]]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"spoken": "", "ipa": ""}, "spoken"),
        ({"spoken": "Kirk", "ipa": "kirk"}, "spoken"),
        ({"spoken": "", "ipa": "k☃k"}, "ipa"),
        ({"word": ""}, "word"),
        ({"word": "Graz"}, "word"),
    ],
    ids=["neither", "both", "not IPA", "no word", "in the list already"],
)
def test_bad_input_gets_one_sentence_at_its_field_and_stays_in_the_form(
    desk: Client, changes: dict[str, str], field: str
) -> None:
    Pronunciation.objects.create(word="Graz", spoken="Graaz")

    answer = desk.post(reverse(ADD), entry(**changes))

    form = answer.context["form"]
    assert [list(form.errors), len(form.errors[field])] == [[field], 1]
    assert form["word"].value() == entry(**changes)["word"]
    assert Pronunciation.objects.count() == 1


def test_the_same_word_may_stand_once_for_each_language(desk: Client) -> None:
    Pronunciation.objects.create(word="Krk", spoken="Kirk")

    desk.post(reverse(ADD), entry(language="en", spoken="kirk"))

    assert Pronunciation.objects.count() == 2


def test_ipa_is_taken_without_its_brackets(desk: Client) -> None:
    desk.post(reverse(ADD), entry(spoken="", ipa=" /kɪɾk/ "))

    assert Pronunciation.objects.get().ipa == "kɪɾk"


def test_the_form_begins_with_the_word_it_was_asked_for(desk: Client) -> None:
    form = desk.get(f"{reverse(ADD)}?word=Novi++Sad&language=en").context["form"]

    assert [form["word"].value(), form["language"].value()] == ["Novi Sad", "en"]


def test_the_form_does_not_stumble_over_a_strange_question(desk: Client) -> None:
    form = desk.get(f"{reverse(ADD)}?word={'x' * 500}&language=tlh").context["form"]

    assert [len(form["word"].value()), form["language"].value()] == [80, "de"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Graz", "Krk"]),
        ("q=kir", ["Krk"]),
        ("language=en", []),
        ("q=graz&language=de", ["Graz"]),
    ],
)
def test_the_list_is_searched_and_narrowed(desk: Client, asked: str, found: list[str]) -> None:
    Pronunciation.objects.create(word="Krk", spoken="Kirk")
    Pronunciation.objects.create(word="Graz", ipa="ɡʁaːts")

    rows = desk.get(f"{reverse('pronunciations:index')}?{asked}").context["object_list"]

    assert [row.word for row in rows] == found


def test_a_word_is_heard_before_it_is_stored(desk: Client) -> None:
    alone = sound_of(probe(desk))
    within = sound_of(probe(desk, how="sentence"))

    assert 0.1 < alone < within
    assert not Pronunciation.objects.exists()


def test_what_the_form_holds_is_heard_instead_of_what_is_stored(desk: Client) -> None:
    Pronunciation.objects.create(word="Krk", spoken="Kirk")

    longer = probe(desk, spoken="Kirk an der oberen Adria in Kroatien")

    assert sound_of(longer) > 2 * sound_of(probe(desk))


def test_ipa_is_heard(desk: Client) -> None:
    assert sound_of(probe(desk, word="Selenskyj", spoken="", ipa="zeˈlɛnski")) > 0.2


def test_an_own_sentence_is_heard(desk: Client) -> None:
    own = probe(desk, how="sentence", sentence="Die Fähre nach Krk legt am Morgen um 7 Uhr ab.")

    assert sound_of(own) > sound_of(probe(desk))


@pytest.mark.parametrize(
    "changes",
    [
        {"word": "", "sentence": ""},
        {"spoken": "", "ipa": "k☃k"},
        {"how": "sentence", "sentence": "Davon ist nicht die Rede."},
        {"language": "tlh"},
        {"sentence": "a" * 301},
        {"word": "…", "spoken": ""},
    ],
    ids=["nothing", "not IPA", "other sentence", "no such language", "too long", "no sound"],
)
def test_what_cannot_be_heard_gets_a_sentence(desk: Client, changes: dict[str, str]) -> None:
    assert sentence_of(probe(desk, **changes)).endswith(".")
