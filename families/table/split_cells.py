"""One fact per cell: split a column in two, then count the different towns, however they were typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from families import locales
from families.contract import Ask, Field, Format, Kind, Mistake, Play, Template
from families.seeds import Draw
from families.table import people
from families.table.books import builder, download, on_page
from families.table.reading import rows_of
from families.table.saying import exactly, fields_key, foreseen, phrased
from families.table.sheets import Sheet

PHRASES = {
    "en": {
        "title": "Two facts in one cell",
        "sheet": "Enrolments",
        "number": "No.",
        "both": "Name, town",
        "joined": "Enrolled on",
        "context": "In this list of enrolments, one column mixes two facts: name and town. It was typed by several "
        "people, so capitals and spaces vary; they do not make another town. A different name does.",
        "question": "Once name and town are in separate columns, how many different towns are there?",
        "label": "Different towns",
        "hint": "A whole number, for example 85.",
        "shown": "{count} towns",
        "typed": "Capitals were counted as a difference: {typed_sample} and {clean_sample} are the same town.",
        "spaced": "A space too many makes another text for a spreadsheet, not another town. Remove the spaces left "
        "over, then count again.",
        "both_kept": "Capitals and spaces were counted as differences. Put all the towns in the same form first.",
        "people": "That is the number of people. Several live in the same town: each town counts once.",
        "merged": "Nearly: {alike} and {near} look alike but are two towns.",
        "correction": "A cell that holds two facts cannot be sorted, filtered or counted by either. One fact per "
        "cell, then one way of writing each.\n\n"
        "**One way:**\n\n"
        "1. Select the column and use Text to columns (Data menu), comma as separator: the town gets its own "
        "column.\n"
        "2. Clean it: TRIM removes the spaces left over, PROPER or UPPER gives the same capitals to all.\n"
        "3. Keep each value once (filter without duplicates, or UNIQUE): {towns}. That is {count}.\n\n"
        "**Another way:** sort the new column; the same towns come together and can be counted by eye. Or a summary "
        "table on the town.",
    },
    "fr": {
        "title": "Deux faits dans une cellule",
        "sheet": "Inscriptions",
        "number": "N°",
        "both": "Nom, ville",
        "joined": "Inscription le",
        "context": "Dans cette liste d'inscriptions, une colonne mélange deux faits : le nom et la ville. Plusieurs "
        "personnes l'ont saisie : majuscules et espaces varient, sans faire une autre ville. Un nom différent, si.",
        "question": "Une fois le nom et la ville dans deux colonnes, combien de villes différentes y a-t-il ?",
        "label": "Villes différentes",
        "hint": "Un nombre entier, par exemple 85.",
        "shown": "{count} villes",
        "typed": "Les majuscules ont été comptées comme une différence : {typed_sample} et {clean_sample} sont la "
        "même ville.",
        "spaced": "Un espace de trop fait un autre texte pour le tableur, pas une autre ville. Enlevez les espaces "
        "en trop, puis recomptez.",
        "both_kept": "Majuscules et espaces ont été comptés comme des différences. Mettez d'abord toutes les villes "
        "sous la même forme.",
        "people": "C'est le nombre de personnes. Plusieurs habitent la même ville : chaque ville compte une fois.",
        "merged": "Presque : {alike} et {near} se ressemblent, mais ce sont deux villes.",
        "correction": "Une cellule qui contient deux faits ne permet de trier, filtrer ou compter selon aucun des "
        "deux. Un fait par cellule, puis une seule façon d'écrire chacun.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Sélectionnez la colonne et utilisez la conversion de texte en colonnes (menu Données), avec la virgule "
        "pour séparateur : la ville a sa colonne.\n"
        "2. Nettoyez-la : SUPPRESPACE enlève les espaces en trop, NOMPROPRE ou MAJUSCULE donne à toutes la même "
        "forme.\n"
        "3. Gardez chaque valeur une fois (filtre sans doublons, ou UNIQUE) : {towns}. Il y en a {count}.\n\n"
        "**Une autre :** trier la nouvelle colonne ; les mêmes villes se suivent et se comptent à l'œil. Ou un "
        "tableau croisé sur la ville.",
    },
}
NEAR = {"en": "Upper {}", "fr": "{}-Gare"}  # a neighbouring town with nearly the same name
ROWS, CASES, SPACES = 30, 3, 2
FIRST_DAY = date(2024, 1, 8)


@dataclass(frozen=True, slots=True)
class Drawn:
    towns: tuple[str, ...]  # the first two have nearly the same name
    typed: str  # a town typed in other capitals
    sheet: Sheet


def _drawn(ask: Ask) -> Drawn:
    draw = Draw(ask.seed, "split-cells")
    count = draw.between(5, 9)
    bases = draw.sample(locales.towns(ask.locale, ask.country), count)
    towns = (bases[0], NEAR[ask.locale].format(bases[0]), *bases[1:])
    rest = [draw.pick(towns) for _ in range(ROWS - len(towns) - CASES - SPACES)]
    cased = [_recased(draw, town) for town in draw.sample(towns, CASES)]
    spaced = [_spaced(draw, town) for town in draw.sample(towns, SPACES)]
    written = draw.shuffled([f" {town}" for town in (*towns, *rest, *cased)] + spaced)
    return Drawn(towns, cased[0], _sheet(ask, draw, written))


def _recased(draw: Draw, town: str) -> str:
    return town.upper() if draw.chance(0.5) else town.lower()


def _spaced(draw: Draw, town: str) -> str:
    return f"  {town}" if draw.chance(0.5) else f" {town} "


def _sheet(ask: Ask, draw: Draw, written: list[str]) -> Sheet:
    day, rows, text = FIRST_DAY, [], PHRASES[ask.locale]
    for number, ((first, family), town) in enumerate(zip(people.names(ask, draw, ROWS), written, strict=True), 1):
        day += timedelta(draw.below(6))
        rows.append((number, f"{first} {family},{town}", day))
    return Sheet(text["sheet"], (text["number"], text["both"], text["joined"]), tuple(rows))


def make(ask: Ask) -> Play:
    """One fact per cell, written one way, before counting."""
    drawn = _drawn(ask)
    say = phrased(PHRASES, ask.locale, _facts(drawn, ask.locale))
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=(Field("count", say["label"], Format.NUMBER, say["hint"]),),
        downloads=(download(ask, drawn.sheet),),
        table=on_page(drawn.sheet, ask.locale),
        key=fields_key(count=exactly(len(drawn.towns))),
        shown=say["shown"],
        mistakes=_mistakes(say, len(drawn.towns)),
        correction=say["correction"],
    )


def _facts(drawn: Drawn, locale: str) -> dict[str, object]:
    clean = next(town for town in drawn.towns if town.casefold() == drawn.typed.casefold())
    return {
        "count": len(drawn.towns),
        "towns": locales.listed(sorted(drawn.towns), locale),
        "alike": locales.quoted(drawn.towns[0], locale),
        "near": locales.quoted(drawn.towns[1], locale),
        "typed_sample": locales.quoted(drawn.typed, locale),
        "clean_sample": locales.quoted(clean, locale),
    }


def _mistakes(say: Mapping[str, str], count: int) -> tuple[Mistake, ...]:
    return foreseen(
        say,
        typed=fields_key(count=exactly(count + CASES)),
        spaced=fields_key(count=exactly(count + SPACES)),
        both_kept=fields_key(count=exactly(count + CASES + SPACES)),
        people=fields_key(count=exactly(ROWS)),
        merged=fields_key(count=exactly(count - 1)),
    )


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Cut at the comma, trim, forget capitals, count what differs."""
    towns = (re.split(",", row[1], maxsplit=1)[1].strip().casefold() for row in rows_of(play, data))
    return {"count": str(len(set(towns)))}


TEMPLATE = Template(
    name="table.split-cells",
    levels=(4,),
    make=make,
    solve=solve,
    build=builder(lambda ask: (_drawn(ask).sheet,)),
    equivalent="The whole list is on the page: on a phone or read aloud, towns can be noted down as they come.",
)
