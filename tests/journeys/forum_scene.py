"""A forum where something of everything has happened, in the database of a running sample paper.

For a process beside it: `play(word)` prints the addresses that show it all. The word is part of
every name, so that nothing of it is there already. Whoever signs in as <word>@post.example leads
the team, and writes, reads and complains as others do.
"""

import json
from datetime import timedelta
from uuid import uuid4

from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.models import User
from blattwerk.accounts.terms import agree_to_terms
from blattwerk.discussion.decide import pick, refuse
from blattwerk.discussion.follow import follow
from blattwerk.discussion.law.complaints import complain_about_statement
from blattwerk.discussion.law.danger import note_danger, tell_authority
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.models import Comment, Note, Order, Reason, RuleSet, Statement
from blattwerk.discussion.mute import mute
from blattwerk.discussion.write import write_comment
from blattwerk.newsroom.models import Article
from tests.journeys.newcomer import PASSWORD
from tests.journeys.open_forum import OPEN

ITS_OWN_DISCUSSION = 7  # articles newer than it are others'
OWN = ("own_comments", "own_replies", "own_decisions", "own_notifications")
DESK = (
    "index",
    "readers",
    "log",
    "figures",
    "words",
    "new_word",
    "import_words",
    "reasons",
    "new_reason",
)
LAW = ("law_desk", "law_dangers", "law_letters", "law_orders")
EVERYBODYS = ("forum_rules", "forum_contact", "forum_numbers")
RULING = ("index", "wordings", "lengths")


class Play:
    """Who is in it, and the discussion they have."""

    def __init__(self, word: str) -> None:
        self.word, self.now = word, timezone.now()
        articles = Article.objects.filter(live=True, published_at__lt=self.now)
        self.article = articles.order_by("-published_at")[ITS_OWN_DISCUSSION]
        RuleSet.objects.update_or_create(
            scope="page",
            key=self.article.pk,
            defaults={"plain": {**OPEN, "moderation": {"policy": "post"}}, "changed_at": self.now},
        )
        self.lead = self.somebody("", "access_admin", "moderate", "lead")
        self.colleague = self.somebody("-clara", "access_admin", "moderate")
        self.anna, self.bert = self.somebody("-anna"), self.somebody("-bert")
        self.reason = Reason.objects.create(
            title=f"Beleidigung {word}", ground="rules", clause="Regeln, 2", text="So nicht."
        )

    def somebody(self, name: str, *rights: str) -> User:
        """With a public name."""
        user = User.objects.create_user(f"{self.word}{name}@post.example", PASSWORD)
        choose_name(user=user, text=f"Leserin {self.word}{name}", now=self.now)
        agree_to_terms(user=user, now=self.now)
        user.user_permissions.add(*Permission.objects.filter(codename__in=rights))
        return User.objects.get(pk=user.pk)

    def said(self, writer: User, words: str, to: Comment | None = None) -> Comment:
        """In public, as if the pause between two comments were over."""
        parent = to.pk if to else None
        text = f"{words} {self.word}"
        comment = write_comment(
            page=self.article, writer=writer, text=text, key=uuid4(), now=self.now, parent_id=parent
        )
        Comment.objects.filter(pk=comment.pk).update(sent_at=self.now - timedelta(hours=2))
        return comment

    def statement(self, words: str) -> Statement:
        """The lead wrote something that a colleague has removed."""
        comment = self.said(self.lead, words)
        entry = refuse(comment_id=comment.pk, by=self.colleague, now=self.now, reason=self.reason)
        return Statement.objects.get(entry=entry)


def play(word: str) -> None:
    """All of it, and where it can be seen."""
    scene = Play(word)
    reading, passing = _readers_see(scene), _strangers_see(scene)
    told = {"reading": reading, "passing": passing, "working": _team_sees(scene)}
    print(json.dumps({"email": scene.lead.email, **told}))


def _readers_see(scene: Play) -> list[str]:
    mine = scene.said(scene.lead, "Woher weiß man das?")
    reply = scene.said(scene.anna, "Aus dem Bericht.", mine)
    loud = scene.said(scene.bert, "Alles Unsinn!")
    pick(comment_id=reply.pk, by=scene.colleague, now=scene.now)
    follow(page=scene.article, reader=scene.lead, now=scene.now)
    mute(comment_id=loud.pk, reader=scene.lead, now=scene.now)
    told = Said(kind="law", why="Üble Nachrede.", law="§ 111 StGB", good_faith=True)
    notice = give_notice(comment_ids=[loud.pk], said=told, now=scene.now, reader=scene.lead)
    accepted, refused = scene.statement("Erstens."), scene.statement("Zweitens.")
    complaint = complain_about_statement(token=refused.token, text="Doch.", now=scene.now)
    number, answering = scene.article.pk, f"?antwort={reply.pk}&zitat=1"
    return [
        *(reverse(name) for name in OWN),
        reverse("statement", args=[accepted.token]),
        reverse("complain", args=[accepted.token]),
        reverse("complaint_state", args=[complaint.token]),
        reverse("notice_state", args=[notice.token]),
        reverse("thread", args=[number]),
        reverse("thread_form", args=[number]),
        reverse("thread_form", args=[number]) + answering,
        reverse("thread_follow", args=[number]),
        reverse("comment", args=[reply.pk]),
        reverse("comment_recommend", args=[reply.pk]),
        reverse("writer_mute", args=[reply.pk]),
        reverse("comment_delete", args=[mine.pk]),
        reverse("notice") + f"?kommentar={reply.pk}",
    ]


def _strangers_see(scene: Play) -> list[str]:
    """What is the same for all, and what is not for those who are not signed in."""
    number, reply = scene.article.pk, scene.anna.comments.get()
    return [
        *(reverse(name) for name in EVERYBODYS),
        reverse("thread", args=[number]),
        reverse("thread_form", args=[number]),
        reverse("comment", args=[reply.pk]),
        reverse("notice") + f"?kommentar={reply.pk}",
    ]


def _team_sees(scene: Play) -> list[str]:
    threat = scene.said(scene.bert, "Ich weiß, wo du wohnst.")
    by, now = scene.colleague, scene.now
    told = note_danger(comment_id=threat.pk, facts="Eine Drohung.", by=by, now=now)
    tell_authority(danger_id=told.pk, authority="Polizei", by=by, now=now)
    note_danger(comment_id=threat.pk, facts="Noch eine.", by=by, now=now)
    Note.objects.create(reader=scene.bert, text="Wird oft laut.", by=scene.lead, at=scene.now)
    Order.objects.create(
        kind="act", authority="Gericht", country="AT", received_at=scene.now, entered_by=scene.lead
    )
    statement = Statement.objects.filter(reader=scene.lead, complaint__isnull=False).get()
    notice = scene.lead.notices.get()
    number = scene.article.pk
    return [
        *(reverse(f"forumdesk:{name}") for name in DESK),
        reverse("forumdesk:reader", args=[scene.bert.pk]),
        reverse("forumdesk:comment", args=[threat.pk]),
        *(reverse(name) for name in LAW),
        reverse("law_complaint", args=[statement.complaint.pk]),
        reverse("law_notice", args=[notice.pk]),
        *(reverse(f"forumrules:{name}") for name in RULING),
        reverse("forumrules:rules", args=["site", 0]),
        reverse("forumrules:rules", args=["page", number]),
        reverse("forumrules:wording", args=["rules", "de"]),
        reverse("forumrules:leads", args=[number]),
    ]
