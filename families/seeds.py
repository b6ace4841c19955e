"""Deterministic draws from a secret seed: the same seed and purpose give the same draws on every Python."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A stream of draws. Two purposes of one seed give unrelated streams, so one may grow without moving the other.

    Only `Random.random` is used: it is the one method whose sequence Python promises to keep for ever.
    """

    def __init__(self, seed: bytes, purpose: str = "") -> None:
        self._next = Random(int.from_bytes(sha256(purpose.encode() + b"\x00" + seed).digest(), "big")).random

    def below(self, limit: int) -> int:
        """A whole number from 0 to `limit`, `limit` left out."""
        return int(self._next() * limit)

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self._next() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """True in this share of the draws."""
        return self._next() < share

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, each as likely as the others."""
        return choices[int(self._next() * len(choices))]

    def sample(self, choices: Sequence[T], count: int) -> list[T]:
        """As many different choices as asked, in a drawn order."""
        draw, size, moved, taken = self._next, len(choices), dict[int, int](), []
        for place in range(count):
            other = place + int(draw() * (size - place))
            taken.append(choices[moved.get(other, other)])
            moved[other] = moved.get(place, place)
        return taken

    def shuffled(self, choices: Sequence[T]) -> list[T]:
        """All the choices, in a drawn order."""
        return self.sample(choices, len(choices))

    def moment(self, first: datetime, last: datetime) -> datetime:
        """A moment between two others, on an even second: archives keep no finer time."""
        return first + timedelta(seconds=2 * int(self._next() * ((last - first) // timedelta(seconds=2) + 1)))


def watermark(seed: bytes) -> str:
    """The mark that tells one person's files from another's; it reveals nothing of the seed."""
    mark = sha256(b"watermark\x00" + seed).hexdigest()[:12].upper()
    return f"{mark[:4]}-{mark[4:8]}-{mark[8:]}"
