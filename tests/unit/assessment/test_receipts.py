"""Receipts: the same answer gives the same bytes, and no kept answer can change unseen."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assessment.receipts import START, Receipt, link, stamp

NOON = datetime(2026, 11, 22, 12, 0, 0, 7, tzinfo=UTC)
SITTING, KEY = UUID(int=1), UUID(int=2)


@dataclass(frozen=True)
class Kept:
    sitting: UUID = SITTING
    position: int = 1
    key: UUID = KEY
    given: Any = None
    at: datetime = NOON

    def after(self, before: str) -> str:
        return link(before, sitting=self.sitting, position=self.position, key=self.key, given=self.given, at=self.at)


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
GIVEN = st.one_of(
    st.none(),
    st.builds(lambda options: {"choice": options}, st.lists(TEXTS, max_size=4)),
    st.builds(lambda fields: {"fields": fields}, st.dictionaries(TEXTS, TEXTS, max_size=4)),
)
TIMES = st.datetimes(datetime.fromisoformat("2020-01-01"), timezones=st.just(UTC))
ANSWERS = st.builds(Kept, st.uuids(), st.integers(1, 1_000), st.uuids(), GIVEN, TIMES)


def chain(answers: list[Kept]) -> list[str]:
    links = [START]
    for answer in answers:
        links.append(answer.after(links[-1]))
    return links[1:]


@given(ANSWERS)
def test_a_link_is_the_published_formula(answer: Kept) -> None:
    value = json.dumps(answer.given, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    at = answer.at.strftime("%Y-%m-%dT%H:%M:%S.%f+00:00")
    parts = [START, str(answer.sitting), str(answer.position), str(answer.key), hashlib.sha256(value).hexdigest(), at]

    assert answer.after(START) == hashlib.sha256("|".join(parts).encode()).hexdigest()


CHANGES: dict[str, Any] = {
    "sitting": UUID(int=9),
    "position": 11,
    "key": UUID(int=8),
    "given": {"fields": {"answer": "86"}},
    "at": NOON + timedelta(microseconds=1),
}


@pytest.mark.parametrize("part", CHANGES)
def test_changing_any_part_changes_the_link(part: str) -> None:
    answer = Kept(given={"fields": {"answer": "85"}})

    assert replace(answer, **{part: CHANGES[part]}).after(START) != answer.after(START)


def test_a_link_depends_on_the_one_before() -> None:
    assert Kept().after(START) != Kept().after("1" * 64)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, {"choice": []}),
        ({"choice": ["a", "b"]}, {"choice": ["b", "a"]}),
        ({"choice": ["ab"]}, {"choice": ["a", "b"]}),
        ({"fields": {"a": "1"}}, {"fields": {"a": "1 "}}),
        ({"fields": {"a": "é"}}, {"fields": {"a": "e\u0301"}}),
    ],
    ids=["skipped-or-empty", "another-order", "cut-elsewhere", "a-space", "the-same-letter-in-two-signs"],
)
def test_answers_that_differ_have_links_that_differ(one: Any, other: Any) -> None:
    assert Kept(given=one).after(START) != Kept(given=other).after(START)


def test_the_order_in_which_fields_are_kept_does_not_matter() -> None:
    one, other = {"fields": {"a": "1", "b": "2"}}, {"fields": {"b": "2", "a": "1"}}

    assert Kept(given=one).after(START) == Kept(given=other).after(START)


@given(st.lists(ANSWERS, min_size=1, max_size=6), st.data())
def test_a_change_shows_from_its_place_to_the_end_and_not_before(answers: list[Kept], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(answers) - 1))
    changed = [*answers]
    changed[place] = replace(answers[place], given={"changed": True})

    before, after = chain(answers), chain(changed)
    assert before[:place] == after[:place]
    assert all(one != other for one, other in zip(before[place:], after[place:], strict=True))


@given(st.lists(ANSWERS, min_size=2, max_size=6, unique_by=lambda answer: answer.key))
def test_an_answer_left_out_or_moved_shows_at_the_end(answers: list[Kept]) -> None:
    whole = chain(answers)[-1]

    assert chain(answers[1:])[-1] != whole
    assert chain([*answers[1:], answers[0]])[-1] != whole


@given(ANSWERS)
def test_a_link_is_sixty_four_hexadecimal_digits_always_the_same(answer: Kept) -> None:
    made = answer.after(START)

    assert made == answer.after(START)
    assert len(made) == len(START) == 64
    assert set(made) <= set("0123456789abcdef")


@given(TIMES, st.integers(-12 * 60, 14 * 60))
def test_a_time_is_written_the_same_from_any_zone(at: datetime, minutes: int) -> None:
    elsewhere = at.astimezone(timezone(timedelta(minutes=minutes)))

    assert stamp(elsewhere) == stamp(at)
    assert datetime.fromisoformat(stamp(at)) == at


def test_a_whole_second_is_written_to_the_microsecond_too() -> None:
    assert stamp(datetime(2026, 11, 22, 12, tzinfo=UTC)) == "2026-11-22T12:00:00.000000+00:00"


def test_the_bytes_of_a_receipt_are_its_fields_in_alphabetical_order() -> None:
    receipt = Receipt(sitting="s", position=3, key="k", at=stamp(NOON), chain=START)

    assert json.loads(bytes(receipt)) == {"sitting": "s", "position": 3, "key": "k", "at": stamp(NOON), "chain": START}
    assert list(json.loads(bytes(receipt))) == ["at", "chain", "key", "position", "sitting"]
    assert bytes(receipt) == bytes(replace(receipt))


@given(ANSWERS, ANSWERS)
def test_two_receipts_have_the_same_bytes_only_when_they_are_equal(one: Kept, other: Kept) -> None:
    first, second = (
        Receipt(str(a.sitting), a.position, str(a.key), stamp(a.at), a.after(START)) for a in (one, other)
    )

    assert (bytes(first) == bytes(second)) is (first == second)
