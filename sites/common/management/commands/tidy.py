"""Forget what is no longer needed; to be run once a day."""

from typing import Any

from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from domain.accounts import actions
from sites.common.accounts.sessions import forget_closed


class Command(BaseCommand):
    help = (
        "Forget old sign-in failures, abandoned changes of address, closed sessions, what was tried in them without "
        "an account, sent messages, past counters."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        records, visitors = actions.forget_stale(at=now), forget_closed(now)
        call_command("prune_db_task_results", verbosity=0)
        # Counters of tries hold network addresses, and the cache drops expired ones only when it is full.
        cache.clear()
        self.stdout.write(
            f"Forgotten: closed sessions, sent messages, counters; records of accounts: {records}; "
            f"learners without an account: {visitors}."
        )
