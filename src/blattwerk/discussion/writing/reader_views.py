"""What readers do with a thread and with what others write: recommend, mute, follow."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from blattwerk.accounts.models import User
from blattwerk.discussion.errors import NoSuchComment, OwnComment
from blattwerk.discussion.follow import follow as follow_thread
from blattwerk.discussion.models import Comment, Follow, Mute, Recommendation
from blattwerk.discussion.mute import mute as mute_writer
from blattwerk.discussion.recommend import recommend as recommend_comment
from blattwerk.discussion.writing.answers import SeeOther, for_readers, place_of, shown, wants_json
from blattwerk.discussion.writing.form import own
from blattwerk.discussion.writing.found import discussed, readable

MOST_OWN = 500  # comments of one reader that are marked in one thread, the newest
asks_or_does = require_http_methods(["GET", "HEAD", "POST"])


@asks_or_does
@for_readers
def recommend(request: HttpRequest, reader: User, pk: int) -> HttpResponse:
    """`/diskussion/kommentar/<pk>/empfehlen/`: recommend, or take it back."""
    if request.method == "POST":
        now = timezone.now()
        stand = recommend_comment(comment_id=pk, reader=reader, now=now, wanted=_wanted(request))
        if wants_json(request):
            return JsonResponse({"recommended": stand.recommended, "count": stand.count})
        return SeeOther(place_of(readable(pk)))
    comment = readable(pk)
    if comment.writer_id == reader.pk:
        raise OwnComment
    did = Recommendation.objects.filter(comment=comment, reader=reader).exists()
    context = {"comment": comment, "did": did, "back": place_of(comment)}
    return shown(request, "recommend", context)


@asks_or_does
@for_readers
def mute(request: HttpRequest, reader: User, pk: int) -> HttpResponse:
    """`/diskussion/kommentar/<pk>/stumm/`: hide what its writer writes, or show it again."""
    if request.method == "POST":
        now = timezone.now()
        muted = mute_writer(comment_id=pk, reader=reader, now=now, wanted=_wanted(request))
        comment = readable(pk)
        if wants_json(request):
            return JsonResponse({"muted": muted, "writer": comment.writer_id})
        return SeeOther(place_of(comment))
    comment = readable(pk)
    if comment.writer_id is None:
        raise NoSuchComment
    if comment.writer_id == reader.pk:
        raise OwnComment
    did = Mute.objects.filter(reader=reader, muted_id=comment.writer_id).exists()
    return shown(request, "mute", {"comment": comment, "did": did, "back": place_of(comment)})


@asks_or_does
@for_readers
def follow(request: HttpRequest, reader: User, number: int) -> HttpResponse:
    """`/diskussion/<number>/folgen/`: mail about what is new, or no more."""
    page, back = discussed(number), reverse("thread", args=[number])
    if request.method == "POST":
        now, wanted = timezone.now(), _wanted(request)
        following = follow_thread(page=page, reader=reader, now=now, wanted=wanted)
        return JsonResponse({"following": following}) if wants_json(request) else SeeOther(back)
    did = Follow.objects.filter(reader=reader, thread_id=number).exists()
    return shown(request, "follow", {"page": page, "did": did, "back": back})


@require_safe
def own_part(request: HttpRequest, number: int) -> JsonResponse:
    """`/diskussion/<number>/meine/`: what of this thread is one reader's own affair."""
    reader, now = request.user, timezone.now()
    if not isinstance(reader, User):
        nothing: list[int] = []
        return JsonResponse(
            {"comments": nothing, "recommended": nothing, "muted": nothing}
            | {"following": False, "signed_in": False}
        )
    theirs = Comment.objects.filter(writer=reader, thread_id=number)
    rows = theirs.exclude(state__in=Comment.TAKEN_BACK)
    newest = rows.order_by("-pk").only("state", "sent_at", "cut_at")[:MOST_OWN]
    liked = Recommendation.objects.filter(reader=reader, comment__thread_id=number)
    here = Comment.objects.placed().filter(thread_id=number).values("writer")
    muted = Mute.objects.filter(reader=reader, muted__in=here)
    return JsonResponse(
        {
            "comments": [
                {
                    "id": each.pk,
                    "state": each.state,
                    "editable_until": own(each, now).editable_until,
                }
                for each in reversed(newest)
            ],
            "recommended": list(liked.order_by("comment").values_list("comment_id", flat=True)),
            "muted": list(muted.order_by("muted").values_list("muted_id", flat=True)),
            "following": Follow.objects.filter(reader=reader, thread_id=number).exists(),
            "signed_in": True,
            "token": get_token(request),
        }
    )


def _wanted(request: HttpRequest) -> bool | None:
    """What the button said; None where it said nothing: the other of what is."""
    return {"1": True, "0": False}.get(request.POST.get("an", ""))
