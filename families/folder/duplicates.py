"""True duplicates: files with the same content, whatever their names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from families.contract import Ask, Entry, Play
from families.folder.reading import files, name, template
from families.folder.scenes import Scene, scene
from families.folder.tree import Tree, spots
from families.folder.wording import Answer, Wording, compose, whole
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    groups: tuple[int, int]  # groups of identical files: from, to
    trios: int  # groups of three among them
    namesakes: int  # pairs of the same name that differ inside
    near: int  # pairs of the same weight that differ by one figure


_PLANS: Mapping[int, Plan] = {
    4: Plan(36, (4, 8), 0, 2, 0),
    5: Plan(44, (4, 8), 1, 2, 2),
    6: Plan(60, (4, 9), 2, 3, 3),
}
_TEXTS: Mapping[str, str] = {
    "en": "Loan slip {number}\n{who} borrows: {thing}\nDeposit: {price}\nTo be back after: {event}\n",
    "fr": "Fiche de prêt {number}\nEmprunt de {who} : {thing}\nCaution : {price} euros\nRetour après : {event}\n",
}
_THINGS: Mapping[str, tuple[str, ...]] = {
    "en": ("the big tent", "two trestles", "the trolley", "a cable reel", "the urn", "six lamps", "the cool box"),
    "fr": (
        "la grande tente",
        "deux tréteaux",
        "le chariot",
        "une rallonge",
        "la bouilloire",
        "six lampes",
        "la glacière",
    ),
}
_STEMS: Mapping[str, tuple[str, ...]] = {
    "en": ("loan", "slip", "untitled", "scan", "copy", "loan-final", "new-slip", "received", "to-keep"),
    "fr": ("pret", "fiche", "sans-titre", "scan", "copie", "pret-final", "nouvelle-fiche", "recu", "a-garder"),
}
_NAMES = {
    locale: [f"{stem}-{rank}.txt" for stem in stems for rank in range(2, 12)] for locale, stems in _STEMS.items()
}
_MOST = 32  # slips a play may need

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="Find the true duplicates",
        context=(
            "Files were copied here and there. True duplicates have exactly the same content; their names may be the "
            "same or not. Each content has to be kept once."
        ),
        question="How many files can be deleted without losing anything?",
        hint="A whole number, for example 85.",
        unit="files",
        correction=(
            "A name says nothing sure about a content. Identical files weigh the same to the byte, and what one "
            "reads inside is the same. From each group, all but one can go:\n\n{groups}\n\nThat makes "
            "{total}.\n\n**One way:** sort the text files by size, and open side by side those of equal "
            "size.\n\n**Another way:** a duplicate finder, or a command such as `sha256sum`, gives the same "
            "fingerprint to identical contents."
        ),
        feedback={
            "names": "You counted the files with the same name. Open them: some say different things, and true "
            "duplicates also hide under other names.",
            "all": "You counted every file of each group. One of each has to stay.",
            "groups": "You counted the groups. A group of three leaves two files to delete.",
            "sizes": "You went by the size. Some files of equal size say different things: open them.",
        },
    ),
    "fr": Wording(
        title="Trouver les vrais doublons",
        context=(
            "Des fichiers ont été copiés çà et là. De vrais doublons ont exactement le même contenu ; leurs noms "
            "sont les mêmes ou non. Il faut garder chaque contenu une fois."
        ),
        question="Combien de fichiers peut-on supprimer sans rien perdre ?",
        hint="Un nombre entier, par exemple 85.",
        unit="fichiers",
        correction=(
            "Un nom ne dit rien de sûr sur le contenu. Des fichiers identiques ont la même taille à l'octet près, et "
            "l'on y lit la même chose. Dans chaque groupe, on peut tout supprimer sauf un :\n\n{groups}\n\nCela fait "
            "{total}.\n\n**Une façon de faire :** triez les fichiers de texte par taille, puis ouvrez côte à côte "
            "ceux de taille égale.\n\n**Une autre :** un outil de recherche de doublons, ou une commande comme "
            "`sha256sum`, donne la même empreinte aux contenus identiques."
        ),
        feedback={
            "names": "Vous avez compté les fichiers de même nom. Ouvrez-les : certains disent autre chose, et de "
            "vrais doublons se cachent aussi sous d'autres noms.",
            "all": "Vous avez compté tous les fichiers de chaque groupe. Il faut en garder un par groupe.",
            "groups": "Vous avez compté les groupes. Un groupe de trois laisse deux fichiers à supprimer.",
            "sizes": "Vous avez suivi la taille. Certains fichiers de même taille disent autre chose : ouvrez-les.",
        },
    ),
}


class Slips:
    """Loan slips, each with its own number: no two say the same thing."""

    def __init__(self, world: Scene, draw: Draw) -> None:
        self._world, self._draw = world, draw
        self._numbers = iter(draw.sample(range(100, 1000), 20))
        self._names = iter(draw.sample(_NAMES[world.locale], _MOST))

    def text(self, price: int) -> str:
        draw, world = self._draw, self._world
        return _TEXTS[world.locale].format(
            number=next(self._numbers),
            who=draw.pick(world.people),
            thing=draw.pick(_THINGS[world.locale]),
            price=price,
            event=draw.pick(world.events)[0],
        )

    def name(self) -> str:
        return next(self._names)


def _copies(tree: Tree, slips: Slips, sizes: Sequence[int], folders: Sequence[str]) -> list[list[Entry]]:
    """Groups of identical files; those of the first group even share their name."""
    groups = []
    for rank, size in enumerate(sizes):
        text, name = slips.text(10 + rank), slips.name()
        names = [name, *(name if rank == 0 else slips.name() for _ in range(size - 1))]
        homes = [folders[(rank + turn) % len(folders)] for turn in range(size)]
        groups.append([tree.plant(home, each, text=text) for home, each in zip(homes, names, strict=True)])
    return groups


def _decoys(tree: Tree, slips: Slips, plan: Plan, folders: Sequence[str]) -> None:
    for rank in range(plan.namesakes):
        name = slips.name()
        tree.plant(folders[rank], name, text=slips.text(20 + rank))
        tree.plant(folders[rank + 1], name, text=slips.text(30 + rank))
    for rank in range(plan.near):
        text = slips.text(40 + rank)
        tree.plant(folders[rank], slips.name(), text=text)
        tree.plant(folders[rank + 2], slips.name(), text=text.replace(f": {40 + rank}", f": {50 + rank}"))


def _surplus(found: Iterable[object]) -> int:
    return sum(count - 1 for count in Counter(found).values())


def make(ask: Ask) -> Play:
    draw, plan, words = Draw(ask.seed, "folder.true-duplicates"), _PLANS[ask.level], WORDS[ask.locale]
    world = scene(ask, draw)
    tree, slips, folders = Tree(world, draw), Slips(world, draw), spots(world, draw, 6)
    count = draw.between(*plan.groups)
    groups = _copies(tree, slips, [3 if rank < plan.trios else 2 for rank in range(count)], folders)
    _decoys(tree, slips, plan, folders)
    tree.clutter(plan.total, folders)

    entries, total = tree.entries(), count + plan.trios
    mistakes = {
        "names": _surplus(map(name, files(entries))),
        "all": total + count,
        "groups": count,
        "sizes": _surplus(entry.size for entry in files(entries)),
    }
    answer = Answer(
        whole(total, "files", "file", "fichiers", "fichier", "doublons"),
        str(total),
        tuple((kind, whole(wrong)) for kind, wrong in mistakes.items() if wrong != total),
    )
    lines = ("- " + ", ".join(f"`{entry.path.partition('/')[2]}`" for entry in group) for group in groups)
    return compose(world, words, {"groups": "\n".join(lines), "total": total}, entries, answer)


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Compare what is read inside the files of text; of equal contents, all but one are too many."""
    texts = [entry.text for entry in files(entries) if not name(entry).endswith((".pdf", ".odt", ".ods"))]
    return str(_surplus(text for text in texts if text is not None))


TEMPLATE = template("folder.true-duplicates", (4, 5, 6), make, find)
