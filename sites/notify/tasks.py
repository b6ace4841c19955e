"""The messages about accounts, sent by the worker. A message about someone who left meanwhile is not sent."""

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from domain.accounts import actions, queries
from sites.common.accounts import links
from sites.notify.mail import Letter, send


@task()
def send_welcome(person_id: str) -> None:
    _with_link(person_id, "welcome")


@task()
def send_confirmation(person_id: str) -> None:
    _with_link(person_id, "confirmation")


def _with_link(person_id: str, message: str) -> None:
    person = queries.person_with(UUID(person_id))
    link = links.welcome_link(person) if person else None
    if person and person.email and link:
        send(Letter(message, person.email, person.language, {"name": person.first_name, "link": link}))


@task()
def send_password_reset(email: str) -> None:
    person = queries.person_of_login(email)
    if person and person.email == email:
        told = {"name": person.first_name, "link": links.reset_link(person)}
        send(Letter("password_reset", person.email, person.language, told))


@task()
def send_password_changed(person_id: str) -> None:
    person = queries.person_with(UUID(person_id))
    if person and person.email:
        send(Letter("password_changed", person.email, person.language, {"name": person.first_name}))


@task()
def send_email_code(person_id: str) -> None:
    person = queries.person_with(UUID(person_id))
    issued = actions.issue_email_code(UUID(person_id), at=timezone.now())
    if person and issued:
        told = {"name": person.first_name, "code": issued.code}
        send(Letter("email_code", issued.email, person.language, told))


@task()
def send_email_changed(person_id: str, old_email: str) -> None:
    person = queries.person_with(UUID(person_id))
    if person and person.email:
        told = {"name": person.first_name, "new_email": person.email}
        send(Letter("email_changed", old_email, person.language, told))


@task()
def send_account_deleted(email: str, first_name: str, language: str) -> None:
    send(Letter("account_deleted", email, language, {"name": first_name}))
