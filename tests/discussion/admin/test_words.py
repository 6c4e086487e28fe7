"""The word list: what it finds, how it is kept, and how it comes in and goes out."""

from time import process_time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from blattwerk.discussion.admin import exchange
from blattwerk.discussion.list_word import plain
from blattwerk.discussion.models import Deed, Entry, Phrase
from blattwerk.discussion.wordlist import Listed, Wordlist
from blattwerk.discussion.words import hits
from tests.discussion.admin.conftest import at, said
from tests.discussion.forum import NOW


def found(phrase: str, text: str, **more: object) -> list[str]:
    """What of the text a list of one phrase finds."""
    listed = Wordlist([Listed(phrase, **more)])  # type: ignore[arg-type]
    return [text[hit.start : hit.end] for hit in listed.find(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("Trottel", "Ihr Trotteln, du trottel!", ["Trotteln", "trottel"]),
        ("Idiot", "Idioten und eine Idiotin", ["Idioten", "Idiotin"]),
        ("Idiot", "1d1ot, Idiooot, I.d.i.o.t", ["1d1ot", "Idiooot", "I.d.i.o.t"]),
        ("Drecksau", "diese Drecksäue", ["Drecksäue"]),
        ("halt's Maul", "Halt's Maul, sagt er", ["Halt's Maul"]),
        ("Volk verraten", "das Volk verraten sie", ["Volk verraten"]),
        ("Trottel", "Trottellumme, Volltrottel", []),
        ("*trottel", "Volltrottel, Trottelei", ["Volltrottel"]),
        ("*trottel*", "Volltrottelei", ["Volltrottelei"]),
        ("Maul", "Maulwurf, Großmaul", []),
    ],
)
def test_a_phrase_is_found_in_all_its_forms_and_disguises(
    phrase: str, text: str, places: list[str]
) -> None:
    assert found(phrase, text) == places


def test_a_phrase_may_be_listed_as_it_is_written_only() -> None:
    assert found("Weib", "Weib, Weiber", inflected=False) == ["Weib"]


def test_an_exception_excuses_only_what_stands_inside_it() -> None:
    text = "Der Marsch, der Arschloch, der blöde Barsch."

    assert found("*arsch*", text, exceptions=("Marsch", "blöde Barsch")) == ["Arschloch"]


def test_five_hundred_phrases_take_no_longer_than_five() -> None:
    text = "Das sehe ich anders als der Minister, der wieder alles verspricht und nichts hält. " * 2

    def listed(many: int) -> Wordlist:
        return Wordlist(Listed(f"Wort{chr(97 + n % 26)}{chr(97 + n // 26)}") for n in range(many))

    def seconds(words: Wordlist) -> float:
        begun = process_time()
        for _time in range(100):
            words.find(text)
        return process_time() - begun

    few, many = listed(5), listed(500)
    tries = [(seconds(few), seconds(many)) for _try in range(7)]

    assert min(long for _short, long in tries) < 3 * min(short for short, _long in tries)


@pytest.mark.django_db
def test_a_change_holds_for_the_next_text() -> None:
    phrase = Phrase.objects.create(text="Trottel", changed_at=NOW)
    before = hits("So ein Trottel")
    phrase.delete()

    assert (before, hits("So ein Trottel")) == (["Trottel"], [])


def test_the_lead_lists_a_phrase_and_the_log_tells_of_it(lead_desk: Client) -> None:
    form = {"text": " *arsch* ", "exceptions": "Marsch\nBarsch", "in_use": "on"}

    lead_desk.post(at("new_word"), form)

    phrase, entry = Phrase.objects.get(), Entry.objects.get()
    assert (phrase.text, phrase.exceptions, phrase.inflected) == (
        "*arsch*",
        ["Marsch", "Barsch"],
        False,
    )
    assert (entry.deed, entry.details["listed"][0]["text"]) == (Deed.WORDS, "*arsch*")


@pytest.mark.parametrize("text", ["", "*", "!!", "a", "x" * 121])
def test_what_would_be_found_everywhere_is_not_listed(lead_desk: Client, text: str) -> None:
    page = lead_desk.post(at("new_word"), {"text": text, "note": "Bleibt stehen."})

    assert (page.status_code, Phrase.objects.count()) == (422, 0)
    assert "Bleibt stehen." in page.content.decode()


