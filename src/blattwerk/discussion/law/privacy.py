"""The record of processing (Art. 30 GDPR), written beside the models it is about.

Each model of accounts and discussions that names a person or holds an address must stand here; a
test compares. `blattwerk privacy record` prints it with the periods as they are set.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

from blattwerk.discussion.law.deadlines import COMPLAIN_WITHIN
from blattwerk.discussion.switches import switches

CONTRACT = "Art. 6(1)(b) GDPR: the account that the person asked for"
DUTY = "Art. 6(1)(c) GDPR with Regulation (EU) 2022/2065"
INTEREST = "Art. 6(1)(f) GDPR: an orderly forum, and answering for decisions"
CONSENT = "Art. 6(1)(a) GDPR: the person's wish, which can be taken back"
ACCOUNT = "while the account lives; erased with it"
KEPT = "{months} months after the decision"
WORK = "as long as the decision stands in the log; without a name once the login is deleted"
WHO = (
    "Controller: the paper's publisher. Recipients: the community team; authorities where the law "
    "says so; the paper's own mail server. No transfer to third countries."
)
ROOMS = ("accounts", "discussion")


@dataclass(frozen=True, slots=True)
class Processing:
    """One table: which fields are about persons, what for, on what ground, how long."""

    model: str
    fields: tuple[str, ...]
    purpose: str
    basis: str
    kept: str


RECORD = (
    Processing(
        "accounts.User",
        ("email", "public_name", "wished_name", "first_name", "last_name"),
        "signing in, naming who wrote",
        CONTRACT,
        ACCOUNT,
    ),
    Processing(
        "accounts.TakenName", ("user", "name"), "nobody poses as another", INTEREST, ACCOUNT
    ),
    Processing("accounts.Consent", ("user",), "showing what was agreed to", CONTRACT, ACCOUNT),
    Processing(
        "accounts.Sanction",
        ("user", "reason", "by", "lifted_by"),
        "keeping who breaks the rules from writing",
        INTEREST,
        "with the account's number, without a name once it is erased",
    ),
    Processing(
        "discussion.Comment",
        ("writer", "text"),
        "publishing what readers write",
        CONTRACT,
        "public: as long as the article; rejected or removed: {months} months; erased with the "
        "account",
    ),
    Processing(
        "discussion.Version",
        ("by", "text"),
        "restoring a text, answering complaints about it",
        DUTY,
        "{months} months; erased with the account",
    ),
    Processing("discussion.Recommendation", ("reader",), "counting each once", CONTRACT, ACCOUNT),
    Processing(
        "discussion.Mute", ("reader", "muted"), "showing less of somebody", CONTRACT, ACCOUNT
    ),
    Processing("discussion.Follow", ("reader",), "mail about new comments", CONSENT, ACCOUNT),
    Processing("discussion.Wishes", ("reader",), "which mail a reader wants", CONSENT, ACCOUNT),
    Processing(
        "discussion.Case",
        ("claimed_by", "closed_by"),
        "nobody does work twice",
        INTEREST,
        WORK,
    ),
    Processing(
        "discussion.Entry",
        ("by", "reader"),
        "showing who decided what, and when",
        DUTY,
        "for good, without texts; persons as numbers once erased",
    ),
    Processing("discussion.Trust", ("reader", "by"), "comments without delay", INTEREST, ACCOUNT),
    Processing(
        "discussion.Note",
        ("reader", "by", "text"),
        "the team's memory between shifts",
        INTEREST,
        ACCOUNT,
    ),
    Processing("discussion.Phrase", ("changed_by",), "who answers for a word", INTEREST, WORK),
    Processing("discussion.RuleSet", ("changed_by",), "who answers for a rule", INTEREST, WORK),
    Processing("discussion.Wording", ("changed_by",), "who answers for a text", INTEREST, WORK),
    Processing("discussion.PinnedLead", ("by",), "who answers for a link", INTEREST, WORK),
    Processing(
        "discussion.Notice",
        ("reader", "name", "mail", "why", "law"),
        "receiving notices and answering them (Art. 16)",
        DUTY,
        KEPT,
    ),
    Processing(
        "discussion.Statement",
        ("reader", "facts", "told"),
        "telling reasons (Art. 17)",
        DUTY,
        "texts {months} months after the decision, the rest for good without a name once erased",
    ),
    Processing(
        "discussion.Complaint",
        ("first_by", "decided_by", "text"),
        "deciding complaints (Art. 20)",
        DUTY,
        KEPT,
    ),
    Processing(
        "discussion.Danger",
        ("noted_by", "told_by", "facts"),
        "telling authorities of danger to life (Art. 18)",
        DUTY,
        "facts {months} months after an authority was told",
    ),
    Processing(
        "discussion.Order",
        ("entered_by",),
        "showing which orders came (Art. 9, 10)",
        DUTY,
        WORK,
    ),
    Processing(
        "discussion.Letter",
        ("reader", "mail", "context"),
        "sending mails that must not be lost",
        DUTY,
        "address and content 30 days after it went",
    ),
)


def persons_in(model: type[models.Model]) -> Iterator[str]:
    """The fields of a model that name a person by key or address; no record may leave them out."""
    user = get_user_model()
    addresses = (models.EmailField, models.GenericIPAddressField)
    for field in model._meta.concrete_fields:  # noqa: SLF001  # Django's own way
        of_a_person = isinstance(field, models.ForeignKey) and field.related_model is user
        if of_a_person or isinstance(field, addresses):
            yield field.name


def with_persons() -> dict[str, set[str]]:
    """Every model of the two rooms that is about persons, with those fields."""
    return {
        model._meta.label: fields  # noqa: SLF001
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        if (fields := set(persons_in(model)))
    }


def as_markdown() -> str:
    """The record as a table, with the periods as they are set."""
    months = max(switches().months_kept, COMPLAIN_WITHIN)
    lines = [
        "# Record of processing: accounts and discussions",
        "",
        WHO,
        "",
        "| table | fields | purpose | legal basis | kept |",
        "|---|---|---|---|---|",
    ]
    for row in RECORD:
        kept = row.kept.format(months=months)
        fields = ", ".join(row.fields)
        lines.append(f"| {row.model} | {fields} | {row.purpose} | {row.basis} | {kept} |")
    return "\n".join(lines) + "\n"
