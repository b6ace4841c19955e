"""Files of the same name in different folders: the weight of the one changed last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from families.contract import Ask, Entry, NumberKey, Play
from families.folder.reading import files, name, quotes, template
from families.folder.scenes import scene
from families.folder.tree import Tree, changed, spots
from families.folder.wording import Answer, Wording, compose
from families.locales import long_date, number, quoted
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    twins: int
    hidden: bool  # the last one lies in a hidden folder, and the endings differ


_PLANS: Mapping[int, Plan] = {3: Plan(36, 2, False), 4: Plan(48, 2, True), 5: Plan(60, 3, True)}
_STEMS: Mapping[str, tuple[str, ...]] = {
    "en": ("programme", "invitation", "rules", "leaflet", "contract", "song-sheet", "route", "price-list"),
    "fr": ("programme", "invitation", "reglement", "depliant", "contrat", "charte", "parcours", "tarifs"),
}
_HIDDEN: Mapping[str, tuple[str, ...]] = {
    "en": (".backup", ".safe-copy", ".sync"),
    "fr": (".sauvegarde", ".copie-sure", ".synchro"),
}
_COUNTS: Mapping[str, Mapping[int, str]] = {"en": {2: "Two", 3: "Three"}, "fr": {2: "Deux", 3: "Trois"}}
_BLOCK = 4096  # the room of a file on most disks is a whole number of these

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="Files of the same name",
        context=(
            "{count} files are called {stem}, whatever the ending. Only the one changed last goes to the print shop, "
            "whose form asks for its size."
        ),
        question="What is the size, in KB, of the one changed last?",
        hint="A number of KB, rounded or not, for example 120.",
        unit="KB",
        correction=(
            "Files may share a name when they lie in different folders. Their properties tell them apart.\n\n**One "
            "way:** {reveal}search for {stem} and look at the dates: the last one is `{path}`, changed on {day}. Its "
            "properties give its size: {bytes} bytes, about {size} KB.\n\n**Another way:** list everything with its "
            "details, sort by date, and look for the name from the most recent down. A KB counts 1,000 or 1,024 "
            "bytes: both readings are accepted."
        ),
        feedback={
            "other": "This is the size of another {stem}, changed earlier. Compare the dates of change.",
            "bytes": "This is the size in bytes. In KB, it is about a thousand times smaller.",
            "disk": "This is the room the file takes on the disk. Its own size is a little smaller.",
        },
    ),
    "fr": Wording(
        title="Des fichiers de même nom",
        context=(
            "{count} fichiers s'appellent {stem}, quelle que soit leur extension. Seul le dernier modifié part à "
            "l'imprimerie, dont le formulaire demande sa taille."
        ),
        question="Quelle est la taille, en Ko, de celui qui a été modifié en dernier ?",
        hint="Un nombre de Ko, arrondi ou non, par exemple 120.",
        unit="Ko",
        correction=(
            "Des fichiers peuvent porter le même nom dans des dossiers différents. Leurs propriétés les "
            "distinguent.\n\n**Une façon de faire :** {reveal}recherchez {stem} et regardez les dates : le dernier "
            "est `{path}`, modifié le {day}. Ses propriétés donnent sa taille : {bytes} octets, soit environ {size} "
            "Ko.\n\n**Une autre :** affichez tout avec les détails, triez par date et cherchez le nom en partant du "
            "plus récent. Un Ko compte 1 000 ou 1 024 octets : les deux lectures sont acceptées."
        ),
        feedback={
            "other": "C'est la taille d'un autre {stem}, modifié plus tôt. Comparez les dates de modification.",
            "bytes": "C'est la taille en octets. En Ko, elle est environ mille fois plus petite.",
            "disk": "C'est la place que le fichier occupe sur le disque. Sa propre taille est un peu plus petite.",
        },
    ),
}
_REVEAL: Mapping[str, str] = {
    "en": "show hidden items (the name of the folder `{folder}` starts with a dot), ",
    "fr": "affichez les éléments masqués (le nom du dossier `{folder}` commence par un point), ",
}
_SHOWN: Mapping[str, str] = {"en": "{size} KB ({bytes} bytes)", "fr": "{size} Ko ({bytes} octets)"}
_UNITS = tuple(
    (unit, Decimal(factor))
    for units, factor in (
        (("KB", "kB", "Ko", "ko", "KiB", "Kio"), "1"),
        (("bytes", "byte", "B", "octets", "octet", "o"), "0.001"),
        (("MB", "Mo"), "1000"),
    )
    for unit in units
)


def _kilobytes(low: Decimal, high: Decimal, around: int) -> NumberKey:
    return NumberKey((low / 1024 - around).quantize(_CENT), (high / 1000 + around).quantize(_CENT), _UNITS)


_CENT = Decimal("0.01")


def _weighs(size: int) -> NumberKey:
    """One KB more or less, by the rule of 1,000 or of 1,024."""
    return _kilobytes(Decimal(size), Decimal(size), 1)


def _answer(sizes: Sequence[int], locale: str) -> Answer:
    right, *others = sizes
    room = Decimal(-(-right // _BLOCK) * _BLOCK)
    shown = _SHOWN[locale].format(size=number(round(right / 1000), locale), bytes=number(right, locale))
    return Answer(
        _weighs(right),
        shown,
        (
            *(("other", _weighs(size)) for size in others),
            ("bytes", NumberKey(Decimal(right), Decimal(right))),
            ("disk", _kilobytes(room, room, 0)),
        ),
    )


def _twins(tree: Tree, draw: Draw, stem: str, folders: Sequence[str], endings: Sequence[str]) -> list[Entry]:
    """Files of one name, the first changed last; far enough in weight never to be taken for each other."""
    steps = draw.sample(range(3, 23, 2), len(folders))
    at, twins = max(tree.moment() for _ in range(4)), []
    for folder, ending, step in zip(folders, endings, steps, strict=False):
        size = step * _BLOCK + draw.between(60, 640)
        twins.append(tree.plant(folder, f"{stem}.{ending}", size=size, at=at))
        at -= timedelta(draw.between(9, 160), draw.between(60, 3000) * 2)
    return twins


def make(ask: Ask) -> Play:
    draw, plan = Draw(ask.seed, "folder.same-name"), _PLANS[ask.level]
    world = scene(ask, draw)
    tree = Tree(world, draw)
    stem, folders = draw.pick(_STEMS[ask.locale]), spots(world, draw, 5)
    hidden = draw.pick(_HIDDEN[ask.locale])
    homes = [hidden if plan.hidden else folders[4], folders[0], f"{folders[1]}/{world.events[0][1]}"]
    endings = draw.shuffled(("pdf", "odt", "png")) if plan.hidden else ["pdf"] * 3
    twins = _twins(tree, draw, stem, homes[: plan.twins], endings)
    for near, folder in zip((f"{stem}-2022.pdf", f"{stem}s.csv", f"{stem}-bis.odt"), folders, strict=False):
        tree.plant(folder, near)
    tree.clutter(plan.total, [*folders, homes[2], *([hidden] if plan.hidden else [])])

    last = twins[0]
    facts = {
        "count": _COUNTS[ask.locale][plan.twins],
        "stem": quoted(stem, ask.locale),
        "path": last.path.partition("/")[2],
        "day": long_date(changed(last).date(), ask.locale),
        "bytes": number(last.size, ask.locale),
        "size": number(round(last.size / 1000), ask.locale),
        "reveal": _REVEAL[ask.locale].format(folder=hidden) if plan.hidden else "",
    }
    return compose(world, WORDS[ask.locale], facts, tree.entries(), _answer([twin.size for twin in twins], ask.locale))


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Keep the files whose name without its ending is the one asked; the latest tells its size."""
    stem = quotes(play)[0]
    twins = [entry for entry in files(entries) if name(entry).rpartition(".")[0] == stem]
    last = max(twins, key=changed)
    return str(round(last.size / 1024))


TEMPLATE = template("folder.same-name", (3, 4, 5), make, find)
