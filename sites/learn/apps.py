"""The app of the learner's pages."""

from django.apps import AppConfig


class LearnConfig(AppConfig):
    name = "sites.learn"
    label = "learn"
