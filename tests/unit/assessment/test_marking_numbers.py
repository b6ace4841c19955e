"""Numbers: marks, signs, words, units; what is read, what is right, what is asked for again."""

from decimal import Decimal

import pytest

from domain.assessment.marking import can_be_read
from domain.assessment.numerals import number
from families.contract import Format, NumberKey
from tests.unit.assessment.marked import cases, takes


def exactly(value: str, **units: str) -> NumberKey:
    return NumberKey(Decimal(value), Decimal(value), tuple((name, Decimal(worth)) for name, worth in units.items()))


READ = {
    "whole": ("fr", "85", "85"),
    "zeros-before": ("fr", "0085", "85"),
    "zeros-behind": ("fr", "85,00", "85"),
    "comma-fr": ("fr", "2,5", "2.5"),
    "comma-en": ("en", "2,5", "2.5"),
    "point-fr": ("fr", "2.5", "2.5"),
    "point-en": ("en", "2.5", "2.5"),
    "nothing-before-the-comma": ("fr", ",5", "0.5"),
    "nothing-before-the-point": ("en", ".5", "0.5"),
    "final-point": ("fr", "85.", "85"),
    "final-comma": ("fr", "85 ,", "85"),
    "with-a-question-mark": ("fr", "85 ?", "85"),
    "thousand-space": ("fr", "1 234", "1234"),
    "thousand-no-break-space": ("fr", "1\u00a0234", "1234"),
    "thousand-narrow-space": ("fr", "1\u202f234,5", "1234.5"),
    "thousand-thin-space": ("en", "1\u2009234.5", "1234.5"),
    "millions-space": ("fr", "12 345 678", "12345678"),
    "thousand-apostrophe": ("fr", "1'234,5", "1234.5"),
    "thousand-typographic-apostrophe": ("fr", "1’234’567", "1234567"),
    "comma-and-three-digits-en": ("en", "1,234", "1234"),
    "comma-and-three-digits-fr": ("fr", "1,234", "1.234"),
    "point-and-three-digits-en": ("en", "1.234", "1.234"),
    "point-and-three-digits-fr": ("fr", "1.234", "1.234"),
    "comma-after-a-zero-en": ("en", "0,123", "0.123"),
    "comma-after-four-digits-en": ("en", "1234,567", "1234.567"),
    "comma-then-point-fr": ("fr", "1,234.5", "1234.5"),
    "comma-then-point-en": ("en", "1,234.5", "1234.5"),
    "point-then-comma-fr": ("fr", "1.234,5", "1234.5"),
    "point-then-comma-en": ("en", "1.234,5", "1234.5"),
    "two-commas": ("fr", "1,234,567", "1234567"),
    "two-points": ("en", "1.234.567", "1234567"),
    "millions-with-decimals": ("en", "1,234,567.89", "1234567.89"),
    "plus": ("fr", "+85", "85"),
    "hyphen-for-minus": ("fr", "-85", "-85"),
    "minus-sign": ("fr", "−85", "-85"),
    "dash-for-minus": ("fr", "– 85", "-85"),
    "minus-in-words-fr": ("fr", "moins 85", "-85"),
    "minus-in-words-en": ("en", "minus 85", "-85"),
    "about-sign": ("fr", "≈ 85", "85"),
    "about-tilde": ("fr", "~85", "85"),
    "about-fr": ("fr", "environ 85", "85"),
    "about-fr-short": ("fr", "env. 85", "85"),
    "about-fr-long": ("fr", "À peu près 85", "85"),
    "about-behind": ("fr", "85 environ", "85"),
    "about-en": ("en", "about 85", "85"),
    "equal-sign": ("fr", "= 85", "85"),
    "half": ("fr", "1/2", "0.5"),
    "half-in-one-sign": ("fr", "½", "0.5"),
    "one-and-a-half": ("fr", "1 1/2", "1.5"),
    "one-and-a-half-in-one-sign": ("fr", "1½", "1.5"),
    "power-of-ten": ("en", "1.5e3", "1500"),
    "power-of-ten-of-a-sheet": ("fr", "1,5E+06", "1500000"),
    "full-width": ("fr", "８５，５", "85.5"),
    "arabic-digits": ("fr", "٨٥٫٥", "85.5"),
    "hindi-digits": ("en", "८५", "85"),
    "direction-marks": ("fr", "\u200f85\u200e", "85"),
    "zero-width": ("fr", "8\u200b5", "85"),
    "huge": ("fr", "1" + "0" * 480, "1E480"),
    "zero-fr": ("fr", "zéro", "0"),
    "none-fr": ("fr", "aucun", "0"),
    "word-fr": ("fr", "Douze", "12"),
    "word-without-its-accent": ("fr", "zero", "0"),
    "word-feminine": ("fr", "vingt et une", "21"),
    "word-seventies": ("fr", "soixante et onze", "71"),
    "word-eighty": ("fr", "quatre-vingts", "80"),
    "word-nineties": ("fr", "quatre vingt dix-sept", "97"),
    "word-belgium": ("fr", "nonante-cinq", "95"),
    "word-switzerland": ("fr", "huitante", "80"),
    "word-hundred-fr": ("fr", "cent", "100"),
    "word-hundreds-fr": ("fr", "deux cents", "200"),
    "word-million": ("fr", "1,5 million", "1500000"),
    "word-minus": ("fr", "moins cinq", "-5"),
    "word-en": ("en", "twelve", "12"),
    "word-with-a-hyphen": ("en", "Twenty-one", "21"),
    "word-without-its-hyphen": ("en", "ninety nine", "99"),
    "word-hundred-en": ("en", "a hundred", "100"),
    "word-dozen": ("en", "2 dozen", "24"),
    "word-of-the-other-language": ("en", "douze", "12"),
    "noun-fr": ("fr", "85 fichiers", "85"),
    "noun-en": ("en", "85 files", "85"),
    "noun-stuck": ("fr", "85fichiers", "85"),
    "noun-after-a-word": ("fr", "douze sous-dossiers", "12"),
    "noun-of-another-script": ("fr", "85 फ़ाइलें", "85"),
}

