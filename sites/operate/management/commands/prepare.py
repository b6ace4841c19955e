"""Make the service ready: database, styles, content, demo people. What is already done is not done again."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from domain.content.actions import publish


class Command(BaseCommand):
    help = "Make the service ready to serve."

    def handle(self, *args: Any, **options: Any) -> None:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        self._once("database", [*_files("domain", "migrations/*.py"), settings.ROOT / "uv.lock"], self._database)
        if not settings.DEBUG:
            self._once("styles", _files("design/static", "**/*") + _files("sites", "**/static/**/*"), self._styles)
        self._once("content", _files("content", "**/*") + _files("families", "**/*.py"), self._content)
        if settings.DEMO:
            call_command("demo", stdout=self.stdout)

    def _once(self, name: str, files: list[Path], work: Any) -> None:
        """Do a piece of work when the files it depends on have changed since the last time here."""
        stamp = settings.DATA_DIR / f"{name}.stamp"
        about = f"{settings.VERSION} {settings.DATABASES['default']['NAME']} {settings.DATABASES['default']['HOST']}"
        digest = hashlib.sha256(about.encode() + b"".join(path.read_bytes() for path in files)).hexdigest()
        if stamp.exists() and stamp.read_text() == digest:
            return
        self.stdout.write(f"  Preparing the {name}")
        self.stdout.flush()
        work()
        stamp.write_text(digest)

    def _database(self) -> None:
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)

    def _styles(self) -> None:
        call_command("collectstatic", interactive=False, verbosity=0)

    def _content(self) -> None:
        publish(settings.CONTENT_DIR, at=timezone.now())


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted(path for path in (settings.ROOT / folder).rglob(pattern) if path.is_file())
