"""News turned into messages to send: each is a row in the queue, written in the transaction of the news."""

from domain.accounts.events import (
    AccountDeleted,
    ConfirmationAsked,
    EmailChangeAsked,
    EmailChanged,
    PasswordChanged,
    PasswordResetAsked,
    PersonSignedUp,
)
from sites.notify import tasks


def welcome(news: PersonSignedUp) -> None:
    tasks.send_welcome.enqueue(str(news.person_id))


def confirmation(news: ConfirmationAsked) -> None:
    tasks.send_confirmation.enqueue(str(news.person_id))


def password_reset(news: PasswordResetAsked) -> None:
    tasks.send_password_reset.enqueue(news.email)


def password_changed(news: PasswordChanged) -> None:
    tasks.send_password_changed.enqueue(str(news.person_id))


def email_code(news: EmailChangeAsked) -> None:
    tasks.send_email_code.enqueue(str(news.person_id))


def email_changed(news: EmailChanged) -> None:
    if news.old_email:
        tasks.send_email_changed.enqueue(str(news.person_id), news.old_email)


def account_deleted(news: AccountDeleted) -> None:
    if news.email:
        tasks.send_account_deleted.enqueue(news.email, news.first_name, news.language)
