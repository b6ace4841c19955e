"""What every generated challenge keeps to, and a matcher that reads answers as plainly as learners type them."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from hashlib import sha256
from itertools import combinations

from families.contract import Ask, FieldKey, FieldsKey, Kind, NumberKey, OptionKey, Play, Template, TextKey

SEEDS = range(10_000)
SAMPLE = range(0, 10_000, 100)
PLACES = (("en", "GB"), ("fr", "FR"), ("fr", "BE"))
TWIN = {"en": ("fr", "FR"), "fr": ("en", "GB")}


def asked(template: Template, number: int, place: tuple[str, str] | None = None) -> Ask:
    """One of the seeds, in one of the places we serve."""
    locale, country = place or PLACES[number % len(PLACES)]
    return Ask(sha256(number.to_bytes(4, "big")).digest(), template.levels[0], locale, country)


# --- the matcher ---------------------------------------------------------------------------------------------------


def fields_of(key: object) -> FieldsKey:
    assert isinstance(key, FieldsKey)
    return key


def inside(key: FieldsKey, answers: dict[str, str]) -> bool:
    """Each field named by the key has an answer that it accepts."""
    return all(_accepted(one, answers[name]) for name, one in key.fields)


def _accepted(key: FieldKey, answer: str) -> bool:
    if isinstance(key, NumberKey):
        return key.low <= _number(answer, dict(key.units)) <= key.high
    if isinstance(key, TextKey):
        return _plain(answer) in map(_plain, key.values)
    return isinstance(key, OptionKey) and answer in key.values


def _number(answer: str, units: dict[str, Decimal]) -> Decimal:
    figure, _, unit = answer.partition(" ")
    return Decimal(figure.replace(",", ".")) * (units[unit] if unit else 1)


@cache
def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", text.casefold()))


def apart(one: FieldsKey, other: FieldsKey) -> bool:
    """No answer satisfies both: in some field they have nothing in common."""
    others = dict(other.fields)
    return any(_disjoint(key, others[name]) for name, key in one.fields if name in others)


def _disjoint(one: FieldKey, other: FieldKey) -> bool:
    if isinstance(one, NumberKey) and isinstance(other, NumberKey):
        return one.high < other.low or other.high < one.low
    return not _values(one) & _values(other)


def _values(key: FieldKey) -> set[str]:
    assert isinstance(key, TextKey | OptionKey)
    return set(map(_plain, key.values))


# --- what holds for every seed -------------------------------------------------------------------------------------


def prove(template: Template, seeds: Iterable[int]) -> None:
    """One right answer, found without the key; errors that are not it; words within bounds; on each of the seeds."""
    for number in seeds:
        play = template.make(asked(template, number))
        prove_the_answer(template, play)
        prove_the_mistakes(play)
        prove_the_words(play, at_most=60 if template.levels[0] <= 2 else 90)


def prove_the_answer(template: Template, play: Play) -> None:
    answers = template.solve(play, b"")
    assert inside(fields_of(play.key), answers), (play.key, answers)
    assert not any(inside(fields_of(mistake.key), answers) for mistake in play.mistakes), (play.mistakes, answers)


def prove_the_mistakes(play: Play) -> None:
    keys = [fields_of(mistake.key) for mistake in play.mistakes]
    assert len(keys) >= 2
    assert all(apart(fields_of(play.key), key) for key in keys), (play.key, keys)
    assert all(one != other for one, other in combinations(keys, 2)), keys


def prove_the_words(play: Play, at_most: int) -> None:
    said = f"{play.context} {play.question}"
    assert said.count("?") == 1, said
    assert len(said.split()) <= at_most, said
    assert not re.search(r"[{}!]", said + play.correction + play.shown), play


def prove_it_can_be_made_again(template: Template) -> None:
    """The same seed gives the same play, and the same one in the other language."""
    for number in SAMPLE:
        ask = asked(template, number)
        play = template.make(ask)
        assert play == template.make(ask)
        assert shape(play) == shape(template.make(asked(template, number, TWIN[ask.locale])))


def shape(play: Play) -> tuple[object, ...]:
    """What does not depend on the language: fields, kinds of keys and figures, size of the table and of the folder."""
    keys = [fields_of(play.key), *(fields_of(mistake.key) for mistake in play.mistakes)]
    return (
        [(one.name, one.format, [option.id for option in one.options]) for one in play.fields],
        [[(name, type(one), getattr(one, "low", None)) for name, one in key.fields] for key in keys],
        [download.formats for download in play.downloads],
        [len(row) for row in play.table.rows] if play.table else None,
        len(play.folder),
    )


def prove_that_seeds_differ(template: Template) -> None:
    """Neighbours get other questions, and seldom the same answer."""
    plays = [template.make(asked(template, number, PLACES[0])) for number in range(200)]
    keys = [play.key for play in plays]
    assert len(set(map(repr, plays))) == 200
    assert max(keys.count(key) for key in keys) < 60


def prove_the_form(template: Template) -> None:
    """Every field says what it expects, nothing gives the answer away, and the correction has its three parts."""
    for number, place in enumerate(PLACES):
        play = template.make(asked(template, number, place))
        assert play.kind is Kind.FIELDS
        assert [name for name, _ in fields_of(play.key).fields] == [one.name for one in play.fields]
        assert all(one.label and one.hint.endswith(".") for one in play.fields)
        assert play.shown not in f"{play.title} {play.context} {play.question}"
        prove_the_correction(play.correction)


def prove_the_correction(correction: str) -> None:
    why, way, steps, other = correction.split("\n\n")
    assert why
    assert way in ("**One way:**", "**Une façon de faire :**")
    assert re.match(r"1\. .+\n2\. ", steps)
    assert other.startswith(("**Another way:** ", "**Une autre :** "))
