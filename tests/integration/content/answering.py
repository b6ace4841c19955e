"""What a person could give to a play: the right answer in each of its wordings, and each anticipated mistake."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from domain.assessment.marking import Given
from families.contract import (
    ChoiceKey,
    DateKey,
    FieldKey,
    FieldsKey,
    Kind,
    Mistake,
    NumberKey,
    Play,
)
from sites.operate.management.commands.demo import as_given

PARIS = {"seed": b"\x07" * 32, "country": "FR"}


def wordings(key: FieldKey, locale: str) -> list[str]:
    """The ways to write what a key expects: each accepted text, both ends of a range, a date in figures or in full."""
    if isinstance(key, NumberKey):
        ends = dict.fromkeys(format(end.normalize(), "f") for end in (key.low, key.high))
        return [end.replace(".", ",") if locale == "fr" else end for end in ends]
    if isinstance(key, DateKey):
        return [f"{key.value:%d/%m/%Y}", key.value.isoformat(), f"{key.value.day}.{key.value.month}.{key.value.year}"]
    return list(key.values)


def right_answers(play: Play, locale: str) -> Iterator[Given]:
    """The expected answer, then the same with one field in another of its wordings."""
    expected: Any = as_given(play.key)
    yield expected
    if isinstance(play.key, FieldsKey):
        for name, key in play.key.fields:
            for typed in wordings(key, locale):
                yield {"fields": {**expected["fields"], name: typed}}


@dataclass(frozen=True)
class Slip:
    """One way to make an anticipated mistake, all the rest being right."""

    given: Given
    mistake: Mistake


def slips(play: Play, locale: str) -> Iterator[Slip]:
    """Each anticipated mistake, in each of its wordings."""
    for mistake in play.mistakes:
        for given in _mistaken(play, mistake, locale):
            yield Slip(given, mistake)


def _mistaken(play: Play, mistake: Mistake, locale: str) -> Iterator[Given]:
    if isinstance(mistake.key, ChoiceKey):
        # In a choice of several, the right ones are picked too: the mistake is what is picked in excess.
        right = play.key.right if play.kind is Kind.CHOICES and isinstance(play.key, ChoiceKey) else frozenset()
        yield {"choice": sorted(mistake.key.right | right)}
        return
    expected: Any = as_given(play.key)
    typed = {name: wordings(key, locale) for name, key in mistake.key.fields}
    for place in range(max(map(len, typed.values()))):
        chosen = {name: ways[min(place, len(ways) - 1)] for name, ways in typed.items()}
        yield {"fields": {**expected["fields"], **chosen}}
