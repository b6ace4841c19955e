"""Draws are the same for ever, fair enough, and unrelated from one purpose to the next."""

from collections import Counter
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from families.seeds import Draw, watermark

SEED = bytes(range(32))


def test_draws_never_change():
    draw = Draw(SEED, "for ever")
    got = [draw.below(1000), draw.between(5, 9), draw.pick("abcdef"), draw.sample(range(50), 4), draw.shuffled("xyz")]
    assert got == [157, 5, "d", [30, 16, 27, 38], ["y", "z", "x"]]
    assert watermark(SEED) == "AF96-1AE0-272C"


def test_two_purposes_of_one_seed_draw_differently():
    one, other = Draw(SEED, "one"), Draw(SEED, "other")
    assert [one.below(100) for _ in range(8)] != [other.below(100) for _ in range(8)]


@given(st.binary(min_size=1, max_size=40), st.integers(1, 60), st.data())
def test_a_sample_holds_different_choices(seed, size, data):
    count = data.draw(st.integers(0, size))
    taken = Draw(seed).sample(range(size), count)
    assert len(taken) == len(set(taken)) == count
    assert set(taken) <= set(range(size))


@given(st.binary(min_size=1, max_size=40), st.integers(-50, 50), st.integers(0, 50))
def test_a_draw_stays_between_its_bounds(seed, low, span):
    draw = Draw(seed)
    assert all(low <= draw.between(low, low + span) <= low + span for _ in range(20))


def test_choices_come_equally_often():
    draw = Draw(SEED)
    counts = Counter(draw.below(6) for _ in range(6000))
    assert all(850 < counts[face] < 1150 for face in range(6))
    assert 2800 < sum(draw.chance(0.5) for _ in range(6000)) < 3200


def test_a_moment_falls_on_an_even_second_between_its_bounds():
    first, last = datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2024-01-01T00:00:10")
    moments = {Draw(bytes([number])).moment(first, last) for number in range(200)}
    assert {moment.second for moment in moments} == {0, 2, 4, 6, 8, 10}
