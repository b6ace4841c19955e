"""What a password must be."""

from collections.abc import Container
from enum import StrEnum

SHORTEST = 8
LONGEST = 256


class Rule(StrEnum):
    """The rules, in the order they are shown; the values are those the page ticks live."""

    LENGTH = f"length:{SHORTEST}"
    UPPER = "upper"
    LOWER = "lower"
    DIGIT = "digit"
    UNCOMMON = "uncommon"


def broken_rules(password: str, common: Container[str]) -> list[Rule]:
    """A password is long enough, has a capital, a small letter and a digit, and is not on the list of common ones."""
    kept = {
        Rule.LENGTH: SHORTEST <= len(password) <= LONGEST,
        Rule.UPPER: any(letter.isupper() for letter in password),
        Rule.LOWER: any(letter.islower() for letter in password),
        Rule.DIGIT: any(letter.isdecimal() for letter in password),
        Rule.UNCOMMON: password.lower().strip() not in common,
    }
    return [rule for rule, holds in kept.items() if not holds]
