"""Texts as marking sees them: what may differ between two ways of writing the same answer, and what may not."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

FUZZY_FROM = 5  # letters: in a shorter word, another letter makes another word

_SAME = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "°": "o", "⁄": "/"}
)
_CONTENT = frozenset("#@%&*‰٪")  # punctuation to Unicode, yet they carry the answer: C#, 50 %, *.pdf
_DECORATION = frozenset("`ʹʺʻʼʽʾʿ−ـ")  # letters or signs to Unicode, yet typed for an apostrophe, a hyphen, a stretch
_FILLERS = frozenset("\u034f\u115f\u1160\u180b\u180c\u180d\u180f\u3164\uffa0")  # drawn as nothing

_STEP = re.compile(r"(?<=\w)\s+[-=–—]*[>→]\s+(?=\w)")  # Documents > Photos
_WITH = re.compile(r"(?<=[^\W\d_])\+(?=\w)")  # Ctrl+C; neither C++ nor 1+1
_MINUS = re.compile(r"\W*?[-−](?=\d)")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,:/](?=\d)")
_ENDING = re.compile(r"(?<=\w)\.(?=\w)")
_CODE = re.compile(r"([^\W_]*\d[^\W_]*)")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text less what may differ: case, accents, spaces, punctuation; never empty when something was written.

    Letters of every script, digits and signs stay (C++ is not C), as do a minus and what stands between two digits.
    """
    plain = _plain(text)
    minus = _MINUS.match(plain)
    start = minus.end() if minus else 0
    kept = _kept(plain[: max(start - 1, 0)]) + "-" * (start > 0) + _kept(plain[start:])
    return _WITH.sub("", unicodedata.normalize("NFC", kept)) or _signs(text)


def _signs(text: str) -> str:
    """What is written with nothing but punctuation and accents."""
    signs = unicodedata.normalize("NFKD", without_unseen(text)).casefold()
    return unicodedata.normalize("NFC", "".join(signs.split()))


def _plain(text: str) -> str:
    # Spread first: a letter and its accents in one sign do not always fold as they do apart (İ, ᾳ).
    bare = without_accents(unicodedata.normalize("NFKD", without_unseen(text)).casefold())
    return _STEP.sub(" ", with_ascii_digits(bare.translate(_SAME))).strip()


def _kept(text: str) -> str:
    between = {found.start() for found in _BETWEEN_DIGITS.finditer(text)}
    kept = ((place, char) for place, char in enumerate(text) if place in between or _carries(char))
    return "".join("." if char == "," and place in between else char for place, char in kept)


def _carries(char: str) -> bool:
    if char in _CONTENT or char in _DECORATION:
        return char in _CONTENT
    return unicodedata.category(char)[0] not in "PZ" and not char.isspace()


def as_typed(text: str) -> str:
    """An exact text: only outer spaces, no-break spaces and what draws nothing may differ."""
    spaced = "".join(" " if unicodedata.category(char) == "Zs" else char for char in without_unseen(text))
    return unicodedata.normalize("NFC", spaced).strip()


def accepted(typed: str, values: Sequence[str], *, spelling: float = 0.0, exact: bool = False) -> str | None:
    """The accepted wording that a text stands for: one written the same, else one misspelt within the tolerance."""
    same = as_typed if exact else folded
    wanted = same(typed)
    if not wanted:
        return None
    for value in values:
        if same(value) == wanted:
            return value
    if exact or not spelling:
        return None
    return next((value for value in values if is_misspelt(typed, value, spelling)), None)


def is_misspelt(typed: str, expected: str, spelling: float) -> bool:
    """Words may differ by a share of the expected letters; digits, signs, codes, endings and short words may not."""
    theirs, ours = list(_stretches(typed)), list(_stretches(expected))
    return len(theirs) == len(ours) and all(map(_is_near, theirs, ours, [spelling] * len(ours)))


@dataclass(frozen=True, slots=True)
class _Stretch:
    text: str
    is_words: bool


def _stretches(text: str) -> Iterator[_Stretch]:
    """Words apart from all the rest, so that no slip crosses a digit, a code (B12) or the point before an ending."""
    for piece in _ENDING.split(unicodedata.normalize("NFC", text)):
        for place, part in enumerate(_CODE.split(piece)):
            if place % 2:
                yield _Stretch(folded(part), is_words=False)
            else:
                yield from (_Stretch("".join(run), letters) for letters, run in groupby(folded(part), key=_is_letter))
        yield _Stretch(".", is_words=False)


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def _is_near(given: _Stretch, wanted: _Stretch, spelling: float) -> bool:
    if given == wanted:
        return True
    if not (given.is_words and wanted.is_words) or len(wanted.text) < FUZZY_FROM:
        return False
    most = spelling * len(wanted.text)
    return abs(len(given.text) - len(wanted.text)) <= most and distance(given.text, wanted.text) <= most


def distance(one: str, other: str) -> int:
    """Slips from one word to another: a letter missing, added or changed, or two neighbours swapped (OSA distance)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, wanted in enumerate(other):
            slips = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter != wanted))
            if i and j and (letter, one[i - 1]) == (other[j - 1], wanted):
                slips = min(slips, before[j - 1] + 1)
            row.append(slips)
        before, last = last, row
    return last[-1]


def without_accents(text: str) -> str:
    """Letters less the marks a reader may leave out: accents, Hebrew and Arabic points; never a vowel or a voicing."""
    # Canonical combining classes: 10 to 36 are points of Hebrew, Arabic and Syriac, from 200 on marks above and below.
    classes = ((char, unicodedata.combining(char)) for char in unicodedata.normalize("NFKD", text))
    return "".join(char for char, place in classes if not (10 <= place <= 36 or place >= 200))


def with_ascii_digits(text: str) -> str:
    """The digits of any script as 0 to 9; a superscript is no such digit."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def without_unseen(text: str) -> str:
    """A text less what draws nothing: marks of direction, joiners, control characters other than spaces."""
    return "".join(char for char in text if not _is_unseen(char))


def _is_unseen(char: str) -> bool:
    if unicodedata.category(char) in {"Cc", "Cf"}:
        return not char.isspace()
    return char in _FILLERS or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
