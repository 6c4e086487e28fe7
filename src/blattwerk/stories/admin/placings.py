"""What editors decide about articles: where one belongs, and what the system proposes for it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from blattwerk.newsroom.models import Article
from blattwerk.stories.admin.deeds import DeskDeed
from blattwerk.stories.admin.doors import article_to_place, may_place
from blattwerk.stories.decide import accept, refuse
from blattwerk.stories.forbid import forbid
from blattwerk.stories.models import Membership, Proposal
from blattwerk.stories.move import move


class ArticleDeed(DeskDeed):
    """Says where an article belongs; for those who may edit it."""

    def do(self, number: int) -> str:
        article = article_to_place(self.request.user, number)
        standing = Membership.objects.filter(article=article).first()
        if standing is not None:
            self.back = redirect("storydesk:story", standing.story_id)
        return self.decide(article)

    def decide(self, article: Article) -> str:
        """Decide; returns the sentence."""
        raise NotImplementedError


class Move(ArticleDeed):
    """Into the story whose number is sent."""

    def decide(self, article: Article) -> str:
        story = self.story_named("story")
        move(article_id=article.pk, story_id=story.pk, why=self.why, **self.signed)
        self.back = redirect("storydesk:story", story.pk)
        return _("“%(headline)s” stands in “%(title)s” now.") % {
            "headline": article.title,
            "title": story.title,
        }


class TakeOut(ArticleDeed):
    """It stands alone and stays so."""

    def decide(self, article: Article) -> str:
        move(article_id=article.pk, story_id=None, why=self.why, **self.signed)
        return _("“%(headline)s” stands alone now and stays so.") % {"headline": article.title}


class Forbid(ArticleDeed):
    """It may stand anywhere but in this story."""

    def decide(self, article: Article) -> str:
        story = self.story_named("story")
        forbid(article_id=article.pk, story_id=story.pk, why=self.why, **self.signed)
        self.back = redirect("storydesk:story", story.pk)
        return _("“%(headline)s” never comes back into “%(title)s” by itself.") % {
            "headline": article.title,
            "title": story.title,
        }


class Verdict(DeskDeed):
    """On a proposal; on an article's by those who may edit it."""

    def do(self, number: int) -> str:
        found = Proposal.objects.select_related("article").filter(pk=number).first()
        if found is None:
            raise Http404
        if found.article is not None and not may_place(self.request.user, found.article):
            raise PermissionDenied
        return self.decide(found)

    def decide(self, proposal: Proposal) -> str:
        """Decide; returns the sentence."""
        raise NotImplementedError


class Accept(Verdict):
    def decide(self, proposal: Proposal) -> str:
        accept(proposal_id=proposal.pk, **self.signed)
        return _("Accepted: “%(title)s” is as it was proposed.") % {"title": proposal.story.title}


class Refuse(Verdict):
    def decide(self, proposal: Proposal) -> str:
        refuse(proposal_id=proposal.pk, why=self.why, **self.signed)
        return _("Refused; the same is not proposed again.")
