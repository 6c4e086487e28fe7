from blattwerk.sample.pictures.errors import UnknownScene
from blattwerk.sample.pictures.mark import draw_mark
from blattwerk.sample.pictures.portraits import draw_portrait
from blattwerk.sample.pictures.sitter import Look
from blattwerk.sample.pictures.studio import SCENES, draw_scene

__all__ = ["SCENES", "Look", "UnknownScene", "draw_mark", "draw_portrait", "draw_scene"]
