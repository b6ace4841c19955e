"""The smallest valid people, made through actions."""

from datetime import UTC, date, datetime
from uuid import UUID

from domain.accounts import actions
from domain.accounts.documents import Document
from domain.accounts.models import Person

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PASSWORD = "Boussole7"
TERMS = Document("terms", date(2026, 11, 22))
PRIVACY = Document("privacy", date(2026, 11, 22))


def a_newcomer(**said: str) -> actions.Newcomer:
    ada = {"first_name": "Ada", "last_name": "Laurent", "email": "ada@example.org", "language": "en"}
    return actions.Newcomer(**{**ada, "password": PASSWORD, **said})


def a_person(*, visitor: UUID | None = None, at: datetime = NOON, **said: str) -> Person:
    return actions.sign_up(a_newcomer(**said), agreed=[TERMS, PRIVACY], visitor=visitor, at=at)


def a_demo_person(**said: str) -> Person:
    return actions.create_demo_person(a_newcomer(**said), agreed=[TERMS, PRIVACY], at=NOON)


def with_wrong_passwords(login: str, tries: int, *, at: datetime = NOON) -> None:
    """So many tries in a row, each after the pause the one before may have brought."""
    later = at
    for _ in range(tries):
        standing = actions.count_try(login, at=later)
        later = standing.locked_until or later
