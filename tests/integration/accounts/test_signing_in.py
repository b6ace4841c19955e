"""Failures are counted, successes clear them, visitors bring their results along."""

from datetime import timedelta
from uuid import uuid4

import pytest

from domain.accounts import actions, queries
from domain.accounts.errors import SignInBlocked, SignInLocked
from domain.accounts.events import LearnerJoined
from domain.accounts.models import Person, SignInState
from tests.factories_accounts import NOON, a_person, with_wrong_passwords

pytestmark = pytest.mark.django_db
NAMES = pytest.mark.parametrize("login", ["ada@example.org", "nobody@example.org", "a.username"])


@NAMES
def test_the_tenth_failure_locks_known_and_unknown_names_alike(ada: Person, login: str) -> None:
    with_wrong_passwords(login, 10)

    with pytest.raises(SignInLocked) as locked:
        actions.count_try(login, at=NOON)
    assert locked.value.minutes == 2


@NAMES
def test_the_lock_lifts_by_itself(ada: Person, login: str) -> None:
    with_wrong_passwords(login, 10)

    assert actions.count_try(login, at=NOON + timedelta(minutes=2)).failures == 11


@NAMES
def test_a_try_while_locked_is_not_counted(ada: Person, login: str) -> None:
    with_wrong_passwords(login, 10)

    with pytest.raises(SignInLocked):
        actions.count_try(login, at=NOON)
    assert queries.standing_of(login).failures == 10


@NAMES
def test_the_fiftieth_failure_blocks_until_someone_unblocks(ada: Person, login: str) -> None:
    with_wrong_passwords(login, 50)

    with pytest.raises(SignInBlocked):
        actions.count_try(login, at=NOON + timedelta(days=400))


def test_the_support_team_unblocks(ada: Person) -> None:
    with_wrong_passwords("ada@example.org", 50)

    actions.unblock(ada)

    assert actions.count_try("ada@example.org", at=NOON).failures == 1


def test_an_address_and_a_username_of_one_person_share_their_failures(ada: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(username="ada.l1203")
    with_wrong_passwords("ada@example.org", 4)
    with_wrong_passwords("Ada.L1203", 3)

    assert queries.standing_of(" ADA@example.org").failures == 7


def test_failures_of_one_name_leave_the_others_alone(ada: Person) -> None:
    with_wrong_passwords("bob@example.org", 10)

    assert actions.count_try("ada@example.org", at=NOON).failures == 1


def test_a_success_clears_the_failures_and_dates_the_visit(ada: Person) -> None:
    with_wrong_passwords("ada@example.org", 9)
    later = NOON + timedelta(hours=1)

    actions.record_sign_in(ada, visitor=None, at=later)

    ada.refresh_from_db()
    assert queries.standing_of("ada@example.org").failures == 0
    assert ada.last_seen == later


def test_what_was_done_as_a_visitor_joins_the_account(ada: Person, heard: list[object]) -> None:
    visitor = uuid4()

    actions.record_sign_in(ada, visitor=visitor, at=NOON)

    assert heard == [LearnerJoined(visitor, ada.learner_id)]


def test_the_results_of_another_account_never_join(ada: Person, heard: list[object]) -> None:
    bob = a_person(email="bob@example.org")
    heard.clear()

    actions.record_sign_in(ada, visitor=bob.learner_id, at=NOON)

    assert heard == []


def test_names_are_not_readable_in_the_counts(ada: Person) -> None:
    with_wrong_passwords("nobody@example.org", 1)

    assert "nobody" not in SignInState.objects.get().claim


def test_old_failures_are_forgotten_and_blocks_are_not(ada: Person) -> None:
    with_wrong_passwords("ada@example.org", 3)
    with_wrong_passwords("nobody@example.org", 50)

    assert actions.forget_stale(at=NOON + timedelta(days=31)) == 1
    with pytest.raises(SignInBlocked):
        actions.count_try("nobody@example.org", at=NOON + timedelta(days=31))


def test_recent_failures_are_remembered(ada: Person) -> None:
    with_wrong_passwords("ada@example.org", 3)

    assert actions.forget_stale(at=NOON + timedelta(days=29)) == 0
