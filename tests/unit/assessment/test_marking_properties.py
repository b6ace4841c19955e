"""Marking, whatever is typed: it always answers, and it answers the same to the same words."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from domain.assessment.marking import can_be_read, feedback, is_right
from domain.assessment.wording import as_typed, distance, folded, without_unseen
from families.contract import (
    ChoiceKey,
    DateKey,
    FieldKey,
    FieldsKey,
    Format,
    Kind,
    Mistake,
    NumberKey,
    OptionKey,
    Play,
    TextKey,
)
from tests.unit.assessment.marked import picked, takes, typed

SIZES = (
    ("MB", Decimal(1)),
    ("Mb", Decimal("0.125")),
    ("Go", Decimal(1000)),
    ("h", Decimal(60)),
    ("s", 1 / Decimal(60)),
)
KEYS: dict[str, FieldKey] = {
    "text": TextKey(("Téléchargements", "文件", "C++", "Sur le bureau 2.odt"), spelling=0.25),
    "exact": TextKey(("/home/lea", "Note.txt"), exact=True),
    "number": NumberKey(Decimal("-1.5"), Decimal("1e6"), SIZES),
    "date": DateKey(date(2025, 3, 14)),
    "option": OptionKey(("month",)),
}
FOUND = tuple(Mistake(FieldsKey(((name, key),)), "Look again.") for name, key in KEYS.items())
INDEPENDENT = FieldsKey(tuple(KEYS.items()))
ANY_ORDER = FieldsKey(tuple(KEYS.items()), any_order=True)

EVERY_CHARACTER = st.characters(codec=None)
SIGNS = [*"0123456789.,:/-+−'’`´ \u00a0\u202f\u2009%€$°²½⁄①٣۵५８ßœŒİıΣςᾳﬁ≠>→~≈=()&*#@_"]
UNSEEN = [*"\u0301\u0345\u05b8\u3099\u093c\u0338\u200b\u200d\u200f\u202e\ufeff\ufe0f\u3164\u00ad\x00\x1f\n\t\ud800"]
SAID = [
    "1e999999",
    "NaN",
    "Infinity",
    "sNaN",
    "1/0",
    "1/2",
    " h ",
    " min ",
    "Mo",
    "MB",
    "mars",
    "1er",
    "douze",
    "vingt",
]
TRICKY = st.sampled_from([*SIGNS, *UNSEEN, *SAID])
ANYTHING = st.one_of(
    st.text(EVERY_CHARACTER, max_size=40),
    st.lists(st.one_of(TRICKY, EVERY_CHARACTER), max_size=20).map("".join),
    st.integers(10, 1_000).map(lambda length: "9" * length),
)
WORDS = st.text(st.characters(categories=["Ll", "Lu", "Lo", "Nd"]), min_size=1, max_size=20)


def play(key: FieldsKey) -> Play:
    return Play("Title", "Question?", Kind.FIELDS, key, "shown", "correction", mistakes=FOUND)


@settings(deadline=None)
@given(ANYTHING, st.sampled_from(["en", "fr"]))
@example("1" + "0" * 5_000, "fr")
@example("1e999999", "en")
@example("\ud800\udfff", "fr")
@example("1,5E-999 Go", "fr")
def test_every_key_has_an_answer_to_any_text(text: str, locale: str) -> None:
    for key in KEYS.values():
        assert takes(key, text, locale) in {True, False}
    for format in Format:
        assert can_be_read(text, format, locale) in {True, False}


@settings(deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(KEYS, ANYTHING)), st.sampled_from([INDEPENDENT, ANY_ORDER]))
def test_feedback_is_words_or_nothing_for_any_fields(fields: dict[str, str], key: FieldsKey) -> None:
    told = feedback({"fields": fields}, play(key), "fr")

    assert told in {None, "Look again."}
    assert told is None or not is_right({"fields": fields}, key, "fr")


@settings(deadline=None)
@given(st.lists(ANYTHING))
def test_a_choice_is_right_for_its_own_options_only(options: list[str]) -> None:
    key = ChoiceKey(frozenset({"a", "b"}))

    assert is_right(picked(*options), key, "fr") is (set(options) == {"a", "b"})
    assert not is_right(picked(*options), INDEPENDENT, "fr")


@settings(deadline=None)
@given(ANYTHING)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert as_typed(as_typed(text)) == as_typed(text)


@settings(deadline=None)
@given(ANYTHING)
def test_the_expected_words_are_always_right_unless_nothing_is_seen(text: str) -> None:
    assert takes(TextKey((text,)), text) is bool(folded(text))
    assert takes(TextKey((text,), exact=True), text) is bool(as_typed(text))


@settings(deadline=None)
@given(ANYTHING)
def test_only_what_draws_nothing_is_emptied(text: str) -> None:
    assert bool(folded(text)) is bool(without_unseen(text).strip())


@given(WORDS, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_an_accepted_word_is_right_in_any_case(word: str, change: Callable[[str], str]) -> None:
    changed = change(word)
    assume(changed.casefold() == word.casefold())  # a few letters have no way back from their capital

    assert takes(TextKey((word,)), changed)
    assert takes(TextKey((changed,)), word)


@given(WORDS, st.sampled_from(["« {} »", " \u00a0{}\t", "({})", "\u200f{}\u200e", "{}.", "“{}”", "{}…", "¿{}?"]))
def test_an_accepted_word_is_right_between_any_signs(word: str, signs: str) -> None:
    assert takes(TextKey((word,)), signs.format(word))


FRENCH = st.text("aàâbcçdeéèêëfghiîïjklmnoôpqrstuùûüvwxyzœ", min_size=1, max_size=15)
PLAIN = str.maketrans("àâçéèêëîïôùûü", "aaceeeeiiouuu", "")


@given(st.lists(FRENCH, min_size=1, max_size=4))
def test_french_words_are_right_in_capitals_without_accents_and_with_spare_spaces(words: list[str]) -> None:
    key = TextKey((" ".join(words),))

    assert takes(key, "  ".join(words).upper())
    assert takes(key, "-".join(words).translate(PLAIN).replace("œ", "oe"))
    assert takes(key, "".join(words))


@given(FRENCH, FRENCH)
def test_the_distance_is_the_same_both_ways_and_nil_only_between_equals(one: str, other: str) -> None:
    slips = distance(one, other)

    assert slips == distance(other, one)
    assert (slips == 0) is (one == other)
    assert abs(len(one) - len(other)) <= slips <= max(len(one), len(other))


@given(FRENCH, st.data())
def test_one_slip_is_at_a_distance_of_one(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))

    assert distance(word, word[:place] + word[place + 1 :]) == 1
    assert distance(word, word[:place] + "#" + word[place:]) == 1
    assert distance(word, word[:place] + "#" + word[place + 1 :]) == 1
    assert distance(word + "#", word[:-1] + "#" + word[-1]) == 1


@given(st.text("abcde 0123456789", min_size=1, max_size=15), st.data())
def test_another_digit_is_never_a_slip(expected: str, data: st.DataObject) -> None:
    text = expected + "7"
    place = data.draw(st.sampled_from([n for n, char in enumerate(text) if char.isdigit()]))
    other = str((int(text[place]) + data.draw(st.integers(1, 9))) % 10)

    assert not takes(TextKey((text,), spelling=0.25), text[:place] + other + text[place + 1 :])


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_a_number_is_read_back_from_either_language(value: Decimal) -> None:
    key = NumberKey(value, value)

    assert takes(key, f"{value:,}", "en")
    assert takes(key, f"{value:,}".replace(",", "\u202f").replace(".", ","), "fr")
    assert takes(key, f"{value}".replace(".", ",").replace("-", "−"), "fr")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_back_from_any_way_of_writing_it(day: date) -> None:
    key = DateKey(day)

    assert takes(key, day.isoformat())
    assert takes(key, f"{day.day}/{day.month}/{day.year}")
    assert takes(key, f"{day:%d %B %Y}", "en")
    assert not takes(DateKey(day - timedelta(days=1)), day.isoformat())


@given(st.permutations(["Téléchargements", "Note.txt", "12", "14/03/2025", "month"]))
def test_in_any_order_every_order_is_right(answers: list[str]) -> None:
    assert is_right(typed(**dict(zip(KEYS, answers, strict=True))), ANY_ORDER, "fr")
