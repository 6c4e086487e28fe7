"""Answers that belong to one person."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from blattwerk.common.made_of import Storing, made_of

View = Callable[..., HttpResponse]


def private(view: View) -> View:
    """The view, its answers never stored by anybody."""

    @wraps(view)
    def noted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        made_of(request, "account", storing=Storing.PRIVATE)
        return view(request, *args, **kwargs)

    return noted
