"""The app of the content."""

from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "domain.content"
    label = "content"
