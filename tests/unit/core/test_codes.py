"""Codes that people read and type: one wrong symbol or two swapped are always seen."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.core.codes import ALPHABET, check_symbol, digits, is_well_formed, new_code

LONGEST = len(ALPHABET) - 1  # beyond, two places would weigh the same
BODIES = st.text(ALPHABET, min_size=1, max_size=LONGEST - 1)


def test_the_alphabet_has_no_vowel_no_zero_and_no_one() -> None:
    assert set("AEIOUY01").isdisjoint(ALPHABET)
    assert set("BLQSZ").isdisjoint(ALPHABET)  # 8 B, 1 L, 0 Q, 5 S, 2 Z


def test_the_alphabet_has_a_prime_number_of_different_symbols() -> None:
    size = len(ALPHABET)

    assert len(set(ALPHABET)) == size == 23
    assert all(size % divisor for divisor in range(2, size))


@pytest.mark.parametrize("length", [2, 6, 8, 9, 12, LONGEST])
def test_a_new_code_has_its_length_and_is_well_formed(length: int) -> None:
    codes = {new_code(length) for _ in range(50)}

    assert all(len(code) == length and is_well_formed(code) for code in codes)
    assert len(codes) > 10


@given(BODIES, st.data())
def test_every_single_wrong_symbol_is_seen(body: str, data: st.DataObject) -> None:
    code = body + check_symbol(body)
    place = data.draw(st.integers(0, len(code) - 1))

    for wrong in set(ALPHABET) - {code[place]}:
        assert not is_well_formed(code[:place] + wrong + code[place + 1 :])


@given(BODIES)
def test_every_swap_of_two_different_symbols_is_seen(body: str) -> None:
    code = body + check_symbol(body)

    for left, right in combinations(range(len(code)), 2):
        swapped = list(code)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        assert is_well_formed("".join(swapped)) is (code[left] == code[right])


def test_two_symbols_that_make_a_code_are_as_many_as_the_alphabet() -> None:
    well_formed = [one + two for one in ALPHABET for two in ALPHABET if is_well_formed(one + two)]

    assert len(well_formed) == len(ALPHABET)


@pytest.mark.parametrize(
    "code",
    ["", "3", "33O", "0", "b4", "B-4", " ", "٣٣"],
    ids=["nothing", "check-symbol-alone", "letter-o", "zero", "small-letters", "hyphen", "space", "other-digits"],
)
def test_what_is_not_made_of_our_symbols_is_not_well_formed(code: str) -> None:
    assert not is_well_formed(code)


@given(st.text(max_size=30))
def test_any_text_is_well_formed_or_not(text: str) -> None:
    assert is_well_formed(text) in {True, False}


@given(BODIES)
def test_a_code_in_small_letters_is_another_code(body: str) -> None:
    code = body + check_symbol(body)

    assert is_well_formed(code.lower()) is code.isdigit()


@pytest.mark.parametrize("length", [1, 6, 8])
def test_a_code_of_digits_has_only_digits_and_is_drawn_anew(length: int) -> None:
    codes = {digits(length) for _ in range(60)}

    assert all(len(code) == length and code.isdecimal() and code.isascii() for code in codes)
    assert len(codes) > 5


def test_every_digit_and_every_symbol_can_be_drawn() -> None:
    assert set(digits(2_000)) == set("0123456789")
    assert set("".join(new_code(20) for _ in range(300))) == set(ALPHABET)
