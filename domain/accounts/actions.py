"""Everything that can happen to an account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from domain.accounts import queries
from domain.accounts.documents import Document
from domain.accounts.errors import (
    AccountMustStay,
    CodeIsOnItsWay,
    CodeIsOver,
    CodeIsWrong,
    EmailNotAccepted,
    NoCodeExpected,
    SignInBlocked,
    SignInLocked,
    WeakPassword,
    WrongPassword,
)
from domain.accounts.events import (
    AccountDeleted,
    ConfirmationAsked,
    EmailChangeAsked,
    EmailChanged,
    LearnerJoined,
    PasswordChanged,
    PasswordResetAsked,
    PersonSignedUp,
)
from domain.accounts.lockout import Standing, after_failure, minutes_to_wait
from domain.accounts.models import Acceptance, DocumentKind, EmailChange, Person, SignInState, new_mark
from domain.core.codes import digits
from domain.core.ids import new_id
from domain.core.news import tell

CODE_DIGITS = 6
CODE_LIFE = timedelta(hours=1)
CODE_TRIES = 5
FORGET_FAILURES_AFTER = timedelta(days=30)
FORGET_CHANGES_AFTER = timedelta(days=1)


@dataclass(frozen=True)
class Newcomer:
    """What someone says of themselves when they sign up."""

    first_name: str
    last_name: str
    email: str
    password: str
    language: str


# --- signing up ------------------------------------------------------------------------------------------------------


def sign_up(newcomer: Newcomer, *, agreed: Sequence[Document], visitor: UUID | None, at: datetime) -> Person:
    """Someone new gets an account that works at once, and keeps what they did as a visitor."""
    _refuse_weak(newcomer.password)
    if queries.is_taken(newcomer.email):
        raise EmailNotAccepted

    # Hashed before the transaction: it is slow, and SQLite has one writer.
    password = make_password(newcomer.password)
    try:
        with transaction.atomic():
            person = _open_account(newcomer, password, learner_id=_free_learner(visitor), at=at)
            _accept(person, agreed, at)
            tell(PersonSignedUp(person.pk))
    except IntegrityError as clash:
        raise EmailNotAccepted from clash
    return person


@transaction.atomic
def create_demo_person(newcomer: Newcomer, *, agreed: Sequence[Document], at: datetime) -> Person:
    """A person of the demonstration: made once, address confirmed, no message sent, and no password that opens."""
    known = Person.objects.filter(email=queries.normal(newcomer.email)).first()
    if known is not None:
        return known

    person = _open_account(newcomer, make_password(None), learner_id=new_id(), at=at)
    Person.objects.filter(pk=person.pk).update(is_demo=True)
    EmailAddress.objects.filter(user=person).update(verified=True)
    _accept(person, agreed, at)
    person.refresh_from_db()
    return person


def _open_account(newcomer: Newcomer, password: str, *, learner_id: UUID, at: datetime) -> Person:
    email = queries.normal(newcomer.email)
    person = Person.objects.create(
        learner_id=learner_id,
        first_name=newcomer.first_name,
        last_name=newcomer.last_name,
        email=email,
        password=password,
        language=newcomer.language,
        created_at=at,
        last_seen=at,
    )
    EmailAddress.objects.create(user=person, email=email, primary=True)
    return person


def _free_learner(visitor: UUID | None) -> UUID:
    """The visitor's own id, unless an account already has it."""
    taken = visitor is None or Person.objects.filter(learner_id=visitor).exists()
    return new_id() if taken or visitor is None else visitor


# --- signing in ------------------------------------------------------------------------------------------------------


@transaction.atomic
def count_try(login: str, *, at: datetime) -> Standing:
    """A try counts as a failure before the password is looked at, and a success clears it; locked names wait."""
    blank = {"last_failure_at": at}
    state, _ = SignInState.objects.select_for_update().get_or_create(claim=queries.claim_of(login), defaults=blank)
    if state.blocked_at is not None:
        raise SignInBlocked
    minutes = minutes_to_wait(state.standing, at)
    if minutes:
        raise SignInLocked(minutes)

    standing = after_failure(state.standing, at)
    state.failures, state.locked_until, state.last_failure_at = standing.failures, standing.locked_until, at
    state.blocked_at = at if standing.blocked else None
    state.save()
    return standing


