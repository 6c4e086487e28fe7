"""What can go wrong at the drawing table."""


class UnknownScene(ValueError):
    """Someone asked for a picture this studio cannot draw."""

    def __init__(self, scene: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no scene called {scene!r}. "
            f"Use one of the keys in blattwerk.sample.pictures.SCENES: {', '.join(known)}."
        )
        self.scene = scene
