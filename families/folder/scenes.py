"""Whose folder it is: a believable group, its town and its people, in the words of the locale."""

from collections.abc import Mapping
from dataclasses import dataclass

from families.contract import Ask
from families.folder.groups import GROUPS
from families.folder.stock import Ware, stock
from families.locales import TOWNS, first_names, of_place, slug, towns
from families.seeds import Draw, watermark

_TOWN_SLUGS = {town: slug(town) for country in TOWNS.values() for town in country}


@dataclass(frozen=True, slots=True)
class Scene:
    locale: str
    root: str  # the name of the top folder
    of: str  # "of the Larkbridge choir"
    keeper: str  # who looks after the files
    people: tuple[str, ...]  # eight others
    events: tuple[tuple[str, str], ...]  # the eight things the group organises, in a drawn order: words, file name
    stock: Mapping[str, tuple[Ware, ...]]  # its ordinary files by kind
    mark: str


def scene(ask: Ask, draw: Draw) -> Scene:
    """A group drawn for the language and the country of the person asked."""
    groups = GROUPS[ask.locale]
    number = draw.below(len(groups))
    town = draw.pick(towns(ask.locale, ask.country))
    keeper, *people = draw.sample(first_names(ask.locale, ask.country), 9)
    return Scene(
        locale=ask.locale,
        root=groups[number].slug.format(town=_TOWN_SLUGS[town]),
        of=groups[number].of.format(town=town if ask.locale == "en" else of_place(town, ask.locale)),
        keeper=keeper,
        people=tuple(people),
        events=tuple(draw.shuffled(groups[number].events)),
        stock=stock(ask.locale, ask.country, number),
        mark=watermark(ask.seed),
    )
