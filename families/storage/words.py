"""Sizes and speeds as they are written in each language."""

from collections.abc import Mapping
from decimal import Decimal

from families.locales import FIXED, number

UNITS: Mapping[str, Mapping[str, str]] = {
    "en": {},
    "fr": {"KB": "Ko", "MB": "Mo", "GB": "Go", "TB": "To", "MB/s": "Mo/s"},
}
IN_MB: Mapping[str, Decimal] = {
    "KB": Decimal("0.001"),
    "MB": Decimal(1),
    "GB": Decimal(1000),
    "TB": Decimal(1_000_000),
}


def unit_of(unit: str, locale: str) -> str:
    """The unit as the language writes it."""
    return UNITS[locale].get(unit, unit)


def amount(value: int | Decimal, unit: str, locale: str) -> str:
    """A figure with its unit: 1.4 GB in English, 1,4 Go in French."""
    return f"{number(value, locale)}{FIXED}{unit_of(unit, locale)}"


_NAMES: Mapping[str, tuple[str, ...]] = {
    "KB": ("KB", "Ko", "kilobyte", "kilobytes", "kilooctet", "kilooctets"),
    "MB": ("MB", "Mo", "megabyte", "megabytes", "mégaoctet", "mégaoctets", "mega", "méga"),
    "GB": ("GB", "Go", "gigabyte", "gigabytes", "gigaoctet", "gigaoctets", "giga"),
    "TB": ("TB", "To", "terabyte", "terabytes", "téraoctet", "téraoctets"),
}


def _typed(base: str) -> tuple[tuple[str, Decimal], ...]:
    return tuple((name, IN_MB[unit] / IN_MB[base]) for unit, names in _NAMES.items() for name in names)


SIZES_IN_MB = _typed("MB")  # what a person may type behind a size asked in MB, in either language
SIZES_IN_GB = _typed("GB")
MINUTES = tuple(
    (name, factor)
    for factor, names in (
        (Decimal(1), ("min", "minute", "minutes", "mn")),
        (1 / Decimal(60), ("s", "sec", "second", "seconds", "seconde", "secondes")),
        (Decimal(60), ("h", "hour", "hours", "heure", "heures")),
    )
    for name in names
)
