"""The commands of those who run the service."""

from datetime import timedelta
from io import StringIO
from uuid import UUID

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.utils import timezone

from domain.accounts import queries
from domain.accounts.models import Person
from domain.assessment.models import Answer, Mastery, Sitting
from domain.core.ids import new_id
from tests.factories_accounts import with_wrong_passwords
from tests.steps import reply, start

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


def a_session_of(learner_id: UUID, days_left: int) -> None:
    session = SessionStore()
    session["learner"] = str(learner_id)
    session.set_expiry(timedelta(days=days_left))
    session.save()


@pytest.mark.parametrize(("days_left", "kept"), [(1, True), (-1, False)], ids=["session open", "session over"])
def test_what_was_tried_without_an_account_goes_with_its_session(ada: Person, days_left: int, kept: bool) -> None:
    visitor = new_id()
    reply(start(visitor))
    a_session_of(visitor, days_left)

    call_command("tidy", stdout=StringIO())

    for model in (Sitting, Answer, Mastery):
        assert model.objects.filter(learner_id=visitor).exists() is kept


def test_what_joined_an_account_stays_when_a_session_of_the_visitor_is_over(ada: Person) -> None:
    reply(start(ada.learner_id))
    a_session_of(ada.learner_id, -1)

    call_command("tidy", stdout=StringIO())

    assert Answer.objects.filter(learner_id=ada.learner_id).exists()
    assert not Session.objects.exists()


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
