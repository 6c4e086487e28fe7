from django.urls import include, path

urlpatterns = [
    path("diskussion/", include("blattwerk.discussion.writing.urls")),
    path("diskussion/", include("blattwerk.discussion.pages.urls")),
    path("konto/", include("blattwerk.discussion.own.urls")),
    path("diskussion/", include("blattwerk.discussion.law.urls")),
    path("diskussion/", include("blattwerk.discussion.admin.urls")),
]
