"""The commands of those who run the service."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.utils import timezone

from domain.accounts import queries
from domain.accounts.models import Person
from tests.factories_accounts import with_wrong_passwords

pytestmark = pytest.mark.django_db


def test_the_support_team_opens_a_blocked_account_by_its_address(ada: Person) -> None:
    with_wrong_passwords("ada@example.org", 50)

    call_command("unblock", "Ada@example.org", stdout=StringIO())

    assert queries.standing_of("ada@example.org").failures == 0


def test_an_address_without_an_account_is_told_to_the_support_team() -> None:
    with pytest.raises(CommandError, match="Check the spelling"):
        call_command("unblock", "nobody@example.org")


@pytest.mark.parametrize(("options", "staff"), [([], True), (["--remove"], False)], ids=["joins", "leaves"])
def test_someone_joins_the_staff_or_leaves_it_and_signs_in_again(ada: Person, options: list[str], staff: bool) -> None:
    before = ada.session_mark

    call_command("staff", "ada@example.org", *options, stdout=StringIO())

    ada.refresh_from_db()
    assert ada.is_staff is staff
    assert ada.session_mark != before


def test_tidying_forgets_what_is_over_and_keeps_the_rest(ada: Person) -> None:
    now = timezone.now()
    with_wrong_passwords("old@example.org", 3, at=now - timedelta(days=31))
    with_wrong_passwords("new@example.org", 3, at=now)
    Session.objects.create(session_key="over", expire_date=now - timedelta(days=1))
    cache.set("counter", 1)

    call_command("tidy", stdout=StringIO())

    assert queries.standing_of("old@example.org").failures == 0
    assert queries.standing_of("new@example.org").failures == 3
    assert not Session.objects.exists()
    assert cache.get("counter") is None
