"""The app of the messages."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    name = "sites.notify"
    label = "notify"
