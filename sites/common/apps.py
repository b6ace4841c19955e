"""The app of the parts every site shares."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "sites.common"
    label = "common"
