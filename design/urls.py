"""The address of the gallery; public, and only ever read."""

from django.urls import path

from design.gallery import gallery

app_name = "design"
urlpatterns = [path("", gallery, name="gallery")]
