"""Notices, decisions and complaints, for those they concern. Whoever has the secret address may."""

from collections.abc import Callable

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from blattwerk.accounts.models import User
from blattwerk.accounts.private import private
from blattwerk.common.numbered import number_in
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.law import mails
from blattwerk.discussion.law.complaints import (
    ITEM_TO_COMPLAIN_ABOUT,
    complain_about_item,
    complain_about_statement,
)
from blattwerk.discussion.law.errors import IncompleteNotice, TooManyTries
from blattwerk.discussion.law.forms import Complain, FullNotice, Report
from blattwerk.discussion.law.limits import may_ask
from blattwerk.discussion.law.notify import MOST_COMMENTS, give_notice
from blattwerk.discussion.law.telling import blocks, last_day
from blattwerk.discussion.models import Comment, Complaint, Notice, NoticeItem, Statement

RATES = "6/m/ip,30/h/ip"


@private
def notice(request: HttpRequest) -> HttpResponse:
    """`/diskussion/melden/?kommentar=17`: say that comments break the law or the house rules."""
    reader = _reader(request)
    ticked = _numbers(request)
    short = reader is not None and request.GET.get("art") != "recht"
    form = _notice_form(request, reader, ticked, short=short)
    sent = request.method == "POST" and form.is_valid()
    if sent and (given := _given(request, form, reader)) is not None:
        return redirect("notice_state", given.token)
    comments = Comment.objects.readable().filter(pk__in=ticked).select_related("writer")
    return render(
        request,
        "discussion/law/notice.html",
        {"form": form, "comments": comments, "short": short, "asked": len(ticked)},
        status=_status(form),
    )


@private
def notice_state(request: HttpRequest, token: str) -> HttpResponse:
    """`/diskussion/meldung/<token>/`: the receipt, and what was decided."""
    found = Notice.objects.filter(token=token).first()
    if found is None:
        raise Http404
    form = Complain(request.POST or None)
    if request.method == "POST" and form.is_valid():
        item = _number(request.POST.get("item", ""))
        made = _tried(
            request,
            form,
            lambda: complain_about_item(
                token=token, item_id=item, text=form.cleaned_data["text"], now=timezone.now()
            ),
        )
        if made is not None:
            return redirect("complaint_state", made.token)
    lines = [_line(item) for item in _items(found)]
    context = {"notice": found, "lines": lines, "form": form}
    return render(request, "discussion/law/notice_state.html", context, status=_status(form))


@private
@require_safe
def statement(request: HttpRequest, token: str) -> HttpResponse:
    """`/diskussion/entscheidung/<token>/`: the reasons; its words too for who wrote them."""
    found = _statement(token)
    mine = found.reader_id is not None and found.reader_id == request.user.pk
    return render(
        request,
        "discussion/law/statement.html",
        {
            "statement": found,
            "blocks": list(blocks(found.told)) if found.told else [],
            "text": _words(found) if mine else "",
            "mine": mine,
            "complaint": Complaint.objects.filter(statement=found).first(),
            "open": timezone.now() <= last_day(found.at) and found.withdrawn_at is None,
            "until": last_day(found.at),
        },
    )


@private
def complain(request: HttpRequest, token: str) -> HttpResponse:
    """`/diskussion/entscheidung/<token>/beschwerde/`: say why a decision is wrong."""
    found = _statement(token)
    standing = Complaint.objects.filter(statement=found).first()
    if standing is not None:
        return redirect("complaint_state", standing.token)
    form = Complain(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = _tried(
            request,
            form,
            lambda: complain_about_statement(
                token=token, text=form.cleaned_data["text"], now=timezone.now()
            ),
        )
        if made is not None:
            return redirect("complaint_state", made.token)
    context = {"statement": found, "form": form}
    return render(request, "discussion/law/complain.html", context, status=_status(form))


@private
@require_safe
def complaint_state(request: HttpRequest, token: str) -> HttpResponse:
    """`/diskussion/beschwerde/<token>/`: what became of it."""
    found = (
        Complaint.objects.filter(token=token).select_related("statement", "item__notice").first()
    )
    if found is None:
        raise Http404
    context = {"complaint": found, "told": mails.complaint_told(found)}
    return render(request, "discussion/law/complaint_state.html", context)


def _notice_form(
    request: HttpRequest, reader: User | None, ticked: list[int], *, short: bool
) -> Report | FullNotice:
    data = request.POST if request.method == "POST" else None
    if short:
        return Report(data, ticked=ticked)
    initial = {"kind": Notice.Kind.LAW if reader else Notice.Kind.RULES}
    form = FullNotice(data, ticked=ticked, initial=initial)
    if reader is not None:  # the account has both
        del form.fields["name"], form.fields["mail"]
    return form


def _given(request: HttpRequest, form: Report | FullNotice, reader: User | None) -> Notice | None:
    """The notice, or None and the form says why."""
    return _tried(
        request,
        form,
        lambda: give_notice(
            comment_ids=form.cleaned_data["comments"],
            said=form.said(),
            now=timezone.now(),
            reader=reader,
            language=(get_language() or "de")[:2],
        ),
    )


def _tried[T](request: HttpRequest, form: forms.Form, deed: Callable[[], T]) -> T | None:
    """Do it, unless somebody does it too often; a refusal stands in the form."""
    try:
        if not may_ask(request, "law", RATES):
            raise TooManyTries
        return deed()
    except IncompleteNotice as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    except DiscussionError as refusal:
        form.add_error(None, forms.ValidationError(str(refusal), code=type(refusal).__name__))
    except NoticeItem.DoesNotExist as nothing:
        raise Http404 from nothing
    return None


def _status(form: forms.Form) -> int:
    if not form.is_bound or form.is_valid():
        return 200
    codes = {error.code for error in form.non_field_errors().as_data()}
    return 429 if TooManyTries.__name__ in codes else 422


def _reader(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def _numbers(request: HttpRequest) -> list[int]:
    asked = request.POST if request.method == "POST" else request.GET
    found = {number for text in asked.getlist("kommentar") if (number := _number(text))}
    return sorted(found)[:MOST_COMMENTS]


def _number(text: str) -> int:
    return number_in(text) or 0


def _items(found: Notice) -> list[NoticeItem]:
    items = found.items.select_related("comment__thread__page", "notice", "entry", "complaint")
    return list(items.order_by("pk"))


def _line(item: NoticeItem) -> dict[str, object]:
    complaint = mails.complaint_about(item)
    declined = item.outcome == ITEM_TO_COMPLAIN_ABOUT and item.decided_at is not None
    in_time = declined and timezone.now() <= last_day(item.decided_at or timezone.now())
    return {
        "item": item,
        "told": mails.decided(item),
        "redress": mails.redress(item),
        "complaint": complaint,
        "may_complain": in_time and complaint is None,
    }


def _statement(token: str) -> Statement:
    rows = Statement.objects.select_related("comment__thread__page", "entry")
    found = rows.filter(token=token).first()
    if found is None:
        raise Http404
    return found


def _words(found: Statement) -> str:
    """What the writer wrote; of a cut one as it was before."""
    if found.comment is None:
        return ""
    number = found.entry.details.get("before", {}).get("version")
    version = found.comment.versions.filter(pk=number).first() if number else None
    return version.text if version else found.comment.text