@transaction.atomic
def record_sign_in(person: Person, *, visitor: UUID | None, at: datetime) -> None:
    """A success clears the failures, and brings along what the person did as a visitor."""
    SignInState.objects.filter(claim=queries.claim_of_person(person.pk)).delete()
    Person.objects.filter(pk=person.pk).update(last_seen=at)
    if visitor is not None and not Person.objects.filter(learner_id=visitor).exists():
        tell(LearnerJoined(visitor, person.learner_id))


def unblock(person: Person) -> None:
    """Someone of the support team opens a blocked account again."""
    SignInState.objects.filter(claim=queries.claim_of_person(person.pk)).delete()


def appoint(person: Person, *, staff: bool) -> None:
    """Someone joins the staff, or leaves it; the sessions they had open end, so that the new limits hold at once."""
    Person.objects.filter(pk=person.pk).update(is_staff=staff, session_mark=new_mark())


# --- passwords -------------------------------------------------------------------------------------------------------


@transaction.atomic
def ask_password_reset(email: str) -> None:
    """Anyone may ask; whether the address has an account is not looked up here, so that the answer takes one time."""
    tell(PasswordResetAsked(queries.normal(email)))


def reset_password(person: Person, password: str) -> Person:
    """Whoever holds the link sent by e-mail chooses a new password; a temporary lock lifts, a block stays."""
    _refuse_weak(password)
    with transaction.atomic():
        SignInState.objects.filter(claim=queries.claim_of_person(person.pk), blocked_at=None).delete()
        return _set_password(person, make_password(password))


def change_password(person: Person, current: str, password: str) -> Person:
    """Whoever knows the current password chooses another one."""
    _refuse_wrong(person, current)
    _refuse_weak(password)
    hashed = make_password(password)
    with transaction.atomic():
        return _set_password(person, hashed)


def _set_password(person: Person, hashed: str) -> Person:
    person = _locked(person)
    person.password, person.session_mark = hashed, new_mark()
    person.save(update_fields=["password", "session_mark"])
    tell(PasswordChanged(person.pk))
    return person


# --- the address -----------------------------------------------------------------------------------------------------


def ask_confirmation(person: Person) -> None:
    """The message that confirms an address is sent again, unless it is confirmed."""
    with transaction.atomic():
        if not queries.email_is_confirmed(person):
            tell(ConfirmationAsked(person.pk))


def confirm_email(address: EmailAddress) -> None:
    """An address is confirmed by whoever holds the link sent to it."""
    address.set_verified()


def ask_email_change(person: Person, new_email: str, password: str, *, at: datetime) -> None:
    """A new address waits for its code; the current one stays until then."""
    _refuse_wrong(person, password)
    if queries.is_taken(new_email):
        raise EmailNotAccepted

    with transaction.atomic():
        EmailChange.objects.filter(person=person).delete()
        EmailChange.objects.create(person=person, new_email=queries.normal(new_email), asked_at=at)
        tell(EmailChangeAsked(person.pk))


def ask_new_code(person: Person) -> None:
    """Another code is sent for the change that waits; the one before works until then."""
    with transaction.atomic():
        if queries.email_change_of(person) is None:
            raise NoCodeExpected
        tell(EmailChangeAsked(person.pk))


@dataclass(frozen=True)
class IssuedCode:
    email: str
    code: str


@transaction.atomic
def issue_email_code(person_id: UUID, *, at: datetime) -> IssuedCode | None:
    """The code is drawn when its message leaves, and written nowhere else; it lives an hour, or five tries."""
    change = EmailChange.objects.select_for_update().filter(person_id=person_id).first()
    if change is None:
        return None

    code = digits(CODE_DIGITS)
    change.code_hash, change.expires_at, change.tries = _hash_of(code, person_id), at + CODE_LIFE, 0
    change.save()
    return IssuedCode(change.new_email, code)


