"""The secret seed of each question: reproducible for a review, impossible to guess (HMAC-SHA-256, RFC 2104)."""

import hashlib
import hmac
from uuid import UUID

from django.conf import settings


def seed(sitting_id: UUID, position: int, challenge: str) -> bytes:
    """32 bytes that depend on the secret of the service, the sitting, the place of the question and the challenge."""
    message = f"{sitting_id}|{position}|{challenge}".encode()
    return hmac.new(settings.SEED_SECRET.encode(), message, hashlib.sha256).digest()
