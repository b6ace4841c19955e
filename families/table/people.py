"""People of a list: different names heard in a country, and numbers that tell them apart."""

from families import locales
from families.contract import Ask
from families.seeds import Draw


def names(ask: Ask, draw: Draw, count: int) -> list[tuple[str, str]]:
    """As many different people as asked, as first and family name."""
    firsts = locales.first_names(ask.locale, ask.country)
    families = locales.family_names(ask.locale, ask.country)
    people: dict[tuple[str, str], None] = {}
    while len(people) < count:
        people[draw.pick(firsts), draw.pick(families)] = None
    return list(people)


def numbers(draw: Draw, letter: str, count: int) -> list[str]:
    """As many different identifiers as asked, in no order."""
    step = 8000 // count
    return draw.shuffled([f"{letter}-{1000 + place * step + draw.below(step)}" for place in range(count)])
