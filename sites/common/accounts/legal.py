"""The legal documents and the accessibility statement: dated files, the newest in force being the one that counts."""

from datetime import date
from functools import cache
from pathlib import Path
from string import Template

from django.conf import settings
from django.utils.translation import gettext as _

from domain.accounts.documents import Document
from domain.accounts.models import DocumentKind
from domain.core.errors import NotFound

FOLDER = Path(__file__).resolve().parent.parent / "legal"
ACCESSIBILITY = "accessibility"
KINDS = (*DocumentKind.values, ACCESSIBILITY)


@cache
def versions(kind: str) -> list[date]:
    """All versions of a document, the oldest first."""
    return sorted({date.fromisoformat(path.name.split(".")[0]) for path in (FOLDER / kind).glob("*.md")})


def in_force(kind: str, today: date) -> Document:
    """The newest version that has taken effect, or the first one; a version dated later waits for its day."""
    first, *others = versions(kind)
    return Document(kind, max([first, *(version for version in others if version <= today)]))


def both_in_force(today: date) -> list[Document]:
    """What is agreed to when an account opens."""
    return [in_force(DocumentKind.TERMS, today), in_force(DocumentKind.PRIVACY, today)]


def find(kind: str, day: str) -> Document:
    """One version of one document, old or to come."""
    for version in versions(kind) if kind in KINDS else []:
        if version.isoformat() == day:
            return Document(kind, version)
    raise NotFound


def text_of(document: Document, language: str) -> str:
    """The text of a version, as Markdown, with the names of those who run this service."""
    path = FOLDER / document.kind / f"{document.version.isoformat()}.{language}.md"
    return Template(path.read_text(encoding="utf-8")).substitute(
        service=settings.SERVICE_NAME,
        owner=settings.SERVICE_OWNER or _("the person or body that installed this site, who has not given a name yet"),
        contact=settings.SERVICE_CONTACT or _("the address given by whoever invited you here"),
        source=settings.SOURCE_URL or _("available on request"),
        url=settings.SERVICE_URL,
    )
