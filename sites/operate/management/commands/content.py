"""Check the content files, or publish them as a release."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from domain.content.actions import publish
from domain.content.checks import check


class Command(BaseCommand):
    help = "content check: list every fault of the content files. content publish: make an immutable release."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("verb", choices=("check", "publish"))
        parser.add_argument("--folder", type=Path, default=settings.CONTENT_DIR, help="the content folder")

    def handle(self, *args: Any, verb: str, folder: Path, **options: Any) -> None:
        bundle, faults = check(folder)
        for fault in faults:
            self.stderr.write(str(fault))
        if bundle is None or faults:
            raise CommandError(
                f"Faults: {len(faults)}. Nothing was published." if verb == "publish" else f"Faults: {len(faults)}."
            )
        challenges = sum(len(placed.skill.challenges) for placed in bundle.skills)
        self.stdout.write(f"No fault. Skills: {len(bundle.skills)}; challenges: {challenges}.")
        if verb == "publish":
            self.stdout.write(f"Published: {publish(folder, at=timezone.now())}.")
