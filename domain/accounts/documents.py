"""When a legal document must be shown again."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Document:
    """One version of one legal document, named by its kind and the day it took effect."""

    kind: str
    version: date


def is_news(agreed: date | None, current: date) -> bool:
    """A document is shown again when a version newer than the one agreed to has taken effect."""
    return agreed is None or agreed < current
