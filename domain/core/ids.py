"""Time-ordered identifiers (UUIDv7, RFC 9562), made by the application so that any node may write."""

from uuid import UUID

import uuid_utils


def new_id() -> UUID:
    """A new identifier, greater than those made before it on this machine."""
    return UUID(bytes=uuid_utils.uuid7().bytes)
