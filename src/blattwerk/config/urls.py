"""All addresses. They are short, German, and for ever."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

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
    path("", include(wagtail_urls)),
]

handler404 = "blattwerk.reading.errors.not_found"
handler500 = "blattwerk.reading.errors.broken"
