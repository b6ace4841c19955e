"""People, places, dates, numbers and sizes are written as people write them."""

from datetime import date, time
from decimal import Decimal

import pytest

from families import locales


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "0 bytes", "0 octets"),
        (999, "999 bytes", "999 octets"),
        (310_400, "310 KB", "310 Ko"),
        (999_499, "999 KB", "999 Ko"),
        (999_999, "1.0 MB", "1,0 Mo"),
        (1_450_000, "1.4 MB", "1,4 Mo"),
        (64_000_000_000, "64.0 GB", "64,0 Go"),
        (7_250_000_000_000_000, "7,250.0 TB", "7\u202f250,0 To"),
    ],
)
def test_a_size_is_read_in_the_unit_people_use(count, english, french):
    assert locales.size(count, "en").replace("\u00a0", " ") == english
    assert locales.size(count, "fr").replace("\u00a0", " ") == french


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [(1024, "1,024", "1\u202f024"), (Decimal("1234.5"), "1,234.5", "1\u202f234,5"), (-12, "-12", "-12")],
)
def test_a_number_has_the_signs_of_its_language(value, english, french):
    assert locales.number(value, "en") == english
    assert locales.number(value, "fr") == french


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [(date(2024, 5, 1), "1 May 2024", "1er mai 2024"), (date(2023, 8, 14), "14 August 2023", "14 août 2023")],
)
def test_a_day_is_written_with_its_month_in_letters(day, english, french):
    assert locales.long_date(day, "en") == english
    assert locales.long_date(day, "fr") == french
    assert locales.short_date(date(2024, 5, 1)) == "01/05/2024"


def test_the_time_of_day_follows_the_language():
    assert locales.clock(time(14, 4), "en") == "14:04"
    assert locales.clock(time(9, 4), "fr") == "9\u00a0h\u00a004"


@pytest.mark.parametrize(
    ("locale", "country", "written"),
    [("en", "GB", "£12.50"), ("en", "FR", "€12.50"), ("fr", "BE", "12,50\u00a0€"), ("fr", "GB", "12,50\u00a0£")],
)
def test_money_is_that_of_the_country_written_in_the_language(locale, country, written):
    assert locales.money(Decimal("12.5"), locale, country) == written
    assert locales.money(12, "en", country)[1:] == "12"


@pytest.mark.parametrize(
    ("name", "english", "french"),
    [
        ("Saint-Orlan", "of Saint-Orlan", "de Saint-Orlan"),
        ("Ottigny", "of Ottigny", "d'Ottigny"),
        ("Le Plessis", "of Le Plessis", "du Plessis"),
    ],
)
def test_a_place_is_linked_as_the_language_wants(name, english, french):
    assert locales.of_place(name, "en") == english
    assert locales.of_place(name, "fr") == french


def test_zero_is_singular_in_french_alone():
    assert locales.counted(0, "file", "files", "en") == "0 files"
    assert locales.counted(0, "fichier", "fichiers", "fr") == "0 fichier"
    assert locales.counted(1, "file", "files", "en") == "1 file"


def test_names_between_quotes_and_enumerations():
    assert locales.quoted("photos", "en") == "“photos”"
    assert locales.quoted("photos", "fr") == "« photos »"
    assert locales.listed(["a", "b", "c"], "fr") == "a, b et c"
    assert locales.listed(["a"], "en") == "a"


def test_a_slug_is_safe_in_a_file_name():
    assert locales.slug("Fête d'été à L'Île") == "fete-d-ete-a-l-ile"


@pytest.mark.parametrize("country", ["FR", "BE", "GB"])
def test_a_country_has_its_own_people_and_places(country):
    locale = "en" if country == "GB" else "fr"
    for names in (locales.first_names, locales.family_names, locales.towns):
        own = names(locale, country)
        assert len(set(own)) == len(own) >= 12
    assert locales.towns(locale, "ZZ") == locales.towns(locale, locales.HOME[locale])