NOT_READ = {
    "nothing": "",
    "spaces": " \u00a0",
    "no-digit": "beaucoup",
    "not-a-number": "NaN",
    "infinity": "Infinity",
    "infinity-sign": "∞",
    "point-alone": ".",
    "minus-alone": "-",
    "apostrophe-alone": "'",
    "two-minus": "--5",
    "broken-thousands": "1 23",
    "broken-apostrophes": "1'23",
    "two-decimal-marks": "1.234.5",
    "three-decimal-marks": "1,2,3",
    "thousand-after-a-zero": "0,123.5",
    "range": "80-85",
    "range-fr": "80 à 85",
    "range-en": "80 to 85 MB",
    "alternative": "85 ou 86",
    "product": "2 x 3",
    "date": "14/03/2025",
    "time": "1:30",
    "divided-by-zero": "3/0",
    "superscript": "10²",
    "too-great-a-power": "1e999999",
    "hexadecimal": "0x1F",
    "underscore": "1_000",
    "and-a-half": "1 et demi",
    "number-in-words-cut": "cent douze",
    "digits-and-a-number-in-words": "85 douze 3",
    "sentence": "il y en a 85",
    "not": "pas 85",
    "two-units": "€ 85 $",
    "two-words-behind": "85 fichiers PDF",
    "no-unit-between": "3 Go 500",
    "roman": "Ⅻ",
    "circled": "①",
    "surrogate": "\ud83d",
}


@pytest.mark.parametrize(("locale", "text", "value"), cases(READ))
def test_a_number_is_read_as_it_is_meant(locale: str, text: str, value: str) -> None:
    assert can_be_read(text, Format.NUMBER, locale)
    assert takes(exactly(value), text, locale)
    assert not takes(exactly(f"{Decimal(value) * 2 + 1}"), text, locale)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOT_READ.items()])
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_what_is_no_single_number_is_asked_for_again(text: str, locale: str) -> None:
    assert not can_be_read(text, Format.NUMBER, locale)
    assert not takes(NumberKey(Decimal(-(10**600)), Decimal(10**600)), text, locale)


# --- ranges ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "is_right"),
    [("2,9", True), ("3", True), ("3,05", True), ("2,89", False), ("3,050000000000000000000000001", False)],
    ids=["low-end", "between", "high-end", "just-below", "just-above"],
)
def test_both_ends_of_a_range_are_right(text: str, is_right: bool) -> None:
    assert takes(NumberKey(Decimal("2.9"), Decimal("3.05")), text) is is_right


# --- units -----------------------------------------------------------------------------------------------------------

SIZES = exactly("1500", KB="0.001", MB="1", GB="1000", Ko="0.001", Mo="1", Go="1000", octets="0.000001")
RATES = exactly("8", MB="1", Mb="0.125")
MINUTES = exactly("90", s=f"{1 / Decimal(60)}", min="1", minutes="1", h="60", heures="60", heure="60", hour="60")
PRICE = exactly("12.5", **{"€": "1", "EUR": "1", "euros": "1"})
SHARE = exactly("50", **{"%": "1"})
FILES = exactly("85", files="1", file="1", fichiers="1", fichier="1")
COUNT = exactly("85")

