from django.urls import path, re_path

from blattwerk.feeds.podcast import chapters, podcast_artwork, podcast_feed
from blattwerk.feeds.shows import podcasts
from blattwerk.feeds.syndication import (
    FORMATS,
    AuthorFeed,
    PaperFeed,
    SectionFeed,
    StoryFeed,
    TopicFeed,
)
from blattwerk.feeds.views import article_sitemap, news_sitemap, page_sitemap, robots, sitemap_index

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-seiten.xml", page_sitemap, name="page_sitemap"),
    path("sitemap-artikel-<int:number>.xml", article_sitemap, name="article_sitemap"),
    path("sitemap-news.xml", news_sitemap, name="news_sitemap"),
    re_path(r"^hoeren/(?P<number>[0-9]{1,9})/kapitel\.json$", chapters, name="chapters"),
]
for kind in FORMATS:
    story = rf"^{kind}/story/(?P<number>[0-9]{{1,18}})/$"
    urlpatterns += [
        re_path(story, StoryFeed(kind), name=f"{kind}_story"),
        path(f"{kind}/thema/<slug:slug>/", TopicFeed(kind), name=f"{kind}_topic"),
        path(f"{kind}/", PaperFeed(kind), name=f"{kind}_paper"),
        path(f"{kind}/autor/<slug:slug>/", AuthorFeed(kind), name=f"{kind}_author"),
        path(f"{kind}/<slug:slug>/", SectionFeed(kind), name=f"{kind}_section"),
    ]
for show in podcasts():
    place, kind_of_show = f"hoeren/{show.place}", {"podcast": show}
    urlpatterns += [
        path(f"{place}podcast.xml", podcast_feed, kind_of_show, name=f"podcast_{show.name}"),
        path(f"{place}titelbild.jpg", podcast_artwork, kind_of_show, name=f"artwork_{show.name}"),
    ]
