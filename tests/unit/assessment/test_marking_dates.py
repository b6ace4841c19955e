"""Dates: the many ways of writing one day, and what is no day at all."""

from datetime import date, timedelta

import pytest

from domain.assessment.marking import can_be_read
from families.contract import DateKey, Format
from tests.unit.assessment.marked import cases, takes

PI_DAY = date(2025, 3, 14)

READ = {
    "slashes": ("14/03/2025", PI_DAY),
    "slashes-without-zeros": ("14/3/2025", PI_DAY),
    "hyphens-and-a-short-year": ("14-3-25", PI_DAY),
    "points": ("14.03.2025", PI_DAY),
    "spaces": ("14 03 2025", PI_DAY),
    "spaces-and-slashes": (" 14 / 03 / 2025 ", PI_DAY),
    "no-break-spaces": ("14\u00a0mars\u202f2025", PI_DAY),
    "iso": ("2025-03-14", PI_DAY),
    "iso-slashes": ("2025/03/14", PI_DAY),
    "iso-digits-only": ("20250314", PI_DAY),
    "day-first-digits-only": ("14032025", PI_DAY),
    "month-in-french": ("14 mars 2025", PI_DAY),
    "month-in-capitals": ("14 MARS 2025", PI_DAY),
    "month-without-its-accent": ("14 fevrier 2025", date(2025, 2, 14)),
    "month-with-its-accent-in-two-signs": ("14 fe\u0301vrier 2025", date(2025, 2, 14)),
    "month-short-fr": ("14 févr. 2025", date(2025, 2, 14)),
    "month-short-en": ("14 Sept 2025", date(2025, 9, 14)),
    "month-stuck": ("14mars2025", PI_DAY),
    "month-between-hyphens": ("14-mar-2025", PI_DAY),
    "first-of-the-month": ("1er mars 2025", date(2025, 3, 1)),
    "first-in-small-letters": ("1ᵉʳ mars 2025", date(2025, 3, 1)),
    "weekday-fr": ("vendredi 14 mars 2025", PI_DAY),
    "article-fr": ("le 14 mars 2025", PI_DAY),
    "ordinal-en": ("14th March 2025", PI_DAY),
    "ordinal-en-with-of": ("the 14th of March, 2025", PI_DAY),
    "month-first-in-letters": ("March 14, 2025", PI_DAY),
    "weekday-en": ("Fri, 14 March 2025", PI_DAY),
    "year-first-in-letters": ("2025 March 14", PI_DAY),
    "day-first-in-english-too": ("03/04/2025", date(2025, 4, 3)),
    "last-year-of-this-century": ("14/03/68", date(2068, 3, 14)),
    "first-year-of-the-last-century": ("14/03/69", date(1969, 3, 14)),
    "leap-day": ("29/02/2024", date(2024, 2, 29)),
    "arabic-digits": ("١٤/٠٣/٢٠٢٥", PI_DAY),
    "full-width-digits": ("１４／０３／２０２５", PI_DAY),
    "direction-marks": ("\u200f14/03/2025\u200e", PI_DAY),
}

NOT_READ = {
    "nothing": "",
    "no-year": "14 mars",
    "no-day": "mars 2025",
    "year-alone": "2025",
    "no-such-day": "31/02/2025",
    "no-such-day-in-letters": "31 juin 2025",
    "no-leap-day": "29/02/2023",
    "month-thirteen": "2025-13-01",
    "month-before-day": "03/14/2025",
    "day-zero": "00/03/2025",
    "year-zero": "14/03/0000",
    "three-digit-year": "14/03/025",
    "five-digit-year": "14/03/20255",
    "three-digit-day": "014/03/2025",
    "three-digit-month": "14/003/2025",
    "digits-of-no-date": "99999999",
    "month-of-two-letters": "14 fe 2025",
    "month-that-may-be-two": "14 jui 2025",
    "no-such-month": "14 marchember 2025",
    "two-months": "mars mars 2025",
    "month-for-a-day": "mars avril 2025",
    "month-last": "14 2025 mars",
    "two-dates": "14/03/2025 15/03/2025",
    "words": "demain",
    "with-a-bracket": "14(03)2025",
    "very-long": "1" * 500,
}


@pytest.mark.parametrize(("text", "value"), cases(READ))
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_a_day_is_right_however_it_is_written(text: str, value: date, locale: str) -> None:
    assert can_be_read(text, Format.DATE, locale)
    assert takes(DateKey(value), text, locale)
    assert not takes(DateKey(value + timedelta(days=1)), text, locale)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOT_READ.items()])
def test_what_is_no_day_is_asked_for_again(text: str) -> None:
    assert not can_be_read(text, Format.DATE, "fr")
    assert not takes(DateKey(PI_DAY), text)


@pytest.mark.parametrize("format", [Format.TEXT, Format.SELECT])
@pytest.mark.parametrize("text", ["", "31/02/2025", "NaN", "\ud800"])
def test_a_text_can_always_be_read(format: Format, text: str) -> None:
    assert can_be_read(text, format, "fr")
