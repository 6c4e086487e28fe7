"""A printed paper is the founded one."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from wagtail.models import GroupPagePermission, Page, ReferenceIndex, Site

from blattwerk.newsroom.models import Paper
from tests import factories
from tests.printed_paper import plate


def seen() -> dict[str, list[object]]:
    """What there is, without numbers and moments that differ each time."""
    pages = Page.objects.order_by("path")
    return {
        "pages": [(page.path, page.url_path, page.title, page.live) for page in pages],
        "kinds": [type(page.specific) for page in pages],
        "versions": [page.latest_revision.object_str for page in pages if page.latest_revision],
        "groups": list(Group.objects.order_by("name").values_list("name", flat=True)),
        "rights": sorted(
            GroupPagePermission.objects.values_list(
                "group__name", "page__url_path", "permission__codename"
            )
        ),
        "site": list(Site.objects.values_list("hostname", "root_page__url_path")),
        "references": list(ReferenceIndex.objects.values_list("model_path", flat=True)),
    }


def test_a_printed_paper_is_the_founded_one(db: None) -> None:
    with transaction.atomic():
        factories.a_paper()
        founded = seen()
        transaction.set_rollback(True)

    plate().print()

    assert seen() == founded


def test_what_is_printed_can_be_written_on(paper: Paper) -> None:
    article = factories.an_article(paper.get_children().first().specific)

    assert article.pk > paper.pk
    assert Page.objects.filter(path__startswith=paper.path, live=True).count() == 5


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_test_with_real_transactions_begins_with_the_paper(paper: Paper) -> None:
    assert Page.objects.filter(path__startswith=paper.path).count() == 4


def test_after_one_the_paper_is_whole_again(paper: Paper) -> None:
    connection.check_constraints()
    assert GroupPagePermission.objects.filter(page=paper).exists()
