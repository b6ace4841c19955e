"""The messages about accounts: queued with the news, sent by the worker, in the language of the reader."""

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from domain.accounts import actions, events, queries
from domain.accounts.models import EmailChange, Person
from sites.notify import listeners, tasks
from tests.factories_accounts import PASSWORD

pytestmark = pytest.mark.django_db


def received() -> EmailMultiAlternatives:
    """The one message sent."""
    [message] = mail.outbox
    assert isinstance(message, EmailMultiAlternatives)
    return message


def link_in(message: EmailMultiAlternatives) -> str:
    found = re.search(r"https?://[^/\s]+(/\S+)", str(message.body))
    assert found
    return found.group(1)


@pytest.mark.parametrize(
    ("listener", "news", "task"),
    [
        (listeners.welcome, events.PersonSignedUp(uuid4()), "send_welcome"),
        (listeners.confirmation, events.ConfirmationAsked(uuid4()), "send_confirmation"),
        (listeners.password_reset, events.PasswordResetAsked("a@b.fr"), "send_password_reset"),
        (listeners.password_changed, events.PasswordChanged(uuid4()), "send_password_changed"),
        (listeners.email_code, events.EmailChangeAsked(uuid4()), "send_email_code"),
        (listeners.email_changed, events.EmailChanged(uuid4(), "a@b.fr"), "send_email_changed"),
        (listeners.account_deleted, events.AccountDeleted(uuid4(), "a@b.fr", "Ada", "fr"), "send_account_deleted"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_news_queues_its_message_in_the_same_transaction(
    listener: Callable[[object], None], news: object, task: str
) -> None:
    with transaction.atomic():
        listener(news)
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()

    listener(news)

    assert DBTaskResult.objects.get().task_path == f"sites.notify.tasks.{task}"


def test_the_welcome_carries_a_link_that_confirms(client: Client, ada: Person) -> None:
    tasks.send_welcome.call(str(ada.pk))

    message = received()
    client.post(link_in(message))
    assert message.to == ["ada@example.org"]
    assert "/account/delete/" in str(message.body)
    assert queries.email_is_confirmed(ada)


def test_a_confirmed_address_receives_no_link(ada: Person) -> None:
    actions.issue_email_code(ada.pk, at=timezone.now())
    ada.emailaddress_set.update(verified=True)

    tasks.send_confirmation.call(str(ada.pk))

    assert mail.outbox == []


def test_the_link_of_a_forgotten_password_opens_its_page(client: Client, ada: Person) -> None:
    tasks.send_password_reset.call("ada@example.org")

    assert client.get(link_in(received())).status_code == 200


def test_an_address_without_an_account_receives_nothing(ada: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(username="ada.l1203")

    tasks.send_password_reset.call("bob@example.org")
    tasks.send_password_reset.call("ada.l1203")

    assert mail.outbox == []


def test_the_code_goes_to_the_new_address_and_works(ada: Person) -> None:
    actions.ask_email_change(ada, "new@example.org", PASSWORD, at=timezone.now())

    tasks.send_email_code.call(str(ada.pk))

    message = received()
    code = re.search(r"\b\d{6}\b", str(message.body))
    assert code
    assert code.group() in message.subject
    assert message.to == ["new@example.org"]
    assert actions.confirm_email_change(ada, code.group(), at=timezone.now()).email == "new@example.org"


def test_a_code_for_a_change_given_up_is_not_sent(ada: Person) -> None:
    assert not EmailChange.objects.exists()

    tasks.send_email_code.call(str(ada.pk))

    assert mail.outbox == []


def test_a_change_of_address_is_told_to_the_old_one(ada: Person) -> None:
    tasks.send_email_changed.call(str(ada.pk), "old@example.org")

    assert received().to == ["old@example.org"]


def test_a_deleted_account_is_told_once_more(ada: Person) -> None:
    tasks.send_account_deleted.call("ada@example.org", "Ada", "en")

    assert "Hello Ada," in str(received().body)


def test_someone_who_left_meanwhile_receives_nothing() -> None:
    for task in (tasks.send_welcome, tasks.send_confirmation, tasks.send_password_changed, tasks.send_email_code):
        task.call(str(uuid4()))

    assert mail.outbox == []


def test_text_stays_as_typed_and_html_is_escaped(ada: Person) -> None:
    Person.objects.filter(pk=ada.pk).update(first_name="D'Arc & Co")

    tasks.send_password_changed.call(str(ada.pk))

    message = received()
    assert "Hello D'Arc & Co," in str(message.body)
    assert "Hello D&#x27;Arc &amp; Co," in str(message.alternatives[0].content)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_message_is_written_in_the_language_of_its_reader(ada: Person, language: str) -> None:
    Person.objects.filter(pk=ada.pk).update(language=language)

    tasks.send_welcome.call(str(ada.pk))

    message = received()
    assert f'<html lang="{language}">' in str(message.alternatives[0].content)
    assert message.extra_headers["Content-Language"] == language
