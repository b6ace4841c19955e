"""What a password must be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.accounts.passwords import LONGEST, Rule, broken_rules

COMMON = {"password1", "azerty123"}


@pytest.mark.parametrize(
    ("password", "broken"),
    [
        ("Boussole7", []),
        ("Été2026ok", []),
        ("correct Horse battery 9", []),
        ("Court7a", [Rule.LENGTH]),
        ("boussole7", [Rule.UPPER]),
        ("BOUSSOLE7", [Rule.LOWER]),
        ("Boussoles", [Rule.DIGIT]),
        ("Password1", [Rule.UNCOMMON]),
        (" AZERTY123a"[:-1] + " ", [Rule.LOWER, Rule.UNCOMMON]),
        ("", [Rule.LENGTH, Rule.UPPER, Rule.LOWER, Rule.DIGIT]),
    ],
    ids=["good", "accents", "sentence", "short", "no capital", "no small", "no digit", "common", "spaced", "empty"],
)
def test_each_rule_is_told_when_it_is_broken(password: str, broken: list[Rule]) -> None:
    assert broken_rules(password, COMMON) == broken


def test_a_password_beyond_all_measure_is_refused() -> None:
    assert broken_rules("Aa1" + "x" * LONGEST, COMMON) == [Rule.LENGTH]


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(password: str) -> None:
    assert set(broken_rules(password, COMMON)) <= set(Rule)


@given(st.text(min_size=5, max_size=200))
def test_any_signs_may_stand_in_a_password_that_follows_the_rules(signs: str) -> None:
    assert broken_rules(f"Aa1{signs}", COMMON) == []
