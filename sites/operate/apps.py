"""The app of the operators' commands."""

from django.apps import AppConfig


class OperateConfig(AppConfig):
    name = "sites.operate"
    label = "operate"
