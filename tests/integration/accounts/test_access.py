"""Who may open which account page, and who may post to it."""

import pytest
from django.test import Client
from django.urls import reverse

from domain.accounts.models import Person
from sites.common.accounts.urls import urlpatterns

pytestmark = pytest.mark.django_db
TO_SIGN_IN = "302 /sign-in/"

# Page: (a visitor reads, Ada reads, a visitor posts an empty form, Ada posts an empty form).
TABLE = {
    "sign-up": ("200", "302 /", "422", "302 /"),
    "sign-in": ("200", "302 /", "422", "302 /"),
    "sign-in-demo": ("405", "405", "404", "404"),
    "sign-out": ("200", "200", TO_SIGN_IN, TO_SIGN_IN),
    "password-forgotten": ("200", "200", "422", "422"),
    "password-sent": ("200", "200", "405", "405"),
    "password-reset": ("410", "410", "410", "410"),
    "welcome": ("410", "410", "410", "410"),
    "deleted": ("200", "200", "405", "405"),
    "switch-language": ("405", "405", "302 /", "302 /"),
    "terms": ("200", "200", "405", "405"),
    "privacy": ("200", "200", "405", "405"),
    "accessibility": ("200", "200", "405", "405"),
    "version": ("404", "404", "405", "405"),
    "account": (TO_SIGN_IN, "200", TO_SIGN_IN, "405"),
    "email": (TO_SIGN_IN, "200", TO_SIGN_IN, "422"),
    "email-code": (TO_SIGN_IN, "302 /account/email/", TO_SIGN_IN, "302 /account/email/"),
    "email-code-again": (TO_SIGN_IN, "405", TO_SIGN_IN, "409"),
    "confirm-again": (TO_SIGN_IN, "405", TO_SIGN_IN, "302 /account/"),
    "password": (TO_SIGN_IN, "200", TO_SIGN_IN, "422"),
    "language": (TO_SIGN_IN, "200", TO_SIGN_IN, "422"),
    "end-sessions": (TO_SIGN_IN, "405", TO_SIGN_IN, "302 /account/"),
    "delete": (TO_SIGN_IN, "200", TO_SIGN_IN, "422"),
    "accept": (TO_SIGN_IN, "302 /", TO_SIGN_IN, "302 /"),
    "privacy-seen": (TO_SIGN_IN, "405", TO_SIGN_IN, "302 /"),
}


def address(name: str) -> str:
    values = {"password-reset": ["unknown"], "welcome": ["unknown"], "version": ["terms", "1999-01-01"]}
    return reverse(f"accounts:{name}", args=values.get(name, []))


def met(client: Client, method: str, path: str) -> str:
    answer = getattr(client, method)(path)
    return f"{answer.status_code} {answer.get('Location', '').split('?')[0]}".strip()


def test_every_account_page_has_its_row() -> None:
    assert {pattern.name for pattern in urlpatterns} == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_each_one_meets_what_the_table_says(client: Client, ada: Person, name: str) -> None:
    path = address(name)
    visitor = (met(Client(), "get", path), met(Client(), "post", path))
    client.force_login(ada)

    read = met(client, "get", path)
    posted = met(client, "post", path)

    assert (visitor[0], read, visitor[1], posted) == TABLE[name]
