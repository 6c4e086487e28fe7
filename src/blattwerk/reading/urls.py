from django.urls import path

from blattwerk.reading.views import author

urlpatterns = [
    path("autor/<slug:slug>/", author, name="author"),
]
