"""Which container stands how, whatever an editor puts together."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.fronts.compose import Container
from blattwerk.newsroom.models import Section
from blattwerk.reading.layout import placed

pytestmark = pytest.mark.django_db  # a page asks for its content type when it is made

kinds = st.sampled_from(["lead", "latest", "picks", "section", "section", "section", "opinion"])


def container(kind: str) -> Container:
    if kind == "opinion":
        return Container("section", [], section=Section(slug="meinung", title="Meinung"))
    if kind == "section":
        return Container("section", [], section=Section(slug="sport", title="Sport"))
    return Container(kind, [])


def looks(*wanted: str) -> list[str]:
    return [part.look for part in placed([container(kind) for kind in wanted])]


def test_sections_change_their_look_in_a_steady_rhythm() -> None:
    assert looks("lead", "latest", *["section"] * 6) == [
        "lead",
        "latest",
        "wide",
        "half",
        "half",
        "strip",
        "half",
        "half",
    ]


def test_views_look_unlike_news_and_do_not_break_the_rhythm() -> None:
    assert looks("section", "opinion", "section", "section") == ["wide", "opinion", "half", "half"]


def test_a_half_that_would_stand_alone_takes_the_whole_row() -> None:
    assert looks("section", "section", "opinion") == ["wide", "strip", "opinion"]


@given(st.lists(kinds, max_size=14))
def test_halves_always_stand_in_pairs(wanted: list[str]) -> None:
    runs = [len(list(run)) for look, run in groupby(looks(*wanted)) if look == "half"]
    assert [length % 2 for length in runs] == [0] * len(runs)


@given(st.lists(kinds, max_size=14))
def test_no_container_is_lost_or_moved(wanted: list[str]) -> None:
    containers = [container(kind) for kind in wanted]
    assert [part.container for part in placed(containers)] == containers
