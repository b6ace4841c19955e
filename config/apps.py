"""The last app to be ready: it connects those who tell news with those who listen."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"
    label = "config"

    def ready(self) -> None:
        from config import wiring

        wiring.connect()
