"""The name that others see: who is refused, and that no two look alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.accounts.errors import NameRefused
from blattwerk.accounts.public_name import LONGEST, SHORTEST, checked_name
from blattwerk.accounts.skeleton import skeleton

PAPER, PEOPLE = "Der Grünbote", ("Mira Feldner", "Jörg Östlund")


def refused(text: str) -> bool:
    try:
        checked_name(text, paper=PAPER, people=PEOPLE)
    except NameRefused:
        return True
    return False


@pytest.mark.parametrize(
    "name",
    [
        "Anna", "Karl-Heinz M.", "Željka O'Brien", "d’Artagnan", "Müller_22", "Badmintonfan",
        "Steamer", "Teamgeist", "Мария", "Γιώργος", "山田太郎", "김철수", "שרה לוי", "فاطمة",
        "สมชาย",
        "Nguyễn Văn", "Rotkehlchen 7", "Model", "Modest", "Mira F.",
    ],
)  # fmt: skip
def test_an_honest_name_stays_as_it_is(name: str) -> None:
    assert checked_name(name, paper=PAPER, people=PEOPLE) == unicodedata.normalize("NFKC", name)


@pytest.mark.parametrize(
    "name",
    [
        "", "  ", "ab", "x" * 31, "a" * 10_000, "123", "1234567", "---", "...", "🙂🙂🙂", "Anna🙂",
        "An\u200bna", "An\u00adna", "Anna\u202e", "\u2066Anna\u2069", "An\x00na", "An\nna",
        "An\tna",
        "An\u2028na", "\ufeffAnna", "ᅠᅠᅠ", "ㅤㅤㅤ", "⠀⠀⠀", "a\u0301\u0302\u0303nna", "Z̸̢͎a̸͉l̵̰g̷͓o̶",
        "\u0301nna", "Аnnа", "Pаul", "Annaπ", "anna@post.example", "www.anna.at", "https anna",
        "blatt.example", "<b>Anna", "Anna/Karl", "a&b;c", "{{ user }}", "Anna\ud800",
        "ꙮꙮꙮ𒐫", "Anna\ue000",
    ],
)  # fmt: skip
def test_what_cannot_be_shown_in_one_plain_line_is_refused(name: str) -> None:
    assert refused(name)


@pytest.mark.parametrize(
    "name",
    [
        "Redaktion", "redaktion", "R e d a k t i o n", "R.e.d.a.k.t.i.o.n", "Die Redaktion Wien",
        "Redakti0n", "Rédaktiön", "ReDaKtIoN", "Redaktlon", "RedaktI0n", "Chefredaktion",
        "Chefredakteurin", "Admin", "4dmin", "AdminKarl", "karladmin", "Admin7", "Administrator",
        "Moderator", "Moderatorin", "M0derat0r", "Rnoderator", "Team", "T3am", "Team Wien",
        "WienTeam",
        "Team7", "Support", "Supp0rt", "Blattwerk", "BIattvverk", "Blatt-Werk", "Der Grünbote",
        "DerGrunbote", "Grünbote der Grünbote", "Mira Feldner",
        "Feldner Mira", "MiraFeldner", "M1ra Fe1dner", "Mira Feldner 2", "Joerg Oestlund",
        "Jorg Ostlund", "ADMIN", "Аdmin", "Ꭱedaktion", "ⓐdmin", "ｒｅｄａｋｔｉｏｎ", "𝐀𝐝𝐦𝐢𝐧",
    ],
)  # fmt: skip
def test_nobody_passes_for_somebody_of_the_paper(name: str) -> None:
    assert refused(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iris", "lris"), ("Anna Berg", "annaberg"), ("Anna-Berg", "Anna.Berg"), ("Otto", "0tt0"),
        ("Karl", "Каrl"), ("paul", "раul"), ("Müller", "Muller"), ("modern", "modem"),
        ("Wolf", "VVolf"), ("Anna", "Ａｎｎａ"), ("Anna", "Ännä"),
        ("Stella", "5te11a"), ("Großer", "GROSSER"),
        ("Олег", "ОЛЕГ"), ("Bine", "8ine"), ("Ali", "AIi"),
    ],
)  # fmt: skip
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Anna", "Hanna"), ("Karl", "Carla"), ("Berg", "Burg"), ("Eva", "Ena")]
)
def test_names_that_differ_have_two_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_a_refusal_is_a_sentence() -> None:
    with pytest.raises(NameRefused, match=r"^[A-ZÄÖÜ].*\.$"):
        checked_name("ab")


def test_spaces_are_put_in_order() -> None:
    assert checked_name("  Anna \u00a0 Berg ") == "Anna Berg"


anything = st.text(st.characters(), max_size=60)
lettered = st.text(st.characters(categories=["L", "M", "N", "Zs", "Pd"]), max_size=34)


@given(anything | lettered)
def test_a_skeleton_is_its_own_skeleton(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


@given(anything | lettered)
def test_any_text_is_accepted_or_refused_and_nothing_else(text: str) -> None:
    assert refused(text) in (True, False)


@given(lettered)
def test_what_is_accepted_is_one_visible_line(text: str) -> None:
    if refused(text):
        return
    name = checked_name(text)

    assert name == checked_name(name)
    assert name.splitlines() == [name]
    assert name.isprintable()
    assert len(name) >= SHORTEST
    assert skeleton(name)
    assert {unicodedata.bidirectional(letter) for letter in name}.isdisjoint(
        {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN", "B"}
    )


@given(st.text("AaÄäIiLlOo01-. ", min_size=1, max_size=LONGEST))
def test_case_and_separators_do_not_make_another_name(text: str) -> None:
    assert skeleton(text.upper()) == skeleton(text.lower().replace("-", "").replace(" ", ""))
