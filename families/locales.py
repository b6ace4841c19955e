"""How people, places, dates, numbers, sizes and money are written, by language and country."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal

NARROW = "\u202f"  # no-break, narrow: inside French numbers
FIXED = "\u00a0"  # no-break: between a number and its unit

HOME: Mapping[str, str] = {"en": "GB", "fr": "FR"}  # the country whose names serve when there is no better


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


FIRST_NAMES: Mapping[str, tuple[str, ...]] = {
    "GB": _names(
        "Amina, Owen, Priya, Gareth, Zofia, Callum, Mei, Harriet, Tariq, Bronwen, Joseph, Ngozi, Eleanor, "
        "Dafydd, Sunita, Marcus, Isla, Kwame, Ruth, Aidan, Leila, Stanley, Chidi, Maeve"
    ),
    "FR": _names(
        "Samira, Étienne, Lucie, Mamadou, Solène, Rachid, Jeanne, Théo, Linh, Bernard, Awa, Maëlle, Farid, "
        "Colette, Hugo, Inès, Gaël, Paulette, Yanis, Claire, Moussa, Odile, Tiago, Nadia"
    ),
    "BE": _names(
        "Salma, Thibault, Lotte, Marcel, Élise, Youssef, Godelieve, Arnaud, Fatoumata, Benoît, Anouk, Jérôme, "
        "Mehdi, Ludivine, Wout, Nicole, Ilias, Gisèle, Robin, Célestine, Karim, Margaux"
    ),
}

FAMILY_NAMES: Mapping[str, tuple[str, ...]] = {
    "GB": _names(
        "Ashdown, Begum, Calloway, Dunmore, Eze, Fairlie, Garrick, Hussain, Ingleby, Jankowska, Kerridge, "
        "Lanyon, Mistry, Nettleton, Okoro, Penhallow, Quigley, Rowntree, Sandhu, Tregarth, Umarji, Winslade"
    ),
    "FR": _names(
        "Aubrac, Benhamou, Cazenave, Diallo, Estève, Fauvel, Guilloux, Haddad, Issartel, Jourdain, Kerbrat, "
        "Lacombe, Marchetti, Nguyen, Oudin, Pélissier, Quéré, Rabearison, Salvat, Traoré, Vasseur, Zeller"
    ),
    "BE": _names(
        "Aerts, Bastin, Claessens, Delvaux, El Amrani, Franssen, Goffin, Hermans, Jadot, Kabongo, Lambrecht, "
        "Maréchal, Noël, Ouali, Piron, Renard, Smets, Thonnard, Van Acker, Wauters, Yilmaz, Zaoui"
    ),
}

TOWNS: Mapping[str, tuple[str, ...]] = {  # invented, so that no real club is meant
    "GB": _names(
        "Larkbridge, Ashcombe Vale, Thornwick, Pennymoor, Saltersby, Elderford, Hawksmere, Craigdowan, "
        "Llanfeddw, Millhaugh, Owlcote, Barrowhithe"
    ),
    "FR": _names(
        "Villebrume, Saint-Orlan, Montfauvel, Chantelune, Port-Vernin, Aigremonde, Sainte-Vaubelle, "
        "Roquelune, Kerménez, Beaurival, Fontorbe, Pierrevaux"
    ),
    "BE": _names(
        "Hamblesse, Roncheval, Ottigny, Sart-Vieuville, Molenrode, Grandpreau, Val-Sainte-Ode, Lasneville, "
        "Berzelles, Houtevelde, Tilleursart, Bois-Mareuil"
    ),
}

MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": _names("January, February, March, April, May, June, July, August, September, October, November, December"),
    "fr": _names("janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre"),
}

_SIZE_UNITS: Mapping[str, tuple[str, ...]] = {
    "en": ("bytes", "KB", "MB", "GB", "TB"),
    "fr": ("octets", "Ko", "Mo", "Go", "To"),
}
_AND: Mapping[str, str] = {"en": "and", "fr": "et"}


def _of(table: Mapping[str, tuple[str, ...]], locale: str, country: str) -> tuple[str, ...]:
    return table.get(country) or table[HOME[locale]]


def first_names(locale: str, country: str) -> tuple[str, ...]:
    """First names heard in the country."""
    return _of(FIRST_NAMES, locale, country)


def family_names(locale: str, country: str) -> tuple[str, ...]:
    """Family names heard in the country."""
    return _of(FAMILY_NAMES, locale, country)


def towns(locale: str, country: str) -> tuple[str, ...]:
    """Invented towns that sound like the country."""
    return _of(TOWNS, locale, country)


def number(value: int | Decimal, locale: str) -> str:
    """A number as it is printed: 1,024.5 in English, 1 024,5 in French."""
    text = f"{value:,}"
    return text if locale == "en" else text.replace(",", NARROW).replace(".", ",")


def size(count: int, locale: str) -> str:
    """A number of bytes in the unit people read: steps of a thousand, one decimal from the million."""
    step, shown = 0, Decimal(count)
    while shown >= Decimal("999.5") and step < 4:
        step, shown = step + 1, shown / 1000
    rounded = shown.quantize(Decimal(1) if step < 2 else Decimal("0.1"))
    return f"{number(rounded, locale)}{FIXED}{_SIZE_UNITS[locale][step]}"


def long_date(day: date, locale: str) -> str:
    """A day with its month in letters: 3 May 2024, 1er mai 2024."""
    first = "1er" if locale == "fr" and day.day == 1 else str(day.day)
    return f"{first} {MONTHS[locale][day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A day in digits, day first, as in all the countries we serve: 03/05/2024."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def clock(moment: time, locale: str) -> str:
    """The time of day: 14:04 in English, 14 h 04 in French."""
    if locale == "en":
        return f"{moment.hour}:{moment.minute:02}"
    return f"{moment.hour}{FIXED}h{FIXED}{moment.minute:02}"


def money(amount: int | Decimal, locale: str, country: str) -> str:
    """An amount in the money of the country: £12.50, 12,50 €; no cents when there are none."""
    sign = "£" if country == "GB" else "€"
    whole = Decimal(amount) == int(amount)
    written = number(int(amount) if whole else Decimal(amount).quantize(Decimal("0.01")), locale)
    return f"{sign}{written}" if locale == "en" else f"{written}{FIXED}{sign}"


def quoted(text: str, locale: str) -> str:
    """A name between the quotes of the language."""
    return f"“{text}”" if locale == "en" else f"« {text} »"


def of_place(name: str, locale: str) -> str:
    """The link to a place: of Owlcote; de Saint-Orlan, d'Ottigny, du Plessis."""
    if locale == "en":
        return f"of {name}"
    if name.startswith("Le "):
        return f"du {name[3:]}"
    return f"d'{name}" if slug(name)[0] in "aeiouy" else f"de {name}"


def listed(items: Sequence[str], locale: str) -> str:
    """An enumeration: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_AND[locale]} {items[-1]}"


def counted(count: int, one: str, many: str, locale: str) -> str:
    """A number with its noun: 1 file, 0 files, but 0 fichier in French."""
    single = count == 1 or (locale == "fr" and count == 0)
    return f"{number(count, locale)} {one if single else many}"


def slug(text: str) -> str:
    """A name fit for a file on any system: small plain letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
