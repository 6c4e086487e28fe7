"""From units to a script: what is said, in which order, with which silence."""

from blattwerk.common.speakable import Unit, UnitKind
from blattwerk.narration.rules import RULES, SENTENCE_GAP, Hearing
from blattwerk.narration.script import LONGEST, House, write_script


def script_of(*units: Unit, **choices: object) -> list[tuple[str, str]]:
    script = write_script(units, "de", **choices)  # type: ignore[arg-type]
    return [(line.written, line.spoken) for line in script.lines]


def test_every_kind_of_unit_has_a_rule() -> None:
    assert set(RULES) == set(UnitKind)


def test_sentences_keep_a_short_silence_and_units_end_with_their_own() -> None:
    units = [
        Unit(UnitKind.HEADLINE, "Der Titel"),
        Unit(UnitKind.PARAGRAPH, "Das ist eins. Das ist noch eins."),
    ]
    gaps = [line.gap for line in write_script(units, "de").lines]
    assert gaps == [
        RULES[UnitKind.HEADLINE].gap,
        SENTENCE_GAP,
        RULES[UnitKind.PARAGRAPH].gap,
    ]


def test_a_byline_is_said_with_a_word_before_it_and_written_without() -> None:
    assert script_of(Unit(UnitKind.BYLINE, "Anna Berger")) == [("Anna Berger", "Von Anna Berger.")]


def test_a_paper_may_leave_bylines_out() -> None:
    assert script_of(Unit(UnitKind.BYLINE, "Anna Berger"), hearing=Hearing(bylines=False)) == []


def test_captions_and_tables_are_heard_only_when_the_paper_wants_them() -> None:
    units = (Unit(UnitKind.CAPTION, "Ein Bild."), Unit(UnitKind.TABLE_ROW, "Wien, Graz"))
    assert script_of(*units) == []
    wanted = Hearing(captions=True, tables=True)
    assert [written for written, _ in script_of(*units, hearing=wanted)] == [
        "Ein Bild.",
        "Wien, Graz",
    ]


def test_a_quote_is_announced_with_its_speaker_but_the_words_stand_nowhere() -> None:
    quote = Unit(UnitKind.QUOTE, "Das wird gut.", speaker="Anna Berger")
    assert script_of(quote) == [("", "Zitat Anna Berger:"), ("Das wird gut.", "Das wird gut.")]


def test_a_quote_is_not_announced_when_the_paper_does_not_want_it() -> None:
    quote = Unit(UnitKind.QUOTE, "Das wird gut.", speaker="Anna Berger")
    said = script_of(quote, hearing=Hearing(announce_quotes=False))
    assert said == [("Das wird gut.", "Das wird gut.")]


def test_a_subhead_opens_a_chapter() -> None:
    script = write_script([Unit(UnitKind.SUBHEAD, "Wie es weitergeht")], "de")
    assert [line.chapter for line in script.lines] == ["Wie es weitergeht"]


def test_what_leaves_nothing_to_say_makes_no_line() -> None:
    assert script_of(Unit(UnitKind.PARAGRAPH, "🎉 – ***")) == []


def test_a_page_without_units_has_an_empty_script() -> None:
    assert write_script([], "de").lines == ()


def test_a_sentence_too_long_for_an_engine_is_said_in_parts() -> None:
    text = "Das Wort steht hier, " * 240 + "und damit endet es."
    script = write_script([Unit(UnitKind.PARAGRAPH, text)], "de")
    assert max(len(line.spoken) for line in script.lines) <= LONGEST
    assert "".join(line.written for line in script.lines).replace(" ", "") == text.replace(" ", "")


def test_the_pronunciation_list_changes_what_is_said_and_not_what_is_written() -> None:
    house = House(spoken={"Joe": "Dscho"})
    assert script_of(Unit(UnitKind.PARAGRAPH, "Joe kam."), house=house) == [
        ("Joe kam.", "Dscho kam.")
    ]


def test_a_word_with_ipa_stays_a_word_and_comes_with_its_sound() -> None:
    house = House(ipa={"EU": "eːˈuː"})
    script = write_script([Unit(UnitKind.PARAGRAPH, "Die EU zahlt.")], "de", house=house)
    assert script.lines[0].spoken == "Die EU zahlt."
    assert house.lexicon(script.lines[0].spoken) == {"EU": "eːˈuː"}


def test_the_digest_is_the_same_for_the_same_words_and_voice() -> None:
    units = [Unit(UnitKind.PARAGRAPH, "Das ist eins.")]
    assert write_script(units, "de").digest(["a"]) == write_script(units, "de").digest(["a"])


def test_the_digest_changes_with_the_words_the_voice_and_a_words_sound() -> None:
    units = [Unit(UnitKind.PARAGRAPH, "Das ist eins.")]
    other = [Unit(UnitKind.PARAGRAPH, "Das ist zwei.")]
    with_ipa = write_script(units, "de", house=House(ipa={"eins": "aɪns"}))
    digests = {
        write_script(units, "de").digest(["a"]),
        write_script(units, "de").digest(["b"]),
        write_script(other, "de").digest(["a"]),
        with_ipa.digest(["a"]),
    }
    assert len(digests) == 4


def test_the_digest_does_not_change_with_words_the_page_does_not_hold() -> None:
    units = [Unit(UnitKind.PARAGRAPH, "Das ist eins.")]
    elsewhere = House(spoken={"Joe": "Dscho"}, ipa={"Biden": "ˈbaɪdn"})
    plain = write_script(units, "de").digest(["a"])
    assert write_script(units, "de", house=elsewhere).digest(["a"]) == plain
