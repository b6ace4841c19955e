"""Password, address, language, agreements, sessions, leaving."""

from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress

from domain.accounts import actions, queries
from domain.accounts.documents import Document
from domain.accounts.errors import (
    AccountMustStay,
    CodeIsOnItsWay,
    CodeIsOver,
    CodeIsWrong,
    EmailNotAccepted,
    NoCodeExpected,
    WeakPassword,
    WrongPassword,
)
from domain.accounts.events import (
    AccountDeleted,
    ConfirmationAsked,
    EmailChangeAsked,
    EmailChanged,
    PasswordChanged,
    PasswordResetAsked,
)
from domain.accounts.models import Acceptance, EmailChange, Person, SignInState
from tests.factories_accounts import NOON, PASSWORD, TERMS, a_person, with_wrong_passwords

pytestmark = pytest.mark.django_db
NEW = "Chemin42ok"


def asked(person: Person, email: str = "new@example.org") -> str:
    """A change of address asked for, and the code of its message."""
    actions.ask_email_change(person, email, PASSWORD, at=NOON)
    issued = actions.issue_email_code(person.pk, at=NOON)
    assert issued is not None
    return issued.code


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


# --- passwords -------------------------------------------------------------------------------------------------------


def test_changing_the_password_ends_the_other_sessions(ada: Person, heard: list[object]) -> None:
    before = ada.get_session_auth_hash()

    changed = actions.change_password(ada, PASSWORD, NEW)

    assert changed.check_password(NEW)
    assert changed.get_session_auth_hash() != before
    assert heard[-1] == PasswordChanged(ada.pk)


def test_the_current_password_is_asked_for(ada: Person) -> None:
    with pytest.raises(WrongPassword):
        actions.change_password(ada, "Autre7mot", NEW)


def test_a_weak_new_password_changes_nothing(ada: Person) -> None:
    with pytest.raises(WeakPassword):
        actions.change_password(ada, PASSWORD, "password")

    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_asking_for_a_reset_tells_the_same_for_any_address(ada: Person, heard: list[object]) -> None:
    heard.clear()
    actions.ask_password_reset("ADA@example.org ")
    actions.ask_password_reset("nobody@example.org")

    assert heard == [PasswordResetAsked("ada@example.org"), PasswordResetAsked("nobody@example.org")]


def test_a_reset_lifts_a_pause_but_not_a_block(ada: Person) -> None:
    with_wrong_passwords("ada@example.org", 10)
    actions.reset_password(ada, NEW)
    assert queries.standing_of("ada@example.org").failures == 0

    with_wrong_passwords("ada@example.org", 50)
    actions.reset_password(ada, PASSWORD)
    assert queries.standing_of("ada@example.org").blocked


# --- the address -----------------------------------------------------------------------------------------------------


def test_the_link_confirms_the_address(ada: Person) -> None:
    actions.confirm_email(EmailAddress.objects.get(user=ada))

    assert queries.email_is_confirmed(ada)


def test_a_confirmed_address_is_not_written_to_again(ada: Person, heard: list[object]) -> None:
    heard.clear()
    actions.ask_confirmation(ada)
    actions.confirm_email(EmailAddress.objects.get(user=ada))
    actions.ask_confirmation(ada)

    assert heard == [ConfirmationAsked(ada.pk)]


def test_the_code_moves_the_account_and_ends_the_other_sessions(ada: Person, heard: list[object]) -> None:
    before = ada.get_session_auth_hash()
    code = asked(ada)

    moved = actions.confirm_email_change(ada, code, at=NOON)

    assert moved.email == "new@example.org"
    assert moved.get_session_auth_hash() != before
    assert queries.email_is_confirmed(moved)
    assert EmailAddress.objects.filter(user=ada).count() == 1
    assert heard[-2:] == [EmailChangeAsked(ada.pk), EmailChanged(ada.pk, "ada@example.org")]


def test_nothing_moves_before_the_code(ada: Person) -> None:
    asked(ada)

    ada.refresh_from_db()
    assert ada.email == "ada@example.org"


def test_the_code_is_kept_nowhere(ada: Person) -> None:
    code = asked(ada)

    assert code not in EmailChange.objects.get().code_hash


def test_a_wrong_code_says_how_many_tries_are_left(ada: Person) -> None:
    code = asked(ada)

    with pytest.raises(CodeIsWrong, match="4 more times"):
        actions.confirm_email_change(ada, wrong(code), at=NOON)


def test_five_wrong_codes_end_it_even_for_the_right_one(ada: Person) -> None:
    code = asked(ada)
    for _ in range(4):
        with pytest.raises(CodeIsWrong):
            actions.confirm_email_change(ada, wrong(code), at=NOON)
    with pytest.raises(CodeIsOver):
        actions.confirm_email_change(ada, wrong(code), at=NOON)

    with pytest.raises(CodeIsOver):
        actions.confirm_email_change(ada, code, at=NOON)


