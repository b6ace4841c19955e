"""Whole numbers in words, up to a hundred, in English and in French."""

from collections.abc import Mapping

from domain.assessment.wording import folded


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_EN = _list("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen")
_EN += _list("seventeen eighteen nineteen")
_FR = _list("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_FR += _list("dix-sept dix-huit dix-neuf")
_EN_TENS = _list("twenty thirty forty fifty sixty seventy eighty ninety")
_FR_TENS: Mapping[str, int] = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,  # Belgium, Switzerland
    "quatre-vingt": 80,
    "huitante": 80,  # Switzerland
    "octante": 80,
    "nonante": 90,
}
_OTHERS: Mapping[str, int] = {
    "none": 0,
    "aucun": 0,
    "aucune": 0,
    "une": 1,
    "quatre-vingts": 80,
    "cent": 100,
    "hundred": 100,
    "a hundred": 100,
    "one hundred": 100,
}


def _all() -> dict[str, int]:
    named = dict(_OTHERS) | {word: number for names in (_EN, _FR) for number, word in enumerate(names)}
    for ten, word in enumerate(_EN_TENS, start=2):
        named |= {word: ten * 10} | {f"{word} {_EN[more]}": ten * 10 + more for more in range(1, 10)}
    for word, tens in _FR_TENS.items():
        most = 20 if word in {"soixante", "quatre-vingt"} else 10
        named |= {word: tens, f"{word} une": tens + 1, f"{word} et une": tens + 1}
        named |= {f"{word} {_FR[more]}": tens + more for more in range(1, most)}
        named |= {f"{word} et {_FR[more]}": tens + more for more in range(1, most)}
    return {folded(word): number for word, number in named.items()}


_NUMBERS = _all()


def number(words: str) -> int | None:
    """The whole number these words say, hyphens and accents or not; None when they say none we know."""
    return _NUMBERS.get(folded(words))
