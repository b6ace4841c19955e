"""Wrong passwords: the pauses and the block."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.accounts.lockout import BLOCKED_AFTER, Standing, after_failure, lock_after, minutes_to_wait

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def after(failures: int) -> Standing:
    standing = Standing()
    for _ in range(failures):
        standing = after_failure(standing, NOON)
    return standing


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(1, 0), (9, 0), (10, 2), (11, 0), (19, 0), (20, 4), (30, 8), (40, 16)],
    ids=lambda value: str(value),
)
def test_each_tenth_failure_locks_twice_as_long(failures: int, minutes: int) -> None:
    assert minutes_to_wait(after(failures), NOON) == minutes


def test_the_forty_ninth_failure_does_not_block_and_the_fiftieth_does() -> None:
    assert not after(49).blocked
    assert after(50).blocked


def test_a_blocked_name_has_no_tries_left_and_no_end_to_wait_for() -> None:
    blocked = after(50)

    assert blocked.tries_left == 0
    assert minutes_to_wait(blocked, NOON) == 0


@pytest.mark.parametrize(
    ("failures", "announced"), [(0, False), (6, False), (7, True), (9, True), (10, False), (17, True)]
)
def test_the_last_three_tries_of_a_series_are_announced(failures: int, announced: bool) -> None:
    assert after(failures).is_near_a_lock is announced


@pytest.mark.parametrize(("failures", "blocks"), [(39, False), (40, True), (49, True)])
def test_only_the_last_series_ends_in_a_block(failures: int, blocks: bool) -> None:
    assert after(failures).next_lock_blocks is blocks


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 2), (1, 2), (60, 1), (119, 1), (120, 0), (500, 0)])
def test_waiting_is_told_in_whole_minutes_rounded_up(seconds: int, minutes: int) -> None:
    assert minutes_to_wait(after(10), NOON + timedelta(seconds=seconds)) == minutes


@given(st.integers(min_value=0, max_value=BLOCKED_AFTER - 1))
def test_one_more_failure_is_always_counted_and_never_shortens_the_pause(failures: int) -> None:
    standing = after_failure(Standing(failures), NOON)

    assert standing.failures == failures + 1
    assert lock_after(10 * (failures // 10 + 1)) >= lock_after(10 * (failures // 10))


@given(st.integers(min_value=0, max_value=BLOCKED_AFTER - 1))
def test_the_tries_announced_are_those_that_remain(failures: int) -> None:
    left = Standing(failures).tries_left
    last = after(failures + left)

    assert last.blocked or last.locked_until is not None
