"""A pattern typed at the command line: how many files it names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import translate

from families.contract import Ask, Entry, Play
from families.folder.reading import codes, name, quotes, right_in, template
from families.folder.scenes import scene
from families.folder.tree import Tree, spots
from families.folder.wording import Answer, Wording, compose, whole
from families.locales import quoted
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    pattern: str
    careless: str  # what remains of the pattern when its first part is overlooked
    years: tuple[int, ...]


_PLANS: Mapping[int, Plan] = {
    6: Plan(64, "*_{year}-0?.csv", "*-0?.csv", (2023, 2024)),
    7: Plan(90, "b*_202?-0?.csv", "*_202?-0?.csv", (2019, 2023, 2024)),
}
_BELOW, _LONGER, _SHEETS = 4, 2, 3  # decoys: in a sub-folder, with something after the month, of another kind
_BOOKS: Mapping[str, tuple[str, ...]] = {
    "en": ("bar", "bakes", "door", "raffle"),
    "fr": ("buvette", "billets", "caisse", "vente"),
}
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "en": ("takings", "ledgers", "monthly", "returns"),
    "fr": ("releves", "recettes", "mensuels", "rentrees"),
}

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="Files that fit a pattern",
        context=(
            "In the folder {folder}, you type the command `ls {pattern}`. There, `*` stands for any run of "
            "characters, even none, and `?` for exactly one character. The command does not look into sub-folders."
        ),
        question="How many files does it list?",
        hint="A whole number, for example 85.",
        unit="files",
        correction=(
            "A pattern is compared with the whole name, character by character; only `*` and `?` may stand for "
            "something else.\n\n**One way:** sort {folder} by name and tick the names that fit `{pattern}` from "
            "their first character to their last: {answer}, for example `{example}`. Leave out the months from 10 "
            "on, the names that go on after the month, the other endings and the sub-folder.\n\n**Another way:** in "
            "a terminal opened in {folder}, type `ls {pattern} | wc -l`, which counts the lines."
        ),
        feedback={
            "below": "You counted the files of the sub-folder. The command lists those of {folder} alone.",
            "longer": "You counted names that go on after the month. The `?` stands for one character, no more.",
            "sheets": "You counted other endings. The pattern stops at .csv.",
            "careless": "You looked at the end of the pattern. Its beginning counts as well.",
            "months": "You counted the months from 10 to 12. The pattern has a 0 before the `?`.",
        },
    ),
    "fr": Wording(
        title="Des fichiers selon un motif",
        context=(
            "Dans le dossier {folder}, on tape la commande `ls {pattern}`. Le signe `*` y remplace une suite "
            "quelconque de caractères, même vide, et `?` exactement un caractère. La commande ne regarde pas dans "
            "les sous-dossiers."
        ),
        question="Combien de fichiers affiche-t-elle ?",
        hint="Un nombre entier, par exemple 85.",
        unit="fichiers",
        correction=(
            "Un motif se compare au nom entier, caractère par caractère ; seuls `*` et `?` peuvent remplacer autre "
            "chose.\n\n**Une façon de faire :** triez {folder} par nom et cochez les noms qui correspondent à "
            "`{pattern}` du premier au dernier caractère : {answer}, par exemple `{example}`. Laissez les mois à "
            "partir de 10, les noms qui continuent après le mois, les autres extensions et le sous-dossier.\n\n**Une "
            "autre :** dans un terminal ouvert dans {folder}, tapez `ls {pattern} | wc -l`, qui compte les lignes."
        ),
        feedback={
            "below": "Vous avez compté les fichiers du sous-dossier. La commande n'affiche que ceux de {folder}.",
            "longer": "Vous avez compté des noms qui continuent après le mois. Le `?` remplace un caractère, pas "
            "plus.",
            "sheets": "Vous avez compté d'autres extensions. Le motif s'arrête à .csv.",
            "careless": "Vous avez regardé la fin du motif. Son début compte aussi.",
            "months": "Vous avez compté les mois de 10 à 12. Le motif a un 0 devant le `?`.",
        },
    ),
}


def _ledgers(draw: Draw, books: Sequence[str], years: Sequence[int]) -> list[str]:
    """Monthly files of each book in each year: a few early months, one late."""
    return [
        f"{book}_{year}-{month:02}"
        for book in books
        for year in years
        for month in (*draw.sample(range(1, 10), draw.between(1, 5)), draw.between(10, 12))
    ]


def _fitting(ledgers: Sequence[str], pattern: str) -> list[str]:
    fits = re.compile(translate(pattern.removesuffix(".csv"))).match
    return [each for each in ledgers if fits(each)]


def _plant(tree: Tree, draw: Draw, folder: str, ledgers: Sequence[str], right: Sequence[str]) -> None:
    """The ledgers, and what looks like the right ones without being so."""
    some = draw.sample(right, _BELOW)
    paths = [(folder, f"{ledger}.csv") for ledger in ledgers]
    paths += [(folder, f"{ledger}-bis.csv") for ledger in some[:_LONGER]]
    paths += [(f"{folder}/2020", f"{ledger}.csv") for ledger in some]
    for place, file in paths:
        tree.plant(place, file)
    for ledger, ending in zip(some, ("ods", "odt", "pdf"), strict=False):
        tree.plant(folder, f"{ledger}.{ending}")


def make(ask: Ask) -> Play:
    draw, plan = Draw(ask.seed, "folder.pattern"), _PLANS[ask.level]
    world = scene(ask, draw)
    tree, folder, books = Tree(world, draw), draw.pick(_FOLDERS[ask.locale]), _BOOKS[ask.locale]
    years, year = plan.years, draw.pick(plan.years[-2:])
    pattern = plan.pattern.format(year=year)
    ledgers = _ledgers(draw, books, years)
    right = _fitting(ledgers, pattern)
    _plant(tree, draw, folder, ledgers, right)
    tree.clutter(plan.total, [folder, *spots(world, draw, 4)])

    total = len(right)
    mistakes = {
        "below": total + _BELOW,
        "longer": total + _LONGER,
        "sheets": total + _SHEETS,
        "careless": len(_fitting(ledgers, plan.careless)),
        "months": len(_fitting(ledgers, pattern.replace("0?", "??"))),
    }
    answer = Answer(
        whole(total, "files", "file", "fichiers", "fichier"),
        str(total),
        tuple((kind, whole(count)) for kind, count in mistakes.items()),
    )
    facts = {"folder": quoted(folder, ask.locale), "pattern": pattern, "answer": total, "example": f"{right[0]}.csv"}
    return compose(world, WORDS[ask.locale], facts, tree.entries(), answer)


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Turn the pattern into a rule for whole names and try it on the files lying in the folder itself."""
    pattern = codes(play)[0].removeprefix("ls ")
    rule = re.compile("".join({"*": ".*", "?": "."}.get(sign, re.escape(sign)) for sign in pattern))
    return str(sum(rule.fullmatch(name(entry)) is not None for entry in right_in(entries, quotes(play)[0])))


TEMPLATE = template("folder.pattern", (6, 7), make, find)
