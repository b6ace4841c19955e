"""Make someone staff, who may preview every challenge; or put an end to it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from domain.accounts import actions, queries


class Command(BaseCommand):
    help = "Let someone with an account write and review content, or stop it with --remove."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("login", help="e-mail address or username")
        parser.add_argument("--remove", action="store_true", help="the person is no longer of the staff")

    def handle(self, *args: Any, login: str, remove: bool, **options: Any) -> None:
        person = queries.person_of_login(login)
        if person is None:
            raise CommandError(f"No account for {login}. Check the spelling.")
        actions.appoint(person, staff=not remove)
        self.stdout.write(f"{login} is {'no longer' if remove else 'now'} of the staff.")
