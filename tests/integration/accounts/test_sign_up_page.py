"""The page where an account opens."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from domain.accounts.errors import EmailNotAccepted
from domain.accounts.models import Person
from tests.factories_accounts import PASSWORD

pytestmark = pytest.mark.django_db
ADDRESS = "/sign-up/"


def filled(**said: str) -> dict[str, str]:
    nina = {"first_name": "Nina", "last_name": "Petit", "email": "nina@example.org", "password": PASSWORD}
    return {**nina, "terms": "on", **said}


def without_what_was_typed(body: str, email: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body).replace(f'value="{email}"', "")


def test_an_account_opens_and_is_signed_in_at_once(client: Client) -> None:
    answer = client.post(ADDRESS, filled(next="/competences/"))

    nina = Person.objects.get(email="nina@example.org")
    assert (answer.status_code, answer["Location"]) == (302, "/competences/")
    assert client.session["_auth_user_id"] == str(nina.pk)


def test_what_was_done_as_a_visitor_is_kept(client: Client) -> None:
    visitor = uuid4()
    session = client.session
    session["learner"] = str(visitor)
    session.save()

    client.post(ADDRESS, filled())

    assert Person.objects.get().learner_id == visitor
    assert "learner" not in client.session


def test_the_session_gets_a_new_name(client: Client) -> None:
    session = client.session
    session["learner"] = str(uuid4())
    session.save()

    client.post(ADDRESS, filled())

    assert client.session.session_key != session.session_key


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_language_of_the_page_becomes_the_language_of_the_account(client: Client, language: str) -> None:
    client.post(ADDRESS, filled(), headers={"accept-language": language})

    assert Person.objects.get().language == language
    assert client.cookies["django_language"].value == language


@pytest.mark.parametrize("bad", ["ada", "ada@", "ada@example", "@example.org", "a b@example.org", "a" * 250 + "@b.fr"])
def test_an_address_in_use_and_a_malformed_one_get_the_same_answer(client: Client, ada: Person, bad: str) -> None:
    used = client.post(ADDRESS, filled(email="ada@example.org"))
    malformed = client.post(ADDRESS, filled(email=bad))

    assert used.status_code == malformed.status_code == 422
    assert str(EmailNotAccepted.message).split(".")[0] in used.content.decode()
    bodies = [
        without_what_was_typed(answer.content.decode(), email)
        for answer, email in ((used, "ada@example.org"), (malformed, bad))
    ]
    assert bodies[0] == bodies[1]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("first_name", "", "Enter your first name."),
        ("last_name", "  ", "Enter your last name."),
        ("first_name", "x" * 256, "255 signs at most"),
        ("first_name", "Win at https://x.example", "without signs like"),
        ("last_name", "Ada\r\nBcc: x", "without signs like"),
        ("email", "", "Enter your e-mail address."),
        ("password", "", "Choose a password."),
        ("password", "boussole", "a capital letter; a digit."),
        ("password", "Password1", "not one of the most used passwords"),
        ("password", "Aa1" + "x" * 254, "256 signs at most"),
        ("terms", "", "accept the terms of use"),
    ],
)
def test_each_mistake_is_told_and_nothing_opens(client: Client, field: str, typed: str, sentence: str) -> None:
    answer = client.post(ADDRESS, filled(**{field: typed}))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Person.objects.exists()


def test_names_of_every_script_are_names(client: Client) -> None:
    client.post(ADDRESS, filled(first_name="Zoë-Anaïs", last_name="O’Neil d'Урзуф 李"))

    assert Person.objects.get().last_name == "O’Neil d'Урзуф 李"


def test_what_was_typed_stays_but_the_password(client: Client) -> None:
    body = client.post(ADDRESS, filled(email="no", next="/competences/")).content.decode()

    assert 'value="Nina"' in body
    assert 'value="no"' in body
    assert 'value="/competences/"' in body
    assert PASSWORD not in body


def test_extra_fields_give_nothing(client: Client) -> None:
    client.post(ADDRESS, filled(is_staff="on", is_demo="on", learner_id=str(UUID(int=1))))

    nina = Person.objects.get()
    assert not nina.is_staff
    assert not nina.is_demo
    assert nina.learner_id != UUID(int=1)


def test_the_thirty_first_sign_up_of_an_hour_waits_and_keeps_what_was_typed(client: Client) -> None:
    for _ in range(30):
        Client().post(ADDRESS, filled())

    answer = client.post(ADDRESS, filled(email="late@example.org"))

    assert Person.objects.count() == 1
    assert answer.status_code == 429
    assert "late@example.org" in answer.content.decode()


def test_someone_signed_in_has_nothing_to_do_here(browser: Client) -> None:
    assert browser.get(f"{ADDRESS}?next=/competences/")["Location"] == "/competences/"


def test_the_rules_ticked_live_are_those_of_the_domain(client: Client) -> None:
    body = client.get(ADDRESS).content.decode()

    assert re.findall(r'data-rule="([^"]+)"', body) == ["length:8", "upper", "lower", "digit"]


def test_a_form_from_another_site_is_refused() -> None:
    assert Client(enforce_csrf_checks=True).post(ADDRESS, filled()).status_code == 403
