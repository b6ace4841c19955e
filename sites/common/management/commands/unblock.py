"""Open a blocked account again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from domain.accounts import actions, queries


class Command(BaseCommand):
    help = "Open an account again after fifty wrong passwords, once you are sure who asks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("login", help="e-mail address or username")

    def handle(self, *args: Any, login: str, **options: Any) -> None:
        person = queries.person_of_login(login)
        if person is None:
            raise CommandError(f"No account for {login}. Check the spelling.")
        actions.unblock(person)
        self.stdout.write(f"{login} can sign in again.")
