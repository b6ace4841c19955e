"""Design as a Django application: templates, static files and template tags."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "design"
    label = "design"
