"""One message, as text and as HTML, in the language of the person who reads it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from sites.common.accounts.links import full


@dataclass(frozen=True)
class Letter:
    """What to send: the folder of its templates, the address, the language, what it tells."""

    message: str
    to: str
    language: str
    told: Mapping[str, str]


def send(letter: Letter) -> None:
    """Send a letter now; a fault of the mail server fails the task, which can be run again."""
    with override(letter.language):
        known = {**letter.told, **_frame(letter.language)}
        subject, text, html = (
            render_to_string(f"notify/{letter.message}/{part}", known)
            for part in ("subject.txt", "body.txt", "body.html")
        )
    mail = EmailMultiAlternatives(subject.strip(), text.strip() + "\n", to=[letter.to])
    mail.attach_alternative(html, "text/html")
    # Answers of machines ("out of office") would pile up in a mailbox nobody reads.
    mail.extra_headers = {"Auto-Submitted": "auto-generated", "Content-Language": letter.language}
    mail.send()


def _frame(language: str) -> dict[str, str]:
    return {
        "language": language,
        "service": settings.SERVICE_NAME,
        "contact": settings.SERVICE_CONTACT,
        "home": full("/"),
        "forgotten": full(reverse("accounts:password-forgotten")),
        "account": full(reverse("accounts:account")),
        "delete": full(reverse("accounts:delete")),
    }
