"""What is told of a wrong answer: each anticipated mistake, once, and nothing when there is none."""

from decimal import Decimal

import pytest

from domain.assessment.marking import Given, feedback
from families.contract import ChoiceKey, FieldsKey, Key, Kind, Mistake, NumberKey, OptionKey, Play, TextKey
from tests.unit.assessment.marked import cases, picked, typed


def play(key: Key, *mistakes: tuple[Key, str]) -> Play:
    kind = Kind.CHOICES if isinstance(key, ChoiceKey) else Kind.FIELDS
    foreseen = tuple(Mistake(wrong, words) for wrong, words in mistakes)
    return Play("Title", "Question?", kind, key, "shown", "correction", mistakes=foreseen)


def options(*names: str) -> ChoiceKey:
    return ChoiceKey(frozenset(names))


def whole(value: int) -> NumberKey:
    return NumberKey(Decimal(value), Decimal(value))


# --- choices ---------------------------------------------------------------------------------------------------------

COPIES = play(
    options("a", "b"), (options("c"), "Not C."), (options("d", "e"), "Never D with E."), (options("d"), "Not D.")
)
PICKS = {
    "right": (("a", "b"), None),
    "only-one-missing": (("a",), None),
    "one-wrong": (("a", "b", "c"), "Not C."),
    "another-wrong": (("d",), "Not D."),
    "two-wrong-are-both-told": (("d", "c"), "Not C. Not D."),
    "two-that-make-one-mistake": (("e", "d"), "Never D with E."),
    "half-of-a-mistake": (("e",), None),
    "nothing-foreseen": (("z",), None),
    "nothing-picked": ((), None),
}


@pytest.mark.parametrize(("names", "told"), cases(PICKS))
def test_each_wrong_option_is_told_of(names: tuple[str, ...], told: str | None) -> None:
    assert feedback(picked(*names), COPIES, "fr") == told


def test_words_on_a_right_option_are_told_only_when_the_answer_is_wrong() -> None:
    half = play(options("a", "b"), (options("a"), "A is one of two."))

    assert feedback(picked("a"), half, "fr") == "A is one of two."
    assert feedback(picked("a", "b"), half, "fr") is None


# --- independent fields ----------------------------------------------------------------------------------------------

ROW = play(
    FieldsKey((("count", whole(3)), ("unit", OptionKey(("mo",))))),
    (FieldsKey((("count", whole(2)), ("unit", OptionKey(("ko",))))), "Two, and in KB."),
    (FieldsKey((("count", whole(2)),)), "One was hidden."),
    (FieldsKey((("count", NumberKey(Decimal(2), Decimal(9))),)), "Count again."),
    (FieldsKey((("unit", OptionKey(("ko",))),)), "Too small a unit."),
    (FieldsKey((("unit", OptionKey(("mo",))),)), "Never said: it is right."),
    (FieldsKey((("other", whole(2)),)), "Never said: no such field."),
)
ROWS = {
    "right": ({"count": "3", "unit": "mo"}, None),
    "one-field-wrong": ({"count": "2", "unit": "mo"}, "One was hidden."),
    "the-first-that-matches": ({"count": "7", "unit": "mo"}, "Count again."),
    "the-other-field-wrong": ({"count": "3", "unit": "ko"}, "Too small a unit."),
    "each-wrong-field-has-its-words": ({"count": "7", "unit": "ko"}, "Count again. Too small a unit."),
    "two-fields-make-one-mistake": ({"count": "2", "unit": "ko"}, "Two, and in KB."),
    "with-the-noun": ({"count": "2 fichiers", "unit": "mo"}, "One was hidden."),
    "a-mistake-of-another-field": ({"count": "40", "unit": "2"}, None),
    "nothing-foreseen": ({"count": "40", "unit": "mo"}, None),
    "missing": ({"unit": "mo"}, None),
    "nothing-typed": ({}, None),
}


@pytest.mark.parametrize(("fields", "told"), cases(ROWS))
def test_a_mistake_is_told_of_its_own_field_only(fields: dict[str, str], told: str | None) -> None:
    assert feedback({"fields": fields}, ROW, "fr") == told


def test_answers_put_in_each_others_place_are_one_mistake() -> None:
    key = (("heaviest", OptionKey(("a",))), ("lightest", OptionKey(("b",))))
    swapped = play(FieldsKey(key), (FieldsKey(key, any_order=True), "You have swapped the two."))

    assert feedback(typed(heaviest="b", lightest="a"), swapped, "fr") == "You have swapped the two."
    assert feedback(typed(heaviest="b", lightest="c"), swapped, "fr") is None
    assert feedback(typed(heaviest="b"), swapped, "fr") is None
    assert feedback(typed(heaviest="a", lightest="b"), swapped, "fr") is None


def test_words_that_serve_two_fields_are_said_once() -> None:
    twice = play(
        FieldsKey((("one", whole(1)), ("two", whole(2)))),
        (FieldsKey((("one", whole(0)),)), "Zero is no answer."),
        (FieldsKey((("two", whole(0)),)), "Zero is no answer."),
    )

    assert feedback(typed(one="0", two="0"), twice, "fr") == "Zero is no answer."


# --- in any order ----------------------------------------------------------------------------------------------------

FILES = play(
    FieldsKey((("first", TextKey(("flac",))), ("second", TextKey(("zip",)))), any_order=True),
    (FieldsKey((("first", TextKey(("wav",))), ("second", TextKey(("mp3",))))), "Both had lost something."),
    (FieldsKey((("first", TextKey(("wav",))),)), "Not the WAV."),
    (FieldsKey((("first", TextKey(("zip",))),)), "Never said: it is right."),
)
PAIRS = {
    "right": ("zip", "flac", None),
    "in-the-field-it-names": ("wav", "zip", "Not the WAV."),
    "in-the-other-field": ("zip", "wav", "Not the WAV."),
    "both-wrong": ("mp3", "wav", "Both had lost something."),
    "the-same-twice": ("flac", "flac", None),
    "nothing-foreseen": ("zip", "txt", None),
}


@pytest.mark.parametrize(("first", "second", "told"), cases(PAIRS))
def test_in_any_order_a_mistake_is_told_wherever_it_stands(first: str, second: str, told: str | None) -> None:
    assert feedback(typed(first=first, second=second), FILES, "fr") == told


# --- other shapes ----------------------------------------------------------------------------------------------------

MISFITS: dict[str, tuple[Given, Play]] = {
    "picked-for-fields": (picked("wav"), FILES),
    "typed-for-a-choice": (typed(first="c"), COPIES),
    "nothing": ({}, ROW),
    "mistake-of-another-shape": (typed(count="2"), play(FieldsKey((("count", whole(3)),)), (options("2"), "No."))),
    "mistake-that-says-nothing": (typed(count="2"), play(FieldsKey((("count", whole(3)),)), (FieldsKey(()), "No."))),
    "option-mistake-of-another-shape": (picked("b"), play(options("a"), (FieldsKey((("b", whole(3)),)), "No."))),
    "option-mistake-without-options": (picked("b"), play(options("a"), (options(), "No."))),
}


@pytest.mark.parametrize(("answer", "shown"), cases(MISFITS))
def test_nothing_is_told_of_an_answer_of_another_shape(answer: Given, shown: Play) -> None:
    assert feedback(answer, shown, "fr") is None
