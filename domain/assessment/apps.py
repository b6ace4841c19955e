"""The app of the sittings."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "domain.assessment"
    label = "assessment"
