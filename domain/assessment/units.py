"""What is written beside a number: a unit the key knows, another measure, or the noun of what is counted."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from domain.assessment.wording import without_accents

Units = Sequence[tuple[str, Decimal]]

ROUGHLY = Context(prec=20, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])  # thirds and sixtieths never end; nothing overflows


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what is written beside it."""

    value: Decimal
    unit: str = ""


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


SIXTIETHS = _list("h hr hrs heure heures hour hours min mn minute minutes")  # 1 h 30, 2 min 45

_LARGE: Mapping[str, int] = {
    **dict.fromkeys(_list("dizaine dizaines"), 10),
    **dict.fromkeys(_list("dozen dozens douzaine douzaines"), 12),
    **dict.fromkeys(_list("hundred hundreds cent cents centaine centaines"), 100),
    **dict.fromkeys(_list("thousand thousands mille millier milliers"), 1_000),
    **dict.fromkeys(_list("million millions"), 1_000_000),
    **dict.fromkeys(_list("milliard milliards"), 1_000_000_000),
}

_SHORT = {prefix + unit for prefix in ("", *_list("k m g t ki mi gi ti")) for unit in _list("o b bit bits")}
_LONG = {
    prefix + unit
    for prefix in ("", *_list("kilo mega giga tera kibi mebi gibi tebi"))
    for unit in _list("octet octets byte bytes bit bits -octet -octets")
}
# Small letters, no accents. "billion" is here because it is not the same number in English and in French.
MEASURES = frozenset().union(
    SIXTIETHS,
    _SHORT,
    _LONG,
    {unit + per for unit in _SHORT for per in ("/s", "ps")},
    _list("k m g t kilo kilos mega megas giga gigas tera teras"),
    _list("ms s sec secs second seconds seconde secondes"),
    _list("% ‰ percent pourcent pourcentage $ £ € ¥ eur euro euros usd dollar dollars gbp chf centime centimes"),
    _list("mm cm km m2 m3 metre metres meter meters kg gram grams gramme grammes ° °c °f"),
    _list("billion billions demi demie half"),
)


def named(unit: str) -> str:
    """A unit as its name is looked up: small letters, no accents, no final point."""
    return without_accents(unit).casefold().rstrip(".")


def total(amounts: Sequence[Amount], units: Units) -> Decimal | None:
    """All the amounts together, in the unit of factor 1; None when there are none, or one's unit cannot be right."""
    if len(amounts) == 1 and not amounts[0].unit:
        return amounts[0].value
    whole = Decimal(0)
    for amount in amounts:
        factor = _factor(amount.unit, units)
        if factor is None:
            return None
        whole = ROUGHLY.add(whole, ROUGHLY.multiply(amount.value, factor))
    return whole if amounts else None


def _factor(unit: str, units: Units) -> Decimal | None:
    """What one of this unit is worth. Capital letters count only where the key tells Mb from MB by them.

    A measure must be one the key knows. The noun of what is counted (85 files) is left aside, but not when the key
    expects a measure (85 files is not 85 MB).
    """
    spelt = unicodedata.normalize("NFKC", unit).rstrip(".")
    exact = {factor for name, factor in units if name == spelt}
    alike = exact or {factor for name, factor in units if named(name) == named(unit)}
    if alike:
        return alike.pop() if len(alike) == 1 else None
    if named(unit) in _LARGE:
        return Decimal(_LARGE[named(unit)])
    measures = MEASURES.intersection([named(unit), *(named(name) for name, _ in units)])
    return None if measures else Decimal(1)
