"""Printed dates: shapes, labels, and what is no publication date."""

import pytest

from blattwerk.importing.dump.dates import is_relative_time, publication, read_date_line


def printed(text: str) -> str | None:
    line = read_date_line(text)
    stamp = publication(list(line.stamps)) if line else None
    return stamp.iso() if stamp else None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("13.04.2021 20:25", "2021-04-13T20:25:00+02:00"),
        ("13.01.2021, 20.25 Uhr", "2021-01-13T20:25:00+01:00"),
        ("13. Jänner 2021 um 7 Uhr", "2021-01-13T07:00:00+01:00"),
        ("Dienstag, 13. April 2021", "2021-04-13"),
        ("13.4.21", "2021-04-13"),
        ("1.2.99", "1999-02-01"),
        ("20:25 Uhr, 13.04.2021", "2021-04-13T20:25:00+02:00"),
        ("2021-07-01T12:00:00Z", "2021-07-01T14:00:00+02:00"),
        ("2021-12-31T23:30:00Z", "2022-01-01T00:30:00+01:00"),
        (
            "Veröffentlicht: 13.04.2021, 20:25 Aktualisiert: 14.04.2021, 08:00",
            "2021-04-13T20:25:00+02:00",
        ),
        ("13.04.2021, 20:25 (Akt. 14.04.2021, 07:15)", "2021-04-13T20:25:00+02:00"),
        ("28.03.2021 01:59", "2021-03-28T01:59:00+01:00"),
        ("28.03.2021 03:00", "2021-03-28T03:00:00+02:00"),
        ("31.10.2021 03:00", "2021-10-31T03:00:00+01:00"),
    ],
)
def test_a_publication_date_is_read_in_viennas_time(text: str, iso: str) -> None:
    assert printed(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "Aktualisiert am 13.04.2021, 20:25",
        "Stand: 13.04.2021",
        "Letztes Update am 13.04.2021",
        "© 2021 Traunauer Blatt",
        "Termin: 13.04.2021, 19 Uhr",
        "13.04.2021 - 15.04.2021",
        "31.02.2021",
        "13.13.2021",
        "Am 13. April 2021 beginnt in Traunau der Prozess gegen drei Männer.",
        "13. April",
        "20:25",
    ],
)
def test_other_dates_are_none(text: str) -> None:
    assert printed(text) is None


@pytest.mark.parametrize(
    "text", ["vor 3 Stunden", "vor einer Minute", "heute, 12:30 Uhr", "gestern um 9:15"]
)
def test_a_relative_time_is_known_and_gives_no_date(text: str) -> None:
    assert is_relative_time(text)
    assert printed(text) is None


def test_what_else_stands_on_a_date_line_is_kept() -> None:
    line = read_date_line("Ausland | 13.04.2021 20:25")

    assert line is not None
    assert line.rest == "Ausland"
