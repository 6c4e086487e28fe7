"""What a stranger typed is shown as typed, and never becomes markup."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.discussion.pages.plain import marked_up
from tests.discussion.hostile import MADE


def test_blank_lines_part_paragraphs_and_others_break() -> None:
    assert marked_up("eins\nzwei\n\ndrei") == (
        '<p dir="auto">eins<br>zwei</p><p dir="auto">drei</p>'
    )


def test_quoted_lines_stand_apart() -> None:
    assert marked_up("> eins\n>zwei\nnein") == (
        '<blockquote><p dir="auto">eins<br>zwei</p></blockquote><p dir="auto">nein</p>'
    )


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("siehe https://example.org/a?b=1&c=2.", "https://example.org/a?b=1&c=2"),
        ("(https://example.org/Donau_(Fluss))", "https://example.org/Donau_(Fluss)"),
        ("HTTP://EXAMPLE.ORG/, ja", "HTTP://EXAMPLE.ORG/"),
        ("https://example.org/\u202egpj.exe", "https://example.org/"),
        ("»https://example.org«", "https://example.org"),
    ],
)
def test_an_address_becomes_a_link_without_the_sentence_around_it(typed: str, address: str) -> None:
    links = BeautifulSoup(marked_up(typed), "html.parser").select("a")

    assert [(link["href"], link.text) for link in links] == [(address, address)]
    assert [link["rel"] for link in links] == [["nofollow", "ugc", "noopener"]]


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "https://bank.example@evil.example/",
        "https://",
        "http://[::1",
        "ftp://example.org/",
        "data:text/html,<script>1</script>",
        "www.example.org",
    ],
)
def test_what_is_no_safe_address_stays_text(typed: str) -> None:
    shown = BeautifulSoup(marked_up(typed), "html.parser")

    assert shown.select("a") == []
    assert shown.text == typed


HOSTILE = [
    "<",
    ">",
    "&",
    '"',
    "'",
    "/",
    " ",
    "\n",
    "<script>",
    "http://",
    "e.org",
    "\u202e",
    "\u0301",
]


@given(st.lists(st.sampled_from(HOSTILE), max_size=30).map("".join) | st.text(max_size=80))
def test_whatever_is_typed_only_the_papers_own_elements_come_out(typed: str) -> None:
    shown = BeautifulSoup(marked_up(typed), "html.parser")

    foreign = [tag for tag in shown.find_all(True) if set(tag.attrs) != MADE.get(tag.name)]
    assert foreign == []
    assert [link["href"] for link in shown.select("a")] == [a.text for a in shown.select("a")]
