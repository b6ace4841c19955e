"""What may be asked about accounts."""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import Q
from django.utils.crypto import salted_hmac

from domain.accounts.lockout import Standing
from domain.accounts.models import EmailChange, Person, SignInState
from domain.core.errors import NotFound


def normal(login: str) -> str:
    """Addresses and usernames are compared in small letters, without surrounding spaces."""
    return login.strip().lower()


def person_of_login(login: str) -> Person | None:
    """The person who signs in under this address or username, if any."""
    name = normal(login)
    return Person.objects.filter(Q(email=name) | Q(username=name)).first() if name else None


def claim_of(login: str) -> str:
    """What failures are counted under: the person whoever they are called, or the name typed when there is none."""
    person = person_of_login(login)
    return claim_of_person(person.pk) if person else _claim(f"name:{normal(login)}")


def claim_of_person(person_id: UUID) -> str:
    """What the failures of a person are counted under, whether they typed an address or a username."""
    return _claim(f"person:{person_id}")


def standing_of(login: str) -> Standing:
    """Where a sign-in name stands, with or without an account behind it."""
    state = SignInState.objects.filter(claim=claim_of(login)).first()
    return state.standing if state else Standing()


def is_taken(email: str) -> bool:
    """An address belongs to one person at a time."""
    name = normal(email)
    known = EmailAddress.objects.filter(email=name)
    return Person.objects.filter(email=name).exists() or bool(known.exists())


def email_is_confirmed(person: Person) -> bool:
    """An address is confirmed once the link or the code sent to it came back."""
    return bool(EmailAddress.objects.filter(user=person, email=person.email or "", verified=True).exists())


def email_change_of(person: Person) -> EmailChange | None:
    """The change of address that waits for its code, if any."""
    return EmailChange.objects.filter(person=person).first()


def may_delete_account(person: Person) -> bool:
    """Someone who only learns may go at once; staff may not."""
    return not person.is_staff


def person_with(person_id: UUID) -> Person | None:
    """The person, unless the account was deleted meanwhile."""
    return Person.objects.filter(pk=person_id).first()


def is_someone(learner_id: UUID) -> bool:
    """Whether this learner has an account."""
    return Person.objects.filter(learner_id=learner_id).exists()


def demo_people() -> list[Person]:
    """The people of the demonstration, by first name."""
    return list(Person.objects.filter(is_demo=True).order_by("first_name", "pk"))


def demo_person(person_id: UUID) -> Person:
    """One of the people of the demonstration, and nobody else."""
    person = Person.objects.filter(pk=person_id, is_demo=True).first()
    if person is None:
        raise NotFound
    return person


def _claim(name: str) -> str:
    return salted_hmac("accounts.claim", name, algorithm="sha256").hexdigest()
