"""Days and times as a newspaper prints them."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.shell import moments
from blattwerk.shell.templatetags.moments import printed

EVENING = datetime(2021, 4, 13, 18, 25, tzinfo=UTC)  # 20.25 in Vienna
seconds = st.integers(min_value=-600_000_000, max_value=5_600_000_000)  # 1950 to 2147
instants = seconds.map(lambda second: datetime.fromtimestamp(second, UTC))


def test_a_moment_is_printed_as_austrian_papers_do() -> None:
    assert moments.moment(EVENING, "de") == "13. April 2021, 20.25 Uhr"
    assert moments.dated(EVENING, "de") == "Dienstag, 13. April 2021"


def test_a_moment_is_printed_in_english() -> None:
    assert moments.moment(EVENING, "en") == "13 April 2021, 20:25"
    assert moments.dated(EVENING, "en-gb") == "Tuesday, 13 April 2021"


def test_the_first_month_is_called_as_in_austria() -> None:
    assert moments.day(date(2026, 1, 6), "de") == "6. Jänner 2026"


def test_an_hour_has_no_leading_zero_and_a_minute_has() -> None:
    assert moments.clock(datetime(2026, 7, 1, 4, 5, tzinfo=UTC), "de") == "6.05"


def test_an_unknown_language_reads_english() -> None:
    assert moments.day(EVENING, "fr") == "13 April 2021"


def test_a_day_turns_at_the_papers_midnight() -> None:
    assert moments.day(datetime(2026, 6, 30, 22, 0, tzinfo=UTC), "de") == "1. Juli 2026"


@given(instants)
def test_machines_read_the_same_instant(instant: datetime) -> None:
    told = datetime.fromisoformat(moments.machine(instant))
    assert told == instant.replace(microsecond=0)
    assert told.utcoffset() == timezone.localtime(instant).utcoffset()


@given(instants)
def test_the_printed_day_can_be_read_back(instant: datetime) -> None:
    months = moments.MONTHS["de"].split()
    day, month, year = moments.day(instant, "de").split()
    read = date(int(year), months.index(month) + 1, int(day.rstrip(".")))
    assert read == timezone.localtime(instant).date()


@given(instants)
def test_the_printed_clock_can_be_read_back(instant: datetime) -> None:
    local = timezone.localtime(instant)
    hour, minute = moments.clock(instant, "de").split(".")
    assert (int(hour), int(minute), len(minute)) == (local.hour, local.minute, 2)


@given(instants)
def test_seven_days_later_is_the_same_weekday(instant: datetime) -> None:
    later = timezone.localtime(instant) + timedelta(days=7)
    weekday = moments.dated(instant, "de").split(",")[0]
    assert moments.dated(later, "de").split(",")[0] == weekday


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 1, 1)))
def test_a_bare_day_is_not_moved_by_any_zone(day: date) -> None:
    assert moments.machine(day) == day.isoformat()


def test_a_printed_time_speaks_to_readers_and_machines() -> None:
    assert printed(EVENING, "moment") == (
        '<time datetime="2021-04-13T20:25:00+02:00">13. April 2021, 20.25 Uhr</time>'
    )


def test_where_only_the_day_is_known_no_time_is_printed() -> None:
    day = '<time datetime="2021-04-13">13. April 2021</time>'
    assert printed(EVENING, "moment", day_only=True) == day
    assert printed(EVENING, "clock", day_only=True) == day


def test_where_no_time_is_known_nothing_is_printed() -> None:
    assert printed(None) == ""
