"""How the containers of a front stand beside one another: varied, but always in the same order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blattwerk.fronts.compose import Container
from blattwerk.newsroom.tone import is_opinion

RHYTHM = ("wide", "half", "half", "strip", "half", "half")


@dataclass(frozen=True)
class Placed:
    """A container and its template: lead, latest, picks, opinion, wide, strip or half."""

    container: Container
    look: str

    @property
    def template(self) -> str:
        return f"reading/containers/{self.look}.html"


def placed(containers: Sequence[Container]) -> list[Placed]:
    """Each container with its look; a half always has its other half beside it."""
    looks = list(_looks(containers))
    for index, look in enumerate(looks):
        if look == "half" and not _has_partner(looks, index):
            looks[index] = "strip"
    return [Placed(container, look) for container, look in zip(containers, looks, strict=True)]


def _looks(containers: Sequence[Container]) -> Iterator[str]:
    sections = 0
    for container in containers:
        if container.kind != "section":
            yield container.kind
        elif container.section is not None and is_opinion(container.section):
            yield "opinion"
        else:
            yield RHYTHM[sections % len(RHYTHM)]
            sections += 1


def _has_partner(looks: Sequence[str], index: int) -> bool:
    """Halves pair up from the start of their run."""
    start = index
    while start > 0 and looks[start - 1] == "half":
        start -= 1
    if (index - start) % 2:
        return True
    return index + 1 < len(looks) and looks[index + 1] == "half"
