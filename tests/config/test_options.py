"""Settings: typed, with safe defaults, refused with a sentence."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.config.options import BadOption, Options, default_data_folder, read_options


def test_nothing_has_to_be_set() -> None:
    assert read_options({}) == Options(data=default_data_folder())


def test_an_empty_variable_counts_as_unset() -> None:
    assert read_options({"PORT": " ", "BLATTWERK_DATA": ""}) == read_options({})


def test_every_setting_is_read_in_its_type(tmp_path: Path) -> None:
    options = read_options(
        {
            "BLATTWERK_DATA": str(tmp_path),
            "PORT": "8123",
            "BLATTWERK_HOSTS": "www.example.at, example.at",
            "BLATTWERK_ZONE": "Europe/Berlin",
            "BLATTWERK_ADDRESS": "https://www.example.at/",
            "BLATTWERK_DEBUG": "yes",
            "BLATTWERK_LANGUAGE": "en",
        }
    )

    assert options.data == tmp_path
    assert options.port == 8123
    assert options.allowed_hosts == ("www.example.at", "example.at")
    assert options.zone == ZoneInfo("Europe/Berlin")
    assert options.address == "https://www.example.at"
    assert options.debug is True
    assert options.language == "en"


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("PORT", "0"),
        ("PORT", "70000"),
        ("PORT", "８０８０"),
        ("BLATTWERK_ZONE", "Wien"),
        ("BLATTWERK_LANGUAGE", "fr"),
        ("BLATTWERK_DEBUG", "vielleicht"),
        ("BLATTWERK_ADDRESS", "www.example.at"),
        ("BLATTWERK_ADDRESS", "https://example.at/zeitung"),
        ("BLATTWERK_HOSTS", "example.at/pfad"),
        ("BLATTWERK_WEB_PROCESSES", "0"),
        ("BLATTWERK_WEB_THREADS", "-1"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(variable: str, text: str) -> None:
    with pytest.raises(BadOption) as refusal:
        read_options({variable: text})

    assert str(refusal.value).startswith(f"{variable}={text!r} must be ")


@given(st.text(max_size=12))
def test_a_port_is_a_number_in_range_or_refused(text: str) -> None:
    try:
        options = read_options({"PORT": text})
    except BadOption:
        return
    assert 0 < options.port < 65536


def test_a_secret_is_not_repeated_in_a_complaint() -> None:
    with pytest.raises(BadOption) as refusal:
        read_options({"DATABASE_URL": "mysql://blatt:GEHEIM@db/zeitung"})

    assert "GEHEIM" not in str(refusal.value)
    assert str(refusal.value).startswith("DATABASE_URL must be ")