@pytest.mark.parametrize(("minutes", "works"), [(59, True), (60, False), (61, False)])
def test_a_code_lives_one_hour(ada: Person, minutes: int, works: bool) -> None:
    code = asked(ada)
    at = NOON + timedelta(minutes=minutes)

    if works:
        assert actions.confirm_email_change(ada, code, at=at).email == "new@example.org"
    else:
        with pytest.raises(CodeIsOver):
            actions.confirm_email_change(ada, code, at=at)


def test_a_new_code_replaces_the_one_before(ada: Person) -> None:
    first = asked(ada)
    second = first
    while second == first:
        issued = actions.issue_email_code(ada.pk, at=NOON)
        second = issued.code if issued else first

    with pytest.raises(CodeIsWrong):
        actions.confirm_email_change(ada, first, at=NOON)
    assert actions.confirm_email_change(ada, second, at=NOON).email == "new@example.org"


def test_no_code_works_before_one_was_sent(ada: Person) -> None:
    actions.ask_email_change(ada, "new@example.org", PASSWORD, at=NOON)

    with pytest.raises(CodeIsOnItsWay):
        actions.confirm_email_change(ada, "000000", at=NOON)


def test_without_a_change_no_code_is_expected(ada: Person) -> None:
    with pytest.raises(NoCodeExpected):
        actions.confirm_email_change(ada, "123456", at=NOON)
    with pytest.raises(NoCodeExpected):
        actions.ask_new_code(ada)
    assert actions.issue_email_code(ada.pk, at=NOON) is None


def test_the_code_of_someone_else_opens_nothing(ada: Person) -> None:
    code = asked(ada)
    bob = a_person(email="bob@example.org")
    asked(bob, "bob2@example.org")

    change = EmailChange.objects.get(person=bob)
    assert change.code_hash != EmailChange.objects.get(person=ada).code_hash
    with pytest.raises((CodeIsWrong, CodeIsOver)):
        actions.confirm_email_change(bob, code, at=NOON)


def test_an_address_in_use_is_refused_when_asked_and_when_it_was_taken_meanwhile(ada: Person) -> None:
    code = asked(ada)
    a_person(email="new@example.org")

    with pytest.raises(EmailNotAccepted):
        actions.confirm_email_change(ada, code, at=NOON)
    with pytest.raises(EmailNotAccepted):
        actions.ask_email_change(ada, "NEW@example.org", PASSWORD, at=NOON)


def test_the_password_guards_the_change_of_address(ada: Person) -> None:
    with pytest.raises(WrongPassword):
        actions.ask_email_change(ada, "new@example.org", "Autre7mot", at=NOON)


def test_an_abandoned_change_is_forgotten(ada: Person) -> None:
    asked(ada)

    actions.forget_stale(at=NOON + timedelta(days=2))

    assert queries.email_change_of(ada) is None


# --- agreements, sessions, leaving -----------------------------------------------------------------------------------


def test_a_version_is_agreed_to_once_and_dated(ada: Person) -> None:
    newer = Document("terms", date(2027, 1, 1))

    actions.accept_documents(ada, [newer], at=NOON)
    actions.accept_documents(ada, [newer], at=NOON + timedelta(days=1))

    ada.refresh_from_db()
    assert ada.terms_version == newer.version
    assert Acceptance.objects.get(person=ada, version=newer.version).at == NOON
    assert Acceptance.objects.filter(person=ada, version=TERMS.version, kind="terms").exists()


def test_the_other_sessions_end_when_asked(ada: Person) -> None:
    assert actions.end_other_sessions(ada).get_session_auth_hash() != ada.get_session_auth_hash()


def test_the_language_is_kept(ada: Person) -> None:
    actions.change_language(ada, "fr")

    ada.refresh_from_db()
    assert ada.language == "fr"


def test_a_deleted_account_leaves_nothing_and_is_told(ada: Person, heard: list[object]) -> None:
    asked(ada)
    with_wrong_passwords("ada@example.org", 2)

    actions.delete_account(ada, PASSWORD)

    for records in (Person, EmailAddress, Acceptance, EmailChange, SignInState):
        assert not records.objects.exists(), records
    assert heard[-1] == AccountDeleted(ada.learner_id, "ada@example.org", "Ada", "en")


def test_staff_are_sent_to_the_support_team(ada: Person) -> None:
    ada.is_staff = True

    with pytest.raises(AccountMustStay):
        actions.delete_account(ada, PASSWORD)
    assert Person.objects.exists()


def test_deleting_asks_for_the_password(ada: Person) -> None:
    with pytest.raises(WrongPassword):
        actions.delete_account(ada, "Autre7mot")
    assert Person.objects.exists()
