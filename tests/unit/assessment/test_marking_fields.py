"""Choices and several fields: all or nothing, independent or in any order, whatever shape the answer has."""

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assessment.marking import Given, is_right, pairs
from families.contract import ChoiceKey, DateKey, FieldsKey, Key, NumberKey, OptionKey, TextKey
from tests.unit.assessment.marked import cases, picked, typed

TWO_OF_FOUR = ChoiceKey(frozenset({"a", "c"}))
SIZE_AND_UNIT = FieldsKey(
    (("size", NumberKey(Decimal(85), Decimal(85))), ("unit", OptionKey(("ko",))), ("day", DateKey(date(2025, 3, 14))))
)
FLAC, ZIP = TextKey(("interview.flac",)), TextKey(("kit.zip", "kit"))
PAIR = FieldsKey((("first", FLAC), ("second", ZIP)), any_order=True)

CHOICES = {
    "all-right": (["a", "c"], True),
    "in-another-order": (["c", "a"], True),
    "one-picked-twice": (["a", "c", "a"], True),
    "one-missing": (["a"], False),
    "one-too-many": (["a", "b", "c"], False),
    "others": (["b", "d"], False),
    "none": ([], False),
    "capital-letters": (["A", "C"], False),
    "space": (["a ", "c"], False),
}


@pytest.mark.parametrize(("options", "right"), cases(CHOICES))
def test_a_choice_is_all_the_right_options_and_no_other(options: list[str], right: bool) -> None:
    assert is_right(picked(*options), TWO_OF_FOUR, "fr") is right


FIELDS = {
    "all-right": ({"size": "85", "unit": "ko", "day": "14 mars 2025"}, True),
    "a-field-more": ({"size": "85", "unit": "ko", "day": "14/03/2025", "note": "x"}, True),
    "one-wrong": ({"size": "58", "unit": "ko", "day": "14/03/2025"}, False),
    "option-in-capitals": ({"size": "85", "unit": "Ko", "day": "14/03/2025"}, False),
    "one-empty": ({"size": "85", "unit": "ko", "day": ""}, False),
    "one-missing": ({"size": "85", "unit": "ko"}, False),
    "swapped": ({"size": "ko", "unit": "85", "day": "14/03/2025"}, False),
    "none": ({}, False),
}


@pytest.mark.parametrize(("fields", "right"), cases(FIELDS))
def test_independent_fields_must_each_be_right(fields: dict[str, str], right: bool) -> None:
    assert is_right({"fields": fields}, SIZE_AND_UNIT, "fr") is right


# --- in any order ----------------------------------------------------------------------------------------------------

ANY_ORDER = {
    "in-the-order-of-the-key": (("interview.flac", "kit.zip"), True),
    "swapped": (("kit.zip", "interview.flac"), True),
    "other-wording-swapped": (("KIT", "Interview.FLAC"), True),
    "one-wrong": (("kit.zip", "web.flac"), False),
    "the-same-twice": (("kit.zip", "kit.zip"), False),
    "the-same-in-other-words": (("kit.zip", "Kit"), False),
    "one-empty": (("kit.zip", ""), False),
    "one-answer-too-many": (("kit.zip", "interview.flac", "interview.flac"), False),
}


@pytest.mark.parametrize(("answers", "right"), cases(ANY_ORDER))
def test_in_any_order_each_answer_needs_a_key_of_its_own(answers: tuple[str, ...], right: bool) -> None:
    assert is_right(typed(**{f"field{n}": text for n, text in enumerate(answers)}), PAIR, "fr") is right


def test_an_answer_gives_up_its_key_to_one_that_fits_no_other() -> None:
    # Taking the first free key, the first answer would hold the only one that fits the second.
    key = FieldsKey((("one", TextKey(("or", "argent"))), ("two", TextKey(("or",)))), any_order=True)

    assert is_right(typed(one="or", two="argent"), key, "fr")
    assert is_right(typed(one="argent", two="or"), key, "fr")


GASES = ("azote", "oxygène", "argon", "néon")
TWO_GASES = FieldsKey(tuple((f"gas{n}", TextKey((gas,))) for n, gas in enumerate(GASES)), any_order=True)


@pytest.mark.parametrize(("one", "two"), list(permutations(GASES, 2)))
def test_any_two_of_four_are_right_when_two_are_asked_for(one: str, two: str) -> None:
    assert is_right(typed(one=one, two=two), TWO_GASES, "fr")


@pytest.mark.parametrize(("one", "two"), [("azote", "azote"), ("azote", "Azoté"), ("azote", "fer"), ("", "néon")])
def test_two_of_four_are_two_different_ones(one: str, two: str) -> None:
    assert not is_right(typed(one=one, two=two), TWO_GASES, "fr")


SAME_LIST = TextKey(("azote", "oxygène", "argon", "gaz argon"))
TWO_OF_A_LIST = FieldsKey((("one", SAME_LIST), ("two", SAME_LIST)), any_order=True)


@pytest.mark.parametrize(
    ("one", "two", "right"), [("azote", "argon", True), ("azote", "AZOTE", False), ("argon", " argon", False)]
)
def test_the_same_answer_twice_counts_once_even_when_both_fields_take_it(one: str, two: str, right: bool) -> None:
    assert is_right(typed(one=one, two=two), TWO_OF_A_LIST, "fr") is right


def test_two_numbers_of_one_range_are_two_answers_but_one_written_twice_is_not() -> None:
    even = NumberKey(Decimal(1), Decimal(9))
    key = FieldsKey((("one", even), ("two", even)), any_order=True)

    assert is_right(typed(one="2", two="4"), key, "fr")
    assert not is_right(typed(one="2", two="2,0"), key, "fr")


def test_codes_that_differ_by_their_case_are_two_answers() -> None:
    names = TextKey(("Note", "note"), exact=True)
    key = FieldsKey((("one", names), ("two", names)), any_order=True)

    assert is_right(typed(one="note", two="Note"), key, "fr")
    assert not is_right(typed(one="note", two="note"), key, "fr")


@given(st.lists(st.lists(st.integers(0, 4), max_size=5, unique=True), max_size=5))
def test_the_pairing_is_as_large_as_trying_everything(fits: list[list[int]]) -> None:
    held = pairs(fits)

    most = max(
        sum(key in keys for key, keys in zip(order, fits, strict=False)) for order in permutations(range(5), len(fits))
    )
    assert len(held) == len(set(held.values())) == most
    assert all(key in fits[answer] for key, answer in held.items())


# --- other shapes ----------------------------------------------------------------------------------------------------

MISFITS: dict[str, tuple[Given, Key]] = {
    "picked-for-fields": (picked("a", "c"), PAIR),
    "typed-for-a-choice": (typed(choice="a"), TWO_OF_FOUR),
    "nothing-for-fields": ({}, PAIR),
    "nothing-for-a-choice": ({}, TWO_OF_FOUR),
    "nothing-typed-in-any-order": (typed(), PAIR),
    "key-without-fields": (typed(a="x"), FieldsKey(())),
    "key-without-fields-in-any-order": (typed(a="x"), FieldsKey((), any_order=True)),
    "nothing-for-a-key-without-options": (picked(), ChoiceKey(frozenset())),
}


@pytest.mark.parametrize(("answer", "key"), cases(MISFITS))
def test_an_answer_of_another_shape_is_wrong(answer: Given, key: Key) -> None:
    assert not is_right(answer, key, "fr")
