from django.urls import path

from blattwerk.feeds.syndication import FORMATS, AuthorFeed, PaperFeed, SectionFeed
from blattwerk.feeds.views import article_sitemap, news_sitemap, page_sitemap, robots, sitemap_index

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-seiten.xml", page_sitemap, name="page_sitemap"),
    path("sitemap-artikel-<int:number>.xml", article_sitemap, name="article_sitemap"),
    path("sitemap-news.xml", news_sitemap, name="news_sitemap"),
]
for kind in FORMATS:
    urlpatterns += [
        path(f"{kind}/", PaperFeed(kind), name=f"{kind}_paper"),
        path(f"{kind}/autor/<slug:slug>/", AuthorFeed(kind), name=f"{kind}_author"),
        path(f"{kind}/<slug:slug>/", SectionFeed(kind), name=f"{kind}_section"),
    ]
