"""Rooms name the scripts that stand on every page."""

from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from blattwerk.shell.page_scripts import on_every_page, scripts_of_every_page


def test_a_script_is_loaded_once_however_often_it_is_named() -> None:
    before = scripts_of_every_page()

    on_every_page(before[0])

    assert scripts_of_every_page() == before


def test_every_page_loads_them_as_modules() -> None:
    page = BeautifulSoup(render_to_string("shell/page.html"), "html.parser")
    loaded = [script["src"] for script in page.select("script[type=module]")]
    assert loaded == [f"/static/{path}" for path in scripts_of_every_page()]