def confirm_email_change(person: Person, code: str, *, at: datetime) -> Person:
    """The code moves the account to the new address, confirmed, and ends the other sessions."""
    change = _count_code_try(person, at)
    if not constant_time_compare(change.code_hash, _hash_of(code, person.pk)):
        left = CODE_TRIES - change.tries
        raise CodeIsWrong(left) if left else CodeIsOver

    try:
        with transaction.atomic():
            return _move(person, change)
    except IntegrityError as clash:
        raise EmailNotAccepted from clash


@transaction.atomic
def _count_code_try(person: Person, at: datetime) -> EmailChange:
    change = EmailChange.objects.select_for_update().filter(person=person).first()
    if change is None:
        raise NoCodeExpected
    if change.expires_at is None:
        raise CodeIsOnItsWay
    if change.expires_at <= at or change.tries >= CODE_TRIES:
        raise CodeIsOver
    change.tries += 1
    change.save(update_fields=["tries"])
    return change


def _move(person: Person, change: EmailChange) -> Person:
    person = _locked(person)
    old_email = person.email
    person.email, person.session_mark = change.new_email, new_mark()
    person.save(update_fields=["email", "session_mark"])
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=change.new_email, primary=True, verified=True)
    change.delete()
    tell(EmailChanged(person.pk, old_email or ""))
    return person


def _hash_of(code: str, person_id: UUID) -> str:
    return salted_hmac("accounts.email-code", f"{person_id}:{code}", algorithm="sha256").hexdigest()


# --- the rest of the account -----------------------------------------------------------------------------------------


def change_language(person: Person, language: str) -> None:
    """The language of the pages and of the messages."""
    Person.objects.filter(pk=person.pk).update(language=language)


@transaction.atomic
def end_other_sessions(person: Person) -> Person:
    """All sessions end, wherever they are; the one who asks opens theirs again."""
    person = _locked(person)
    person.session_mark = new_mark()
    person.save(update_fields=["session_mark"])
    return person


@transaction.atomic
def accept_documents(person: Person, documents: Sequence[Document], *, at: datetime) -> None:
    """What was agreed to, or seen, is kept with its version and its time, once."""
    _accept(person, documents, at)


def _accept(person: Person, documents: Sequence[Document], at: datetime) -> None:
    columns = {DocumentKind.TERMS: "terms_version", DocumentKind.PRIVACY: "privacy_version"}
    for document in documents:
        kind = DocumentKind(document.kind)
        Acceptance.objects.get_or_create(person=person, kind=kind, version=document.version, defaults={"at": at})
        Person.objects.filter(pk=person.pk).update(**{columns[kind]: document.version})


def delete_account(person: Person, password: str) -> None:
    """The account goes at once and for good; those who hold its results are told, and erase them."""
    if not queries.may_delete_account(person):
        raise AccountMustStay
    _refuse_wrong(person, password)

    with transaction.atomic():
        gone = AccountDeleted(person.learner_id, person.email or "", person.first_name, person.language)
        SignInState.objects.filter(claim=queries.claim_of_person(person.pk)).delete()
        _locked(person).delete()
        tell(gone)


@transaction.atomic
def forget_stale(*, at: datetime) -> int:
    """Old failures and abandoned changes of address are forgotten; blocked names stay blocked."""
    failures = SignInState.objects.filter(blocked_at=None, last_failure_at__lt=at - FORGET_FAILURES_AFTER)
    changes = EmailChange.objects.filter(asked_at__lt=at - FORGET_CHANGES_AFTER)
    return failures.delete()[0] + changes.delete()[0]


# --- shared refusals -------------------------------------------------------------------------------------------------


def _locked(person: Person) -> Person:
    return Person.objects.select_for_update().get(pk=person.pk)


def _refuse_wrong(person: Person, password: str) -> None:
    if not person.check_password(password):
        raise WrongPassword


def _refuse_weak(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as broken:
        raise WeakPassword from broken
