"""Numbers as people write them: comma or point, thousands, signs, fractions, words; exact, never a float."""

import re
import unicodedata
from decimal import Decimal

from domain.assessment.numerals import number
from domain.assessment.units import MEASURES, ROUGHLY, SIXTIETHS, Amount, named
from domain.assessment.wording import with_ascii_digits, without_unseen

_SIGNS = str.maketrans(
    {"−": "-", "–": "-", "‐": "-", "‑": "-", "’": "'", "ʼ": "'", "٬": "'", "٫": ".", "⁄": "/", "≃": "≈", "∼": "~"}
)
_ABOUT_WORDS = "environ|env|about|around|approximately|approx|roughly|circa|ca|[àa] peu pr[èe]s|approximativement"
_ABOUT = re.compile(rf"^(?:(?:[≈~=:]|(?:{_ABOUT_WORDS})(?!\w)\.?) ?)+| (?:{_ABOUT_WORDS})$", re.IGNORECASE)
_MINUS = re.compile(r"^(?:-|(?:moins|minus)(?!\w)) ?", re.IGNORECASE)
_PERCENT = re.compile(r" ?(?:per|pour) ?cent(?!\w)", re.IGNORECASE)

_NUMBER = r"[.,]?\d(?:[\d.,']| (?=\d{3}(?!\d)))*"
_UNIT = r"(?![²³¹⁰-₟])[^\s\d+\-=<>≈~*/\\|?!;:,.()\[\]{}\"'«»“”_&#@^][^\s\d?!;,()\[\]{}\"«»“”]*"
_PART = re.compile(
    r"(?:(?:(?P<whole>\d{1,9}) )?(?P<over>\d{1,9}) ?/ ?(?P<under>\d{1,9})"
    rf"|(?P<digits>{_NUMBER})(?:[eE](?P<power>[+-]?\d{{1,3}})(?!\w))?)"
    rf" ?(?P<unit>{_UNIT})?(?:,? (?:(?:et|and) )?)?"
)
_MONEY_FIRST = re.compile(r"(?P<unit>[$£€¥]|EUR|USD|GBP|CHF) ?")


def amounts(text: str, locale: str) -> list[Amount] | None:
    """The number a text holds, with its unit; 1 h 30 holds two. None when it cannot be read without guessing."""
    body = _ABOUT.sub("", _plain(text))
    minus = _MINUS.match(body)
    body = _in_digits(body[minus.end() :] if minus else body.removeprefix("+").lstrip())
    money = _MONEY_FIRST.match(body)
    found = _parts(body[money.end() :] if money else body, locale)
    if found is None or (money and any(amount.unit for amount in found)):
        return None
    unit = money["unit"] if money else ""
    return [Amount(amount.value.copy_negate() if minus else amount.value, amount.unit or unit) for amount in found]


def _plain(text: str) -> str:
    """One way of writing digits, signs and spaces; superscripts stay what they are (10² is not 102)."""
    narrow = "".join(_narrow(char) for char in without_unseen(with_ascii_digits(text)))
    spaced = _PERCENT.sub(" %", narrow.translate(_SIGNS))
    return " ".join(spaced.split()).rstrip(".,;!? ")


def _narrow(char: str) -> str:
    if "\uff01" <= char <= "\uff5e":
        return unicodedata.normalize("NFKC", char)
    fraction = unicodedata.normalize("NFKC", char) if unicodedata.category(char) == "No" else ""
    return f" {fraction}" if "⁄" in fraction else char  # 1½ is one and a half, not eleven halves


def _parts(text: str, locale: str) -> list[Amount] | None:
    found: list[Amount] = []
    place = 0
    while place < len(text):
        part = _PART.match(text, place)
        value = _counted(part, locale) if part else None
        if part is None or value is None:
            return None
        found.append(Amount(value, part["unit"] or ""))
        place = part.end()
    return found if len(found) == 1 else _together(found)


def _together(found: list[Amount]) -> list[Amount] | None:
    """Several numbers are one when each has its measure; the last may be bare and count sixtieths (1 h 30)."""
    if len(found) > 1 and not found[-1].unit and named(found[-2].unit) in SIXTIETHS:
        found[-1] = Amount(ROUGHLY.divide(found[-1].value, Decimal(60)), found[-2].unit)
    # "80 to 85 MB" is a range in English, "80 To 85 Mo" a size in French.
    measured = all(named(amount.unit) in MEASURES and amount.unit != "to" for amount in found)
    return found if found and measured else None


def _counted(part: re.Match[str], locale: str) -> Decimal | None:
    if part["under"]:
        over, under = Decimal(part["over"]), Decimal(part["under"])
        return ROUGHLY.add(Decimal(part["whole"] or 0), ROUGHLY.divide(over, under)) if under else None
    value = _decimal(part["digits"], locale)
    return value if value is None or not part["power"] else ROUGHLY.scaleb(value, Decimal(part["power"]))


_SHAPES = (
    (" ", re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?")),
    ("'", re.compile(r"\d{1,3}(?:'\d{3})+(?:[.,]\d+)?")),
    (",", re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})")),
    (".", re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})")),
)
_ENGLISH_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
_PLAIN_DECIMAL = re.compile(r"\d*[.,]\d+|\d+")


def _decimal(digits: str, locale: str) -> Decimal | None:
    """The shape tells which mark parts the thousands; where it cannot, the language does.

    1,234 is over a thousand in English, just over one in French. 1.234 is just over one in both: French parts its
    thousands with spaces, and the point is what calculators and number pads give people for a comma.
    """
    for mark, shape in _SHAPES:
        if shape.fullmatch(digits):
            return Decimal(digits.replace(mark, "").replace(",", "."))
    if locale != "fr" and _ENGLISH_THOUSANDS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    return Decimal(digits.replace(",", ".")) if _PLAIN_DECIMAL.fullmatch(digits) else None


def _in_digits(text: str) -> str:
    """A number in words, with a unit or not, as digits; any other text as it is."""
    if any(char.isdigit() for char in text):
        return text
    words, _, unit = text.rpartition(" ")
    if (whole := number(text)) is not None:
        return str(whole)
    whole = number(words) if number(unit) is None else None
    return text if whole is None else f"{whole} {unit}"
