"""All addresses. They are short, German, and for ever."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from blattwerk.newsroom.views import page

urlpatterns = [
    path("redaktion/", include(wagtailadmin_urls)),
    path("konto/", include("blattwerk.accounts.urls")),
    path("", include("blattwerk.discussion.urls")),
    path("", include("blattwerk.newsroom.urls")),
    path("", include("blattwerk.narration.urls")),
    path("", include("blattwerk.desk.urls")),
    path("", include("blattwerk.feeds.urls")),
    path("", include("blattwerk.search.urls")),
    path("", include("blattwerk.reading.urls")),
    re_path(wagtail_urls.serve_pattern, page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
]

handler404 = "blattwerk.reading.errors.not_found"
handler500 = "blattwerk.reading.errors.broken"
