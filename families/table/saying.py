"""What a play says: phrases by locale filled with the figures of one seed, and the keys they go with."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from families.contract import FieldKey, FieldsKey, Mistake, NumberKey, Option, OptionKey

Phrases = Mapping[str, Mapping[str, str]]  # locale, then name, then the phrase


def phrased(phrases: Phrases, locale: str, facts: Mapping[str, object]) -> dict[str, str]:
    """Every phrase of the locale, filled with the facts."""
    return {name: phrase.format_map(facts) for name, phrase in phrases[locale].items()}


def foreseen(say: Mapping[str, str], **wrong: FieldsKey) -> tuple[Mistake, ...]:
    """Each anticipated answer with the phrase of the same name."""
    return tuple(Mistake(key, say[name]) for name, key in wrong.items())


def fields_key(**fields: FieldKey) -> FieldsKey:
    """The expected answer of each field by its name."""
    return FieldsKey(tuple(fields.items()))


def exactly(value: int) -> NumberKey:
    """This number and no other."""
    return NumberKey(Decimal(value), Decimal(value))


def option(*values: str) -> OptionKey:
    """One of these options."""
    return OptionKey(values)


def options(texts: Iterable[str]) -> tuple[Option, ...]:
    """Options that are their own names, such as letters."""
    return tuple(Option(text, text) for text in texts)
