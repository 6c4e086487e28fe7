"""The bare frame needs nothing but itself."""

from bs4 import BeautifulSoup
from django.template.loader import render_to_string


def test_the_frame_stands_without_any_context() -> None:
    page = BeautifulSoup(render_to_string("shell/page.html"), "html.parser")
    assert page.html is not None
    assert page.html["lang"] == "de"
    assert [link["href"] for link in page.select("a.skip")] == ["#inhalt"]
    assert [main["id"] for main in page.find_all("main")] == ["inhalt"]
    assert page.select("nav") == []


def test_two_roman_fonts_are_fetched_ahead() -> None:
    page = BeautifulSoup(render_to_string("shell/page.html"), "html.parser")
    ahead = [link["href"] for link in page.select('link[rel="preload"]')]
    assert ahead == [
        "/static/shell/fonts/source-serif-4.woff2",
        "/static/shell/fonts/source-sans-3.woff2",
    ]


def test_the_menu_opens_without_a_script() -> None:
    links = [{"title": "Ausland", "address": "/ausland/", "key": 1}]
    header = BeautifulSoup(
        render_to_string("shell/header.html", {"name": "Blatt", "links": links, "current": 1}),
        "html.parser",
    )
    menu = header.select_one("nav[popover]")
    assert menu is not None
    buttons = [button["popovertarget"] for button in header.select("button[popovertarget]")]
    assert buttons == [menu["id"], menu["id"]]
    assert [(link["href"], link.get("aria-current")) for link in menu.select("a")] == [
        ("/ausland/", "page"),
        ("/konto/", None),
    ]
