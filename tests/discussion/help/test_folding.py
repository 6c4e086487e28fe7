"""Words that were written to slip through are read as what they are."""

import pytest

from blattwerk.discussion.help.folding import MOST_LETTERS, folded
from blattwerk.discussion.help.reading import MOST_READ, tokens


@pytest.mark.parametrize(
    "written",
    ["Trottel", "TROTTEL", "tr0ttel", "Tr0tt3l", "Troooottel", "Тrоttеl", "Tro\u200bttel",
     "Tro\u00adttel", "Tr\u0336o\u0336ttel", "Ｔｒｏｔｔｅｌ", "𝓣𝓻𝓸𝓽𝓽𝓮𝓵",
     "Tro\ufe0fttel"],
)  # fmt: skip
def test_a_disguised_word_is_folded_to_the_plain_one(written: str) -> None:
    assert folded(written) == "trottel"


@pytest.mark.parametrize(
    ("written", "plain"),
    [("blöd", "bloed"), ("blo\u0308d", "bloed"), ("BLÖD", "bloed"), ("Spaß", "spass"),
     ("G20", "g20"), ("20er", "20er"), ("2015", "2015"), ("covid19", "covid19")],
)  # fmt: skip
def test_umlauts_are_written_out_and_figures_stay_figures(written: str, plain: str) -> None:
    assert folded(written) == plain


def test_a_word_without_end_is_cut() -> None:
    assert folded("ab" * 10_000) == "ab" * (MOST_LETTERS // 2)


@pytest.mark.parametrize(
    "written", ["T r o t t e l", "T.r.o.t.t.e.l", "T-r-o-t-t-e-l", "T_r_o_t_t_e_l"]
)
def test_letters_with_gaps_are_one_word(written: str) -> None:
    found = list(tokens(f"Du {written}!"))

    assert [(token.kind, token.key) for token in found[1:]] == [("gaps", "trottel"), ("shout", "!")]


def test_signs_people_tags_and_addresses_are_told_apart() -> None:
    found = tokens("@max Schau: https://example.org/a?b #BlödeFrage … 😂 WARUM?!?")

    assert [(token.kind, token.key) for token in found] == [
        ("person", ""), ("word", "schau"), ("address", ""), ("tag", "bloedefrage"), ("dots", ""),
        ("sign", "😂"), ("word", "warum"), ("shout", "!??"),
    ]  # fmt: skip


def test_capitals_are_kept_beside_the_folded_word() -> None:
    assert [token.written for token in tokens("WARUM")] == ["WARUM"]


def test_what_comes_after_the_limit_is_not_read() -> None:
    assert max(token.end for token in tokens("Wort " * MOST_READ)) <= MOST_READ
