"""The messages the service wrote, as the people they are for read them."""

import re
from email import message_from_string, policy
from email.message import EmailMessage

from tests.e2e.service import Service, until

BETWEEN = "-" * 79


def letters(service: Service, to: str) -> list[EmailMessage]:
    """All the messages sent to an address, the oldest first."""
    files = sorted((service.data / "mail").glob("*.log"), key=lambda path: path.stat().st_mtime_ns)
    texts = [text.strip() for path in files for text in path.read_text(encoding="utf-8").split(BETWEEN)]
    found = [message_from_string(text, policy=policy.default) for text in texts if text]
    return [letter for letter in found if letter["To"] == to]


def newest(service: Service, to: str, *, of: int) -> str:
    """The text of the message number `of` sent to an address, once the worker has sent it."""
    until(lambda: len(letters(service, to)) >= of, f"message {of} to {to}")
    body = letters(service, to)[of - 1].get_body(("plain",))
    assert body is not None
    text: str = body.get_content()
    return text


def link_in(text: str, path: str) -> str:
    """The link of a message that leads to a page."""
    return next(link for link in re.findall(r"https?://\S+", text) if path in link)
