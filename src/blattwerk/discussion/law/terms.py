"""The forum's rules in plain words, as the settings stand: whoever changes one changes the page.

Art. 14: what is restricted, how it is decided, by which tools and people, and how to complain.
"""

from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from blattwerk.discussion.change import EDITABLE
from blattwerk.discussion.guards import DAY, HOUR, MOST
from blattwerk.discussion.law.deadlines import COMPLAIN_WITHIN, COMPLAINT_DAYS
from blattwerk.discussion.models import Phrase, RuleSet, Switch
from blattwerk.discussion.rules.layers import Rules, lay
from blattwerk.discussion.rules.moderation import Instead
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.switches import switches
from blattwerk.discussion.text import MOST_LINKS
from blattwerk.discussion.told import hours, who_reads
from blattwerk.shell.moments import WEEKDAYS


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands below it, a paragraph each."""

    heading: str
    said: list[str]


def house_rules() -> list[str]:
    """What holds where the paper has not written its own."""
    return [
        _("Stay with the matter of the article."),
        _("Argue hard, but do not insult, humiliate or threaten anybody."),
        _("No hate against people for their origin, religion, sex, disability or orientation."),
        _("Claims that harm somebody need a source that others can check."),
        _("No private data or pictures of others, no letters or chats that are not yours."),
        _("No advertising, no appeals to break the law, nothing illegal."),
    ]


def parts() -> list[Part]:
    """All but the house rules themselves."""
    site = RuleSet.objects.filter(scope=RuleSet.Scope.SITE, key=0).first()
    rules, switched = lay(site=from_plain(site.plain if site else {})), switches()
    return [
        Part(_("When you can write"), _when(rules)),
        Part(_("What you can write"), _what(switched)),
        Part(_("Who reads it first"), _who(rules)),
        Part(_("Which tools help"), _tools(switched)),
        Part(_("What can happen to a comment"), _measures()),
        Part(_("What can happen to an account"), _sanctions()),
        Part(_("If you see something illegal"), _notices()),
        Part(_("If you think we are wrong"), _complaints()),
        Part(_("What is kept, and how long"), _kept(switched)),
    ]


def hours_told(rules: Rules) -> str:
    """The windows of the week."""
    days = rules.week.days
    if len(set(days)) == 1:
        return _("Every day: %(windows)s.") % {"windows": hours(days[0])}
    names = WEEKDAYS.get((get_language() or "de")[:2], WEEKDAYS["en"]).split()
    told = [f"{name} {hours(windows)}" for name, windows in zip(names, days, strict=True)]
    return "; ".join(told) + "."


def _when(rules: Rules) -> list[str]:
    if not rules.on:
        return [_("There is no discussion at present.")]
    said = [hours_told(rules), _outside(rules)]
    if rules.months:
        said.append(
            ngettext(
                "A discussion closes %(count)d month after its article came out.",
                "A discussion closes %(count)d months after its article came out.",
                rules.months,
            )
            % {"count": rules.months}
        )
    if rules.queues:
        said.append(_("When very many comments wait to be read, stricter rules hold for a while."))
    said.append(_("Sections, topics and single articles may have other rules; each says so."))
    return said


def _outside(rules: Rules) -> str:
    if rules.outside is Instead.CLOSED:
        return _("Outside these hours you can read, but not write.")
    if rules.outside is Instead.SLOW:
        return _("Outside these hours you wait %(count)d seconds between two comments.") % {
            "count": rules.pace
        }
    return _("Outside these hours the team reads every comment before it appears.")


def _what(switched: Switch) -> list[str]:
    hourly, daily = dict(MOST)[HOUR], dict(MOST)[DAY]
    return [
        _("A comment has %(longest)d characters at most and %(links)d links.")
        % {"longest": switched.longest, "links": MOST_LINKS},
        _("One reader writes %(hourly)d comments an hour at most and %(daily)d a day.")
        % {"hourly": hourly, "daily": daily},
        _("You can change your comment for %(minutes)d minutes and delete it at any time.")
        % {"minutes": EDITABLE.total_seconds() // 60},
    ]


def _who(rules: Rules) -> list[str]:
    policies = {who_reads(moderation.policy): None for moderation in rules.moderations}
    said = list(policies)
    if any(moderation.hours for moderation in rules.moderations):
        said.append(_("At some hours another rule holds; the form says which."))
    said.append(
        _(
            "The community team are people of the paper. They decide by these rules and the law, "
            "carefully, without regard to a comment's opinion, and with regard to the freedom of "
            "speech. Each decision is written down."
        )
    )
    return said


def _tools(switched: Switch) -> list[str]:
    said = []
    if Phrase.objects.filter(in_use=True).exists():
        said.append(_("A list of words stops comments until a person has read them."))
    if switched.help_on:
        said.append(
            _(
                "A program on our own machines estimates which comments need a look soonest and "
                "puts them in that order. It decides nothing, and sends nothing elsewhere."
            )
        )
    return [*said, _("No comment is rejected or removed by a machine: a person decides.")]


def _measures() -> list[str]:
    return [
        _(
            "What breaks these rules or the law is not published or is removed; sometimes single "
            "words are removed, which […] shows. Its writer gets a mail with the reasons."
        ),
        _("The team may close a discussion, and mark comments as its pick."),
    ]


def _sanctions() -> list[str]:
    return [
        _(
            "Whoever breaks the rules again and again is warned, then kept from writing for a "
            "time, at last for good. How often, how grave, how long ago and with what intent "
            "counts. Reading stays free."
        ),
        _(
            "Whoever again and again gives notices that are plainly unfounded is asked to stop; "
            "giving notice stays possible for everybody."
        ),
    ]


def _notices() -> list[str]:
    return [
        _(
            "Each comment has a link for reports, with and without an account. You get a receipt "
            "and later the decision with its reasons."
        ),
    ]


def _complaints() -> list[str]:
    return [
        _(
            "For %(months)d months you can complain about a decision, free of charge. Somebody who "
            "did not take it decides within %(days)d days."
        )
        % {"months": COMPLAIN_WITHIN, "days": COMPLAINT_DAYS},
        _(
            "You can also turn to an out-of-court dispute settlement body or to a court, at once "
            "or afterwards."
        ),
    ]


def _kept(switched: Switch) -> list[str]:
    months = max(switched.months_kept, COMPLAIN_WITHIN)
    return [
        _(
            "Public comments stay as long as the article. Texts that were rejected, removed, "
            "changed or deleted are erased after %(months)d months, names and addresses in "
            "notices too; longer only while a complaint about them is open."
        )
        % {"months": months},
    ]
