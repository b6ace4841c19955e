"""When guessing a password must wait, and when it must stop."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

SERIES = 10
BLOCKED_AFTER = 50
FIRST_LOCK = timedelta(minutes=2)
ANNOUNCED_FROM = 3


@dataclass(frozen=True)
class Standing:
    """Where a sign-in name stands: its failures since the last success, and what came of them."""

    failures: int = 0
    locked_until: datetime | None = None
    blocked: bool = False

    @property
    def tries_left(self) -> int:
        """How many tries are left before the next lock; none once blocked."""
        return 0 if self.blocked else SERIES - self.failures % SERIES

    @property
    def is_near_a_lock(self) -> bool:
        """The last tries of a series are announced."""
        return not self.blocked and self.tries_left <= ANNOUNCED_FROM

    @property
    def next_lock_blocks(self) -> bool:
        """The lock at the end of this series is the one only a person can lift."""
        return self.failures + self.tries_left >= BLOCKED_AFTER


def lock_after(failures: int) -> timedelta:
    """Each full series of failures locks, twice as long as the one before; other failures do not."""
    series, rest = divmod(failures, SERIES)
    return timedelta() if rest or not series else FIRST_LOCK * 2 ** (series - 1)


def after_failure(standing: Standing, at: datetime) -> Standing:
    """One more failure: counted, perhaps locked for a while, blocked for good at the fiftieth."""
    failures = standing.failures + 1
    if failures >= BLOCKED_AFTER:
        return Standing(failures, blocked=True)
    lock = lock_after(failures)
    return Standing(failures, locked_until=at + lock if lock else None)


def minutes_to_wait(standing: Standing, at: datetime) -> int:
    """Whole minutes until the lock lifts, rounded up; none when it is not locked."""
    if standing.locked_until is None or standing.locked_until <= at:
        return 0
    return ceil((standing.locked_until - at) / timedelta(minutes=1))
