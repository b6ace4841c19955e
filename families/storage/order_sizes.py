"""The heaviest and the lightest of five folders whose sizes are in different units."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from families import locales
from families.contract import Ask, Field, FieldsKey, Format, Kind, Mistake, Play, Table, Template
from families.seeds import Draw
from families.storage.reading import rows, sizes
from families.storage.words import IN_MB, amount
from families.table.saying import fields_key, foreseen, option, options, phrased

LETTERS = "ABCDE"
# From the lightest to the heaviest: only one folder at either end, so that the unit alone settles it.
LADDERS = (
    ("KB", "MB", "MB", "GB", "TB"),
    ("KB", "MB", "GB", "GB", "TB"),
    ("KB", "MB", "MB", "MB", "GB"),
    ("MB", "GB", "GB", "GB", "TB"),
)

PHRASES = {
    "en": {
        "title": "Heaviest folder, lightest folder",
        "context": "{who} is tidying up a computer. The table gives the size of five folders.",
        "question": "Which folder is the heaviest, and which is the lightest?",
        "caption": "Five folders",
        "letter": "Letter",
        "folder": "Folder",
        "size": "Size",
        "heaviest": "Heaviest folder",
        "lightest": "Lightest folder",
        "hint": "Choose one letter in each list.",
        "shown": "Heaviest: {top} ({top_size}). Lightest: {bottom} ({bottom_size}).",
        "swapped": "These are the right two folders, the other way round. {top_size} is far more than {bottom_size}: "
        "going up, the units are KB, MB, GB, TB.",
        "figures": "{largest_figure} has the largest figure, but the unit comes first: going up, KB, MB, GB, TB.",
        "smallest": "{top_size} has the smallest figure, but the unit comes first: going up, KB, MB, GB, TB.",
        "below": "Nearly: one unit is larger still. Going up: KB, MB, GB, TB. So {top_size} is more than "
        "{second_size}.",
        "above": "The heaviest is right. For the lightest, one unit is smaller still: going down, TB, GB, MB, KB.",
        "correction": "The unit decides before the figure: each one is about a thousand times the one before. Going "
        "up: KB, MB, GB, TB.\n\n"
        "**One way:**\n\n"
        "1. Find the largest unit in the table: {top_size} is the heaviest, whatever the other figures.\n"
        "2. Find the smallest unit: {bottom_size} is the lightest.\n"
        "3. The figures only count between two sizes in the same unit.\n\n"
        "**Another way:** write every size in MB (1 GB = 1,000 MB, 1 MB = 1,000 KB), then compare. On a computer, "
        "sorting by size does it for you.",
    },
    "fr": {
        "title": "Dossier le plus lourd, dossier le plus léger",
        "context": "{who} fait du tri sur un ordinateur. Le tableau donne la taille de cinq dossiers.",
        "question": "Quel dossier est le plus lourd, et lequel est le plus léger ?",
        "caption": "Cinq dossiers",
        "letter": "Lettre",
        "folder": "Dossier",
        "size": "Taille",
        "heaviest": "Dossier le plus lourd",
        "lightest": "Dossier le plus léger",
        "hint": "Choisissez une lettre dans chaque liste.",
        "shown": "Le plus lourd : {top} ({top_size}). Le plus léger : {bottom} ({bottom_size}).",
        "swapped": "Ce sont les deux bons dossiers, mais dans l'autre sens. {top_size}, c'est bien plus que "
        "{bottom_size} : en montant, les unités sont Ko, Mo, Go, To.",
        "figures": "{largest_figure} a le plus grand nombre, mais l'unité passe en premier : en montant, Ko, Mo, Go, "
        "To.",
        "smallest": "{top_size} a le plus petit nombre, mais l'unité passe en premier : en montant, Ko, Mo, Go, To.",
        "below": "Presque : une unité est encore plus grande. En montant : Ko, Mo, Go, To. {top_size}, c'est donc "
        "plus que {second_size}.",
        "above": "Le plus lourd est juste. Pour le plus léger, une unité est encore plus petite : en descendant, To, "
        "Go, Mo, Ko.",
        "correction": "L'unité décide avant le nombre : chacune vaut environ mille fois la précédente. En montant : "
        "Ko, Mo, Go, To.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Cherchez la plus grande unité du tableau : {top_size} est le plus lourd, quels que soient les autres "
        "nombres.\n"
        "2. Cherchez la plus petite unité : {bottom_size} est le plus léger.\n"
        "3. Les nombres ne départagent que deux tailles de même unité.\n\n"
        "**Une autre :** écrire toutes les tailles en Mo (1 Go = 1 000 Mo, 1 Mo = 1 000 Ko), puis comparer. Sur un "
        "ordinateur, le tri par taille le fait pour vous.",
    },
}
NAMES = {
    "en": ("Archive", "Club", "Family", "Garden", "Holidays", "House", "Miscellaneous", "Projects", "Studies", "Work"),
    "fr": ("Archives", "Club", "Famille", "Jardin", "Vacances", "Maison", "Divers", "Projets", "Études", "Travail"),
}


@dataclass(frozen=True, slots=True)
class Item:
    letter: str
    figure: Decimal
    unit: str


def _items(draw: Draw) -> list[Item]:
    """Five folders from the lightest to the heaviest."""
    units, letters = draw.pick(LADDERS), draw.shuffled(LETTERS)
    # The largest figure is in the middle and the smallest on the heaviest: figures alone mislead both ways.
    middle = map(Decimal, draw.shuffled((*draw.sample(range(12, 96), 2), draw.between(510, 980))))
    figures = (Decimal(draw.between(110, 480)), *middle, Decimal(draw.between(11, 49)) / 10)
    items = [Item(*parts) for parts in zip(letters, figures, units, strict=True)]
    return sorted(items, key=lambda item: item.figure * IN_MB[item.unit])


def make(ask: Ask) -> Play:
    """The unit decides before the figure."""
    draw = Draw(ask.seed, "order-sizes")
    items = _items(draw)
    written = {item.letter: amount(item.figure, item.unit, ask.locale) for item in items}
    say = phrased(PHRASES, ask.locale, _facts(items, written, draw, ask))
    names = draw.sample(NAMES[ask.locale], len(items))
    lines = tuple((letter, name, written[letter]) for letter, name in zip(LETTERS, names, strict=True))
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=_fields(say),
        table=Table(say["caption"], (say["letter"], say["folder"], say["size"]), lines),
        key=_pair(items[-1], items[0]),
        shown=say["shown"],
        mistakes=_mistakes(say, items),
        correction=say["correction"],
    )


def _facts(items: list[Item], written: Mapping[str, str], draw: Draw, ask: Ask) -> dict[str, object]:
    bottom, top = items[0], items[-1]
    return {
        "who": draw.pick(locales.first_names(ask.locale, ask.country)),
        "top": top.letter,
        "bottom": bottom.letter,
        "top_size": written[top.letter],
        "bottom_size": written[bottom.letter],
        "second_size": written[items[-2].letter],
        "largest_figure": written[_largest_figure(items).letter],
    }


def _fields(say: Mapping[str, str]) -> tuple[Field, ...]:
    letters = options(LETTERS)
    return tuple(
        Field(name, say[name], Format.SELECT, say["hint"], options=letters) for name in ("heaviest", "lightest")
    )


def _pair(heaviest: Item, lightest: Item) -> FieldsKey:
    return fields_key(heaviest=option(heaviest.letter), lightest=option(lightest.letter))


def _largest_figure(items: list[Item]) -> Item:
    return max(items, key=lambda item: item.figure)


def _mistakes(say: Mapping[str, str], items: list[Item]) -> tuple[Mistake, ...]:
    bottom, top = items[0], items[-1]
    return foreseen(
        say,
        swapped=_pair(bottom, top),
        figures=fields_key(heaviest=option(_largest_figure(items).letter)),
        smallest=fields_key(lightest=option(top.letter)),
        below=_pair(items[-2], bottom),
        above=_pair(top, items[1]),
    )


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Every size in one unit, then the largest and the smallest."""
    by_size = sorted(rows(play.table), key=lambda row: sizes(row[2])[0])
    return {"heaviest": by_size[-1][0], "lightest": by_size[0][0]}


TEMPLATE = Template(
    name="storage.order-sizes",
    levels=(2,),
    make=make,
    solve=solve,
    equivalent="A table and two lists: read aloud or on a phone, it is the same task.",
)
