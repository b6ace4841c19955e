"""The addresses for machines that watch the service."""

from django.urls import path

from sites.common.walls import anyone, behind
from sites.operate import views

app_name = "operate"

urlpatterns = behind(
    anyone,
    [
        path("healthz", views.alive, name="alive"),
        path("readyz", views.ready, name="ready"),
    ],
)
