"""Absolute addresses stand at the paper's public address."""

from blattwerk.common.addresses import absolute


def test_a_path_stands_at_the_papers_address(settings: object) -> None:
    settings.BLATTWERK_ADDRESS = "https://www.probeblatt.example"  # type: ignore[attr-defined]

    assert absolute("/ausland/") == "https://www.probeblatt.example/ausland/"
    assert absolute("/größe/") == "https://www.probeblatt.example/gr%C3%B6%C3%9Fe/"


def test_an_absolute_address_stays_as_it_is() -> None:
    assert absolute("https://elsewhere.example/x") == "https://elsewhere.example/x"
