"""What the import's tests have at hand."""

from collections.abc import Callable

import pytest
from django.apps import apps

Count = Callable[[], dict[str, int]]


@pytest.fixture
def all_rows(db: None) -> Count:
    """How many rows each table holds."""

    def count() -> dict[str, int]:
        return {
            model._meta.label: model._default_manager.count()
            for model in apps.get_models(include_auto_created=True)
        }

    return count
