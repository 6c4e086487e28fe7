"""Django finds nothing wrong with the paper on its database, whichever it is."""

import pytest
from django.core.checks import run_checks


@pytest.mark.django_db
def test_the_paper_passes_every_check_on_its_database() -> None:
    assert run_checks(databases=["default"]) == []
