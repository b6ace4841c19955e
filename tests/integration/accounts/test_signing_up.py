"""An account opens: what is kept, what is refused, what is told."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from domain.accounts import actions, queries
from domain.accounts.errors import EmailNotAccepted, WeakPassword
from domain.accounts.events import PersonSignedUp
from domain.accounts.models import Person
from domain.core import news
from tests.factories_accounts import NOON, PASSWORD, PRIVACY, TERMS, a_demo_person, a_newcomer, a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def failing() -> Iterator[RuntimeError]:
    """Someone who listens to sign-ups, and fails."""
    fault = RuntimeError()

    def fail(_: PersonSignedUp) -> None:
        raise fault

    news.listen(PersonSignedUp, fail)
    yield fault
    news._listeners[PersonSignedUp].remove(fail)


def test_an_account_opens_with_what_was_said_and_agreed_to(heard: list[object]) -> None:
    ada = a_person(email="  Ada@Example.ORG ", language="fr")

    ada.refresh_from_db()
    assert (ada.email, ada.language, ada.created_at) == ("ada@example.org", "fr", NOON)
    assert (ada.terms_version, ada.privacy_version) == (TERMS.version, PRIVACY.version)
    assert ada.acceptances.count() == 2
    assert heard == [PersonSignedUp(ada.pk)]


def test_the_password_is_kept_as_an_argon2id_print() -> None:
    ada = a_person()

    assert ada.password.startswith("argon2$argon2id$")
    assert ada.check_password(PASSWORD)


def test_the_address_of_a_new_account_waits_to_be_confirmed() -> None:
    ada = a_person()

    assert not queries.email_is_confirmed(ada)
    assert EmailAddress.objects.get(user=ada).primary


def test_what_was_done_as_a_visitor_belongs_to_the_new_account() -> None:
    visitor = uuid4()

    assert a_person(visitor=visitor).learner_id == visitor


def test_the_learner_of_someone_else_is_never_taken_over() -> None:
    ada = a_person()

    assert a_person(email="bob@example.org", visitor=ada.learner_id).learner_id != ada.learner_id


def test_the_learner_id_is_not_the_id_of_the_person() -> None:
    ada = a_person()

    assert ada.learner_id != ada.pk


@pytest.mark.parametrize("email", ["ada@example.org", "ADA@example.org", " ada@EXAMPLE.org "])
def test_an_address_opens_one_account_only(email: str) -> None:
    a_person(email="ada@example.org")

    with pytest.raises(EmailNotAccepted):
        a_person(email=email)
    assert Person.objects.count() == 1


def test_the_database_itself_refuses_an_address_twice_or_in_capitals() -> None:
    ada = a_person()

    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=ada.pk).update(email="Ada@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="ada@example.org", created_at=NOON, last_seen=NOON)


def test_a_weak_password_opens_nothing() -> None:
    with pytest.raises(WeakPassword):
        actions.sign_up(a_newcomer(password="Password1"), agreed=[TERMS], visitor=None, at=NOON)
    assert not Person.objects.exists()


def test_a_listener_that_fails_leaves_no_account_behind(failing: RuntimeError) -> None:
    with pytest.raises(RuntimeError):
        a_person()
    assert not Person.objects.exists()


def test_a_demo_person_is_made_once_and_receives_nothing(heard: list[object]) -> None:
    first, second = a_demo_person(), a_demo_person()

    assert first == second
    assert first.is_demo
    assert queries.email_is_confirmed(first)
    assert heard == []


def test_no_password_opens_a_demo_person() -> None:
    """The demonstration may be switched off one day, and its people still be there."""
    assert not a_demo_person().check_password(PASSWORD)
