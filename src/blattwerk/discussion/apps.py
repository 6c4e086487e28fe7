from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from wagtail.signals import page_published, page_unpublished


class Discussion(AppConfig):
    name = "blattwerk.discussion"
    verbose_name = "Discussion"

    def ready(self) -> None:
        from blattwerk.common.numbered import take_numbers
        from blattwerk.discussion.admin import strikes  # noqa: F401  # registers what is due
        from blattwerk.discussion.law import tasks  # noqa: F401  # registers what is due
        from blattwerk.discussion.writing import receivers  # noqa: F401  # hears of comments

        take_numbers()
        self._join_the_paper()
        self._ask_anew_after_changes()
        self._answer_for_readers_data()
        self._complete_the_database()

    def _join_the_paper(self) -> None:
        from django.conf import settings

        from blattwerk.accounts.registry import own_lines
        from blattwerk.common.bodies import takes_bodies
        from blattwerk.discussion.help.in_use import own_weights_at
        from blattwerk.discussion.own.queries import lines_for
        from blattwerk.discussion.ruling.editor_panel import DiscussionPanel
        from blattwerk.newsroom.admin.article_panels import show_in_editor
        from blattwerk.newsroom.desks import chiefs_may

        own_weights_at(settings.OWN_WEIGHTS)
        chiefs_may("discussion.moderate", "discussion.lead")
        show_in_editor(DiscussionPanel())
        takes_bodies("/diskussion/")
        own_lines(lines_for)

    def _ask_anew_after_changes(self) -> None:
        from wagtail.models import Page

        from blattwerk.discussion import models
        from blattwerk.discussion.recent import forget, forget_with
        from blattwerk.newsroom.models import Article

        forget_with(models.RuleSet, models.Switch, models.Phrase, models.Wording, models.Follow)
        forget_with(Article, Page)
        for changed in (page_published, page_unpublished):
            changed.connect(forget, dispatch_uid="discussion.recent")

    def _answer_for_readers_data(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from blattwerk.accounts.holders import holds_data
        from blattwerk.discussion.own_data import erase_forum, export_forum

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

    def _complete_the_database(self) -> None:
        from blattwerk.discussion.fences import raise_fences
        from blattwerk.discussion.team import gather_in_new_paper, gather_in_standing_paper

        post_migrate.connect(raise_fences, sender=self, dispatch_uid="discussion.fences")
        post_migrate.connect(gather_in_standing_paper, sender=self, dispatch_uid="discussion.team")
        post_save.connect(
            gather_in_new_paper, sender="newsroom.Paper", dispatch_uid="discussion.team"
        )
