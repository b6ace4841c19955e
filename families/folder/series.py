"""A numbered series spread over folders: the number that is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from families.contract import Ask, Entry, Play, TextKey
from families.folder.reading import codes, files, name, template
from families.folder.scenes import scene
from families.folder.tree import Tree, spots
from families.folder.wording import Answer, Wording, compose
from families.locales import quoted
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    last: int  # the highest number
    astray: int  # how many lie outside the main folder
    note: bool  # a note bears the missing number


_PLANS: Mapping[int, Plan] = {4: Plan(44, 30, 3, False), 5: Plan(64, 42, 6, True)}
_SERIES: Mapping[str, tuple[str, ...]] = {
    "en": ("receipt", "ticket", "voucher", "invoice"),
    "fr": ("quittance", "ticket", "bon", "facture"),
}
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "en": ("paid", "books", "filed", "binder"),
    "fr": ("depenses", "caisse", "tresorerie", "classeur"),
}
_NOTE: Mapping[str, str] = {
    "en": "{who} is looking for the paper copy of number {number}. Nothing scanned yet.\n",
    "fr": "{who} cherche l'exemplaire papier du numéro {number}. Rien de numérisé pour l'instant.\n",
}

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="The missing number",
        context=(
            "For the accounts there must be one PDF for each number, from `{first}` to `{last}`. Most are in "
            "{folder}; a few went astray in other folders. One number is missing."
        ),
        question="Which number is missing?",
        hint="The number, for example 085.",
        correction=(
            "The files of a series can be put back in line by search and sorting, wherever they lie.\n\n"
            "**One way:** search the whole folder for `{series}-`, keep the PDF files, sort by name and run down the "
            "numbers: {answer} is nowhere.\n\n"
            "**Another way:** sort {folder} by name, note the holes ({holes}), then search for each of these numbers."
        ),
        feedback={
            "astray": "This one exists: it lies outside {folder}. Search the other folders too.",
            "twice": "This number is there twice. The one to find is there in no PDF.",
        },
    ),
    "fr": Wording(
        title="Le numéro qui manque",
        context=(
            "Pour les comptes, il faut un PDF par numéro, de `{first}` à `{last}`. La plupart sont dans {folder} ; "
            "quelques-uns se sont égarés dans d'autres dossiers. Un numéro manque."
        ),
        question="Quel numéro manque ?",
        hint="Le numéro, par exemple 085.",
        correction=(
            "La recherche et le tri remettent en ligne les fichiers d'une série, où qu'ils soient.\n\n**Une façon de "
            "faire :** recherchez `{series}-` dans tout le dossier, gardez les PDF, triez par nom et suivez les "
            "numéros : {answer} n'est nulle part.\n\n**Une autre :** triez {folder} par nom, notez les trous "
            "({holes}), puis recherchez chacun de ces numéros."
        ),
        feedback={
            "astray": "Celui-ci existe : il est rangé hors de {folder}. Cherchez aussi dans les autres dossiers.",
            "twice": "Ce numéro est là deux fois. Celui qu'il faut trouver n'a aucun PDF.",
        },
    ),
}


def _numbered(series: str, number: int) -> TextKey:
    return TextKey((f"{number:03}", str(number), f"{series}-{number:03}", f"{series}-{number:03}.pdf"))


def make(ask: Ask) -> Play:
    draw, plan, words = Draw(ask.seed, "folder.missing-number"), _PLANS[ask.level], WORDS[ask.locale]
    world = scene(ask, draw)
    tree, folders = Tree(world, draw), spots(world, draw, 5)
    series, folder = draw.pick(_SERIES[ask.locale]), draw.pick(_FOLDERS[ask.locale])
    missing, twice, *astray = draw.sample(range(2, plan.last), plan.astray + 2)
    for number in range(1, plan.last + 1):
        if number != missing:
            home = f"{folders[number % 3]}/{world.events[number % 4][1]}" if number in astray else folder
            tree.plant(home, f"{series}-{number:03}.pdf", text=f"{series} {number:03}")
    tree.plant(folders[3], f"{series}-{twice:03} (1).pdf", text=f"{series} {twice:03}")
    if plan.note:
        text = _NOTE[ask.locale].format(who=world.people[0], number=f"{missing:03}")
        tree.plant(folder, f"{series}-{missing:03}.txt", text=text)
    tree.clutter(plan.total, folders)

    facts = {
        "series": series,
        "first": f"{series}-001.pdf",
        "last": f"{series}-{plan.last:03}.pdf",
        "folder": quoted(folder, ask.locale),
        "answer": f"{missing:03}",
        "holes": ", ".join(f"{number:03}" for number in sorted([missing, *astray])),
    }
    mistakes = [*(("astray", number) for number in sorted(astray)), ("twice", twice)]
    answer = Answer(
        _numbered(series, missing),
        f"{missing:03}",
        tuple((kind, _numbered(series, number)) for kind, number in mistakes),
    )
    return compose(world, words, facts, tree.entries(), answer)


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Walk the numbers from the first to the last and look for each name."""
    first, last = codes(play)[:2]
    series = first.partition("-")[0]
    found = {name(entry) for entry in files(entries)}
    every = (f"{number:03}" for number in range(1, int(last.partition("-")[2].partition(".")[0]) + 1))
    return next(number for number in every if f"{series}-{number}.pdf" not in found)


TEMPLATE = template("folder.missing-number", (4, 5), make, find)
