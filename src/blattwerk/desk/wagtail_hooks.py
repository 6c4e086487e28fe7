"""What the desk puts into Wagtail's admin."""

from typing import Any

from wagtail import hooks

from blattwerk.desk.panels import ComingPanel, WorkerPanel


@hooks.register("construct_homepage_panels")
def boards(_request: Any, panels: list[Any]) -> None:
    panels[:0] = [WorkerPanel(), ComingPanel()]