UNITS_RIGHT = {
    "none": (SIZES, "1500"),
    "unit-fr": (SIZES, "1500 Mo"),
    "unit-en": (SIZES, "1500 MB"),
    "unit-stuck": (SIZES, "1500Mo"),
    "unit-behind-no-break-space": (SIZES, "1\u202f500\u00a0Mo"),
    "greater-unit": (SIZES, "1,5 Go"),
    "smaller-unit": (SIZES, "1 500 000 Ko"),
    "unit-in-full": (SIZES, "1 500 000 000 octets"),
    "unit-small-letters": (SIZES, "1,5 go"),
    "unit-capital-letters": (SIZES, "1500 MO"),
    "unit-full-width": (SIZES, "１５００ＭＢ"),
    "unit-and-final-point": (SIZES, "1500 Mo."),
    "about-and-unit": (SIZES, "≈ 1,5 Go environ"),
    "two-units": (SIZES, "1 Go 500 Mo"),
    "capital-tells-bytes": (RATES, "8 MB"),
    "capital-tells-bits": (RATES, "64 Mb"),
    "duration": (MINUTES, "1,5 h"),
    "duration-in-two-units": (MINUTES, "1 h 30 min"),
    "duration-half-said": (MINUTES, "1 h 30"),
    "duration-stuck": (MINUTES, "1h30"),
    "duration-in-words": (MINUTES, "1 heure et 30 minutes"),
    "duration-en": (MINUTES, "1 hour, 30 min"),
    "duration-of-thirds": (MINUTES, "5400 s"),
    "duration-fraction": (MINUTES, "1½ h"),
    "money-behind": (PRICE, "12,50 €"),
    "money-before": (PRICE, "€12.50"),
    "money-code-before": (PRICE, "EUR 12.50"),
    "money-in-words": (PRICE, "12,5 euros"),
    "per-cent": (SHARE, "50%"),
    "per-cent-in-words-fr": (SHARE, "cinquante pour cent"),
    "per-cent-in-words-en": (SHARE, "50 percent"),
    "noun-listed": (FILES, "85 fichiers"),
    "noun-not-listed": (FILES, "85 photos"),
    "noun-where-none-is-listed": (COUNT, "85 fichiers"),
}
UNITS_WRONG = {
    "unit-of-another-size": (SIZES, "1500 Go"),
    "unit-not-listed": (SIZES, "1500 To"),
    "not-a-size": (SIZES, "1500 min"),
    "noun-where-a-measure-is-expected": (SIZES, "1500 fichiers"),
    "rate-for-a-size": (SIZES, "1500 Mo/s"),
    "one-of-two-units-not-listed": (SIZES, "1 Go 500 s"),
    "capital-tells-bits-from-bytes": (RATES, "8 Mb"),
    "capital-needed-for-bytes-where-both-are-listed": (RATES, "8 mb"),
    "capital-needed-for-bits-where-both-are-listed": (RATES, "64 mb"),
    "hours-are-not-minutes": (MINUTES, "90 h"),
    "other-money": (PRICE, "12,50 $"),
    "other-money-before": (PRICE, "$12.50"),
    "money-where-a-share-is-expected": (SHARE, "50 €"),
    "measure-where-things-are-counted": (FILES, "85 Ko"),
    "measure-where-no-unit-is-listed": (COUNT, "85 Ko"),
    "per-cent-where-no-unit-is-listed": (COUNT, "85 %"),
    "half-is-no-noun": (exactly("1"), "1 demi"),
}


@pytest.mark.parametrize(("key", "text"), cases(UNITS_RIGHT))
def test_a_number_in_a_unit_of_the_key_is_right(key: NumberKey, text: str) -> None:
    assert takes(key, text)


@pytest.mark.parametrize(("key", "text"), cases(UNITS_WRONG))
def test_a_unit_that_cannot_be_right_is_read_but_wrong(key: NumberKey, text: str) -> None:
    assert can_be_read(text, Format.NUMBER, "fr")
    assert not takes(key, text)


def test_any_other_language_parts_its_thousands_as_english() -> None:
    assert takes(exactly("1234"), "1,234", "de")


# --- words -----------------------------------------------------------------------------------------------------------


def test_every_whole_number_up_to_a_hundred_has_a_name_in_both_languages() -> None:
    english = "forty-two", "ninety-nine", "sixteen", "eighty", "one hundred", "thirty-one"
    french = "quarante-deux", "quatre-vingt-dix-neuf", "seize", "quatre-vingt", "cent", "trente et un"

    assert [number(words) for words in english] == [number(words) for words in french] == [42, 99, 16, 80, 100, 31]
    assert set(range(101)) <= {number(words) for words in _said_in_english()}


def _said_in_english() -> list[str]:
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    small += "seventeen eighteen nineteen"
    ones = small.split()
    return [*ones, *(f"{ten} {one}" for ten in tens[2:] for one in ["", *ones[1:10]]), "hundred"]
