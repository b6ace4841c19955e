"""The links our messages carry: made when a message leaves, read when someone comes back with one."""

from uuid import UUID

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.conf import settings
from django.urls import reverse

from domain.accounts import queries
from domain.accounts.models import Person


def full(path: str) -> str:
    """The address of a page as a message must give it."""
    return f"{settings.SERVICE_URL.rstrip('/')}{path}"


def reset_link(person: Person) -> str:
    """The page where a new password is chosen: it works once, for PASSWORD_RESET_TIMEOUT seconds."""
    key = f"{person.pk.hex}-{default_token_generator.make_token(person)}"
    return full(reverse("accounts:password-reset", args=[key]))


def person_of_reset(key: str) -> Person | None:
    """Whose password this key may change; nobody's when it is used, too old or invented."""
    hex_id, _, token = key.partition("-")
    try:
        person = queries.person_with(UUID(hex_id))
    except ValueError:
        return None
    return person if person and default_token_generator.check_token(person, token) else None


def welcome_link(person: Person) -> str | None:
    """The page where a person confirms their address; none when there is nothing left to confirm."""
    address = EmailAddress.objects.filter(user=person, email=person.email or "", verified=False).first()
    return full(reverse("accounts:welcome", args=[EmailConfirmationHMAC.create(address).key])) if address else None


def address_of_welcome(key: str) -> EmailAddress | None:
    """The address this key confirms; none when it is confirmed, too old or invented."""
    confirmation = EmailConfirmationHMAC.from_key(key)
    return confirmation.email_address if confirmation else None
