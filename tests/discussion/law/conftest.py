"""What is counted of those who ask."""

import pytest
from django.core.cache import caches


@pytest.fixture
def nobody_has_asked_yet(db: None) -> None:
    """Nor given notice."""
    caches["limits"].clear()