def test_a_phrase_goes_and_the_log_remembers_it(lead_desk: Client) -> None:
    phrase = Phrase.objects.create(text="Trottel", changed_at=NOW)

    lead_desk.post(at("unlist", phrase.pk))

    assert (Phrase.objects.count(), Entry.objects.get().details["gone"][0]["text"]) == (
        0,
        "Trottel",
    )


def test_everybody_at_the_desk_can_try_a_text(desk: Client) -> None:
    Phrase.objects.create(text="Trottel", changed_at=NOW)

    page = desk.post(at("words"), {"trial": "Ihr Trotteln!"}).context

    assert page["found"] == ["Trottel"]
    assert [piece.text for piece in page["pieces"] if piece.phrase] == ["Trotteln"]


def test_what_goes_out_comes_in_the_same(lead_desk: Client) -> None:
    Phrase.objects.create(text="Trottel", note="mit ; und „“", changed_at=NOW)
    Phrase.objects.create(
        text="=1+1 Formel", inflected=False, exceptions=["a b", "cd"], in_use=False, changed_at=NOW
    )
    before = [plain(phrase) for phrase in Phrase.objects.all()]
    table = lead_desk.get(at("export_words")).content
    Phrase.objects.all().delete()

    lead_desk.post(at("import_words"), {"file": SimpleUploadedFile("woerter.csv", table)})

    assert [plain(phrase) for phrase in Phrase.objects.all()] == before


def test_lines_that_cannot_be_read_come_back_with_a_sentence_each(lead_desk: Client) -> None:
    lines = "Trottel\n# Kommentar\n!!\nIdiot;vielleicht\n\nTrottel\nDepp;nein;Deppenapostroph;kurz"

    page = lead_desk.post(at("import_words"), {"text": lines})

    assert [phrase.text for phrase in Phrase.objects.all()] == ["Depp", "Trottel"]
    assert [(bad.number, bad.line) for bad in page.context["bad"]] == [
        (3, "!!"),
        (4, "Idiot;vielleicht"),
        (6, "Trottel"),
    ]
    assert page.context["left"] == "!!\nIdiot;vielleicht\nTrottel"
    assert all(bad.why for bad in page.context["bad"])


def test_a_list_in_windows_spelling_is_understood(lead_desk: Client) -> None:
    table = "Blöder Hund\r\nSchwächling".encode("cp1252")

    lead_desk.post(at("import_words"), {"file": SimpleUploadedFile("alt.txt", table)})

    assert {phrase.text for phrase in Phrase.objects.all()} == {"Blöder Hund", "Schwächling"}


def table_of(size: int) -> SimpleUploadedFile:
    """A list of one phrase in that many bytes."""
    begin, line = b"Tr\xc3\xb6tel\n", b"# \xc3\xa4\n"
    body = begin + line * ((size - len(begin)) // len(line))
    return SimpleUploadedFile("woerter.csv", body + b"#" * (size - len(body)))


def test_a_list_as_large_as_it_may_be_comes_in(lead_desk: Client) -> None:
    lead_desk.post(at("import_words"), {"file": table_of(exchange.MOST_BYTES)})

    assert [phrase.text for phrase in Phrase.objects.all()] == ["Trötel"]


def test_a_list_that_is_too_large_is_refused_with_a_sentence(lead_desk: Client) -> None:
    page = lead_desk.post(at("import_words"), {"file": table_of(exchange.MOST_BYTES + 1)})

    assert (page.status_code, Phrase.objects.count()) == (422, 0)
    assert len(said(page)) == 1


def test_a_sign_that_no_database_keeps_is_not_looked_for(desk: Client) -> None:
    assert desk.get(at("words"), {"q": "Trot\0tel "}).context["query"] == "Trottel"


def test_importing_again_changes_what_is_other_and_nothing_else(lead_desk: Client) -> None:
    lead_desk.post(at("import_words"), {"text": "Trottel\nDepp"})

    page = lead_desk.post(at("import_words"), {"text": "Trottel;nein\nDepp"}, follow=True)

    assert said(page)[-1] == "0 Wendungen sind neu. 1 ist geändert."
    assert Phrase.objects.get(text="Trottel").inflected is False
