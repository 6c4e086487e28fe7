"""Deeds of the newsroom."""

from datetime import timedelta

from wagtail.contrib.redirects.models import Redirect

from blattwerk.newsroom.found import open_section
from blattwerk.newsroom.models import Article, Author, Paper, Section, StandingPage
from blattwerk.newsroom.schedule import publish_due
from blattwerk.search.index import catch_up
from blattwerk.stories.place import place
from tests import factories
from tests.discussion.forum import NOW
from tests.edge.deeds.done import deed
from tests.edge.whole_paper import WholePaper, republished


@deed
def publish_a_draft(paper: WholePaper) -> None:
    paper.draft.get_latest_revision().publish()


@deed
def publish_on_schedule(paper: WholePaper) -> None:
    draft = Article.objects.get(pk=paper.draft.pk)
    draft.go_live_at = NOW - timedelta(minutes=1)
    draft.save_revision(approved_go_live_at=draft.go_live_at)
    publish_due(now=NOW)


@deed
def publish_in_a_story(paper: WholePaper) -> None:
    new = factories.an_article(
        paper.abroad, published_at=NOW, headline="Gletscher im Ötztal bricht", kicker="Alpen"
    )
    place(new.pk, now=NOW)


@deed
def correct_a_headline(paper: WholePaper) -> None:
    republished(paper.glacier, title="Gletscher im Ötztal wächst")


@deed
def correct_a_text(paper: WholePaper) -> None:
    republished(paper.budget, body=[("paragraph", "<p>Eine andere Zahl.</p>")])


@deed
def correct_a_lead_of_another_section(paper: WholePaper) -> None:
    republished(paper.vote, lead="Kurze Nacht.")


@deed
def sign_an_article(paper: WholePaper) -> None:
    article = Article.objects.get(pk=paper.budget.pk)
    article.bylines.add(article.bylines.model(author=paper.mira, sort_order=0))
    article.save_revision().publish()


@deed
def date_an_article_back(paper: WholePaper) -> None:
    republished(paper.lake, published_at=NOW - timedelta(days=300))


@deed
def unpublish_an_article(paper: WholePaper) -> None:
    Article.objects.get(pk=paper.dam.pk).unpublish()


@deed
def unpublish_an_article_and_place_it(paper: WholePaper) -> None:
    Article.objects.get(pk=paper.glacier.pk).unpublish()
    place(paper.glacier.pk, now=NOW)


@deed
def delete_an_article(paper: WholePaper) -> None:
    Article.objects.get(pk=paper.glacier.pk).delete()


@deed
def move_an_article(paper: WholePaper) -> None:
    section = Section.objects.get(pk=paper.politics.pk)
    Article.objects.get(pk=paper.lake.pk).move(section, pos="last-child")


@deed
def rename_an_address(paper: WholePaper) -> None:
    republished(paper.dam, slug="ganz-anders")


@deed
def rename_a_section(paper: WholePaper) -> None:
    republished(paper.abroad, title="Welt")


@deed
def move_a_section_to_another_address(paper: WholePaper) -> None:
    republished(paper.abroad, slug="welt")


@deed
def open_a_section(paper: WholePaper) -> None:
    open_section(paper=Paper.objects.get(), slug="sport", name="Sport")


@deed
def order_sections(paper: WholePaper) -> None:
    first = Section.objects.get(pk=paper.abroad.pk)
    Section.objects.get(pk=paper.politics.pk).move(first, pos="left")


@deed
def close_a_section(paper: WholePaper) -> None:
    Section.objects.get(pk=paper.politics.pk).unpublish()


@deed
def rename_the_paper(paper: WholePaper) -> None:
    republished(paper.paper, title="Tagblatt", claim="Täglich")


@deed
def change_the_imprint(paper: WholePaper) -> None:
    republished(paper.imprint, body=[("paragraph", "<p>Jemand anderes.</p>")])


@deed
def take_the_imprint_out_of_the_footer(paper: WholePaper) -> None:
    republished(paper.imprint, in_footer=False)


@deed
def unpublish_the_imprint(paper: WholePaper) -> None:
    StandingPage.objects.get(pk=paper.imprint.pk).unpublish()


@deed
def add_a_standing_page(paper: WholePaper) -> None:
    page = StandingPage(title="Kontakt", slug="kontakt")
    Paper.objects.get().add_child(instance=page)
    page.save_revision().publish()


@deed
def rename_an_author(paper: WholePaper) -> None:
    author = Author.objects.get(pk=paper.mira.pk)
    author.name, author.role = "Mira Neu", "Korrespondentin"
    author.save()
    catch_up()


@deed
def describe_a_picture_otherwise(paper: WholePaper) -> None:
    paper.picture.description, paper.picture.credit = "Blaues Eis", "Archiv"
    paper.picture.save()


@deed
def crop_a_picture(paper: WholePaper) -> None:
    for picture in (paper.portrait, paper.picture):
        picture.focal_point_x, picture.focal_point_y = 10, 10
        picture.focal_point_width = picture.focal_point_height = 5
        picture.save()


@deed
def delete_a_picture(paper: WholePaper) -> None:
    paper.picture.delete()


@deed
def redirect_an_address(paper: WholePaper) -> None:
    Redirect.objects.create(old_path="/gibt-es-nicht", redirect_link="/ausland/")
