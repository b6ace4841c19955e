"""Marking: is an answer right, what is told of a wrong one, and can a number or a date be read at all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import TypedDict, final

from domain.assessment import dates, reading, units, wording
from families.contract import ChoiceKey, DateKey, FieldKey, FieldsKey, Format, Key, Mistake, NumberKey, Play, TextKey


@final
class Picked(TypedDict):
    """The ids of the options picked."""

    choice: list[str]


@final
class Typed(TypedDict):
    """What was typed, or picked in a list, by the name of the field."""

    fields: dict[str, str]


Given = Picked | Typed
Meaning = str | Decimal | date

_PLACED = re.compile(
    r"""
    (?: (?: in | at | dans | à | a(?=\s\d+\s?[h:]) ) \s (?: (?: the | les? | la ) \s | l['’]\s? )?
        (?: (?: folder | dossier ) \s )?
      | (?: the \s folder | le \s dossier ) \s )
    (?P<place> .+ )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FOLDER_NAMED = re.compile(r"(?:in )?the (?P<place>.+?) folder\W*", re.IGNORECASE)


def is_right(given: Given, key: Key, locale: str) -> bool:
    """An answer is right when all of it is: there are no half points. An answer of another kind is wrong."""
    if isinstance(key, ChoiceKey):
        return "choice" in given and bool(key.right) and frozenset(given["choice"]) == key.right
    if "fields" not in given or not given["fields"]:
        return False
    return bool(key.fields) and not _amiss(given["fields"], key, locale)


def can_be_read(typed: str, format: Format, locale: str) -> bool:
    """A number or a date that cannot be read is asked for again, not counted as wrong; its unit is not judged here."""
    if format is Format.NUMBER:
        return reading.amounts(typed, locale) is not None
    return format is not Format.DATE or dates.day(typed) is not None


def feedback(given: Given, play: Play, locale: str) -> str | None:
    """What is told of a wrong answer: for each part that is wrong, the first anticipated mistake found in it."""
    told: Iterator[str] = iter(())
    if is_right(given, play.key, locale):
        return None
    if "choice" in given:
        told = _told_of_picks(frozenset(given["choice"]), play.mistakes)
    elif "fields" in given:
        told = _told_of_fields(given["fields"], play, locale)
    return " ".join(dict.fromkeys(told)) or None


# --- one field -------------------------------------------------------------------------------------------------------


def _meaning(typed: str, key: FieldKey, locale: str) -> Meaning | None:
    """What the key takes a text for; None when it refuses it."""
    if isinstance(key, TextKey):
        return _worded(typed, key)
    if isinstance(key, NumberKey):
        number = units.total(reading.amounts(typed, locale) or (), key.units)
        return number if number is not None and key.low <= number <= key.high else None
    if isinstance(key, DateKey):
        return key.value if dates.day(typed) == key.value else None
    return typed if typed in key.values else None


def _worded(typed: str, key: TextKey) -> str | None:
    """What a text stands for, as typed or else less the words that lead to a place; an exact text keeps them."""
    readings = (typed,) if key.exact else chain((typed,), places(typed))
    told = (wording.accepted(text, key.values, spelling=key.spelling, exact=key.exact) for text in readings)
    return next((value for value in told if value is not None), None)


def places(typed: str) -> Iterator[str]:
    """The place or time named behind "in", "dans le dossier", "the folder" or "at", or inside "the … folder"."""
    plain = " ".join(wording.as_typed(typed).split())
    found = (form.fullmatch(plain) for form in (_PLACED, _FOLDER_NAMED))
    return (match["place"] for match in found if match)


def _fits(typed: str, key: FieldKey, locale: str) -> bool:
    return _meaning(typed, key, locale) is not None


# --- several fields --------------------------------------------------------------------------------------------------


def _amiss(fields: Mapping[str, str], key: FieldsKey, locale: str) -> list[str]:
    """The fields that are wrong, a missing one included; in any order, those left without a key of their own."""
    if not key.any_order:
        return [name for name, own in key.fields if not _fits(fields.get(name, ""), own, locale)]
    meanings = {name: tuple(_meaning(typed, own, locale) for _, own in key.fields) for name, typed in fields.items()}
    # Answers that no key tells apart are one answer, given twice.
    once = list({meaning: name for name, meaning in reversed(meanings.items())}.values())
    held = pairs([[place for place, found in enumerate(meanings[name]) if found is not None] for name in once])
    right = {once[place] for place in held.values()}
    return [name for name in fields if name not in right]


def pairs(fits: Sequence[Sequence[int]]) -> dict[int, int]:
    """As many answers as possible get one key each, among those that fit: the answer that holds each key."""
    holder: dict[int, int] = {}

    def settle(answer: int, tried: set[int]) -> bool:
        for key in fits[answer]:
            if key in tried:
                continue
            tried.add(key)
            if key not in holder or settle(holder[key], tried):
                holder[key] = answer
                return True
        return False

    for answer in range(len(fits)):
        settle(answer, set())
    return holder


# --- what is told ----------------------------------------------------------------------------------------------------


def _told_of_picks(picked: frozenset[str], mistakes: Sequence[Mistake]) -> Iterator[str]:
    left = picked
    for mistake in mistakes:
        if isinstance(mistake.key, ChoiceKey) and mistake.key.right <= picked and mistake.key.right & left:
            left -= mistake.key.right
            yield mistake.feedback


def _told_of_fields(fields: Mapping[str, str], play: Play, locale: str) -> Iterator[str]:
    if not isinstance(play.key, FieldsKey):
        return
    left = {name: fields[name] for name in _amiss(fields, play.key, locale) if name in fields}
    for mistake in play.mistakes:
        if not isinstance(mistake.key, FieldsKey):
            continue
        shown = _anywhere(left, mistake.key, locale) if play.key.any_order else _in_place(fields, mistake.key, locale)
        if shown & left.keys():
            left = {name: typed for name, typed in left.items() if name not in shown}
            yield mistake.feedback


def _in_place(fields: Mapping[str, str], key: FieldsKey, locale: str) -> set[str]:
    """The fields of a mistake, when each holds what it says."""
    part = {name: fields[name] for name, _ in key.fields if name in fields}
    return set(part) if len(part) == len(key.fields) and not _amiss(part, key, locale) else set()


def _anywhere(fields: Mapping[str, str], key: FieldsKey, locale: str) -> set[str]:
    """The fields that hold what a mistake says, whatever their names, when the order does not matter."""
    names, keys = list(fields), [own for _, own in key.fields]
    held = pairs([[n for n, name in enumerate(names) if _fits(fields[name], own, locale)] for own in keys])
    return {names[n] for n in held} if len(held) == len(keys) else set()
