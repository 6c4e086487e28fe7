from django.apps import AppConfig


class Narration(AppConfig):
    name = "blattwerk.narration"
    verbose_name = "Narration"

    def ready(self) -> None:
        from blattwerk.narration import receivers, tasks, word_receivers  # noqa: F401
        from blattwerk.narration.admin.editor_panel import NarrationPanel
        from blattwerk.newsroom.admin.article_panels import show_in_editor
        from blattwerk.newsroom.desks import chiefs_may, desks_may

        desks_may("narration.add_pronunciation", "narration.change_pronunciation")
        chiefs_may(
            "narration.delete_pronunciation",
            "narration.add_playlist",
            "narration.change_playlist",
            "narration.delete_playlist",
            "narration.change_narrationrules",
            "narration.change_voicechoice",
        )
        show_in_editor(NarrationPanel())
