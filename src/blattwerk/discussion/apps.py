from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Discussion(AppConfig):
    name = "blattwerk.discussion"
    verbose_name = "Discussion"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from blattwerk.accounts.holders import holds_data
        from blattwerk.common.bodies import takes_bodies
        from blattwerk.discussion.fences import raise_fences
        from blattwerk.discussion.own_data import erase_forum, export_forum
        from blattwerk.newsroom.desks import chiefs_may

        chiefs_may("discussion.moderate", "discussion.lead")
        takes_bodies("/diskussion/")
        holds_data(
            "discussion",
            export=export_forum,
            erase=erase_forum,
            removes=_(
                "The texts of your comments and their former versions, your recommendations, whom "
                "you mute and what you follow."
            ),
            keeps=_(
                "The place of each comment, without name and text; decisions about you and your "
                "reports, without name and address, as long as the law lets them be contested. A "
                "text about which a report or complaint is undecided is kept until it is decided."
            ),
        )
        post_migrate.connect(raise_fences, sender=self, dispatch_uid="discussion.fences")
