"""The receipt of an answer: the proof that it is kept, chained to those before it (SHA-256, FIPS 180-4)."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from uuid import UUID

import orjson

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the server holds of an answer; the same answer always gives the same receipt, byte for byte."""

    sitting: str
    position: int
    key: str
    at: str
    chain: str

    def __bytes__(self) -> bytes:
        return orjson.dumps(asdict(self), option=orjson.OPT_SORT_KEYS)


def link(before: str, *, sitting: UUID, position: int, key: UUID, given: object, at: datetime) -> str:
    """h(n) = SHA-256(h(n-1), sitting, position, key, SHA-256(value), time): no answer can change unseen."""
    value = hashlib.sha256(orjson.dumps(given, option=orjson.OPT_SORT_KEYS)).hexdigest()
    parts = (before, str(sitting), str(position), str(key), value, stamp(at))
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


def stamp(at: datetime) -> str:
    """A time in UTC to the microsecond, always written the same way."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
