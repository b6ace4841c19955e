"""Days as people write them: digits, day first, or the month in letters, in English and in French."""

import re
from datetime import date

from domain.assessment.wording import with_ascii_digits, without_accents, without_unseen


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_MONTHS = tuple(
    zip(
        _list("january february march april may june july august september october november december"),
        _list("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"),
        strict=True,
    )
)
_LEFT_OUT = {
    *_list("le the on of de du er st nd rd th e o"),
    *_list("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"),
    *_list("lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim"),
}
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_SEPARATORS = re.compile(r"[\s/.,\-–−‐‑'’°]*")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_COMPACT_DAY_FIRST = re.compile(r"(\d\d)(\d\d)((?:19|20)\d\d)")


def day(text: str) -> date | None:
    """The day a text names, with its year; None when it cannot be read, or is in no calendar (31/02/2025).

    In digits the day comes first, in English too, as in all the countries we serve; a year first is ISO 8601.
    """
    plain = without_accents(with_ascii_digits(without_unseen(text))).casefold()
    if not _SEPARATORS.fullmatch(_PIECE.sub("", plain)):
        return None
    pieces = [piece for piece in _PIECE.findall(plain) if piece not in _LEFT_OUT]
    if len(pieces) == 1:
        pieces = _apart(pieces[0])
    return _date(*_in_order(*pieces)) if len(pieces) == 3 else None


def _apart(piece: str) -> list[str]:
    """Eight digits in a row: 20250314, or 14032025."""
    found = _COMPACT.fullmatch(piece) or _COMPACT_DAY_FIRST.fullmatch(piece)
    return list(found.groups()) if found else []


def _in_order(first: str, second: str, third: str) -> tuple[str, str, str]:
    """Year, month, day."""
    if len(first) == 4 and first.isdigit():
        return first, second, third
    return (third, second, first) if first.isdigit() else (third, first, second)


def _date(year: str, month: str, day: str) -> date | None:
    number = _month(month)
    if number is None or not (year + day).isdigit() or len(day) > 2 or len(year) not in {2, 4}:
        return None
    # A year in two digits is of 1969 to 2068, as POSIX has it.
    century = 0 if len(year) == 4 else 2000 if int(year) < 69 else 1900
    try:
        return date(century + int(year), number, int(day))
    except ValueError:
        return None


def _month(text: str) -> int | None:
    """A month by its number, its name, or enough of its name: three letters that are of no other."""
    if text.isdigit():
        return int(text) if len(text) <= 2 else None
    fits = [number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(text) for name in names)]
    return fits[0] if len(fits) == 1 and len(text) >= 3 else None
