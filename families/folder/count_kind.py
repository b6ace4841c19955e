"""How many pictures a folder and its sub-folders hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from families.contract import Ask, Entry, Play
from families.folder.reading import name, quotes, template, within
from families.folder.scenes import Scene, scene
from families.folder.tree import Tree, spots
from families.folder.wording import Answer, Wording, compose, whole
from families.locales import quoted
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int  # files in all
    branches: int  # sub-folders
    deep: bool  # a third step down
    masks: int  # notes whose name looks like a picture's


_PLANS: Mapping[int, Plan] = {3: Plan(44, 2, False, 0), 4: Plan(64, 3, True, 3)}
_OUTSIDE, _OTHERS = 6, 4  # pictures elsewhere; other files inside
_PLAIN = ("txt", "csv", "odt", "pdf", "ods", "md")
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "en": ("photos", "pictures", "display", "gallery"),
    "fr": ("photos", "images", "exposition", "galerie"),
}

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="Count the pictures",
        context="The pictures of one folder go on display: prints have to be ordered.",
        question="How many pictures (.jpg or .png files) are there in the folder {folder}, sub-folders included?",
        hint="A whole number, for example 85.",
        unit="pictures",
        correction=(
            "A folder may hold other folders: to count everything, go down to the last one.\n\n"
            "**One way:** open {folder}, then each sub-folder in turn, and add up the names that end in .jpg or .png: "
            "{sum} = {total}.\n\n"
            "**Another way:** from inside {folder}, search for `.jpg`, then for `.png`. The search goes down into the "
            "sub-folders by itself; count the names that stop there."
        ),
        feedback={
            "direct": "You counted the pictures lying right in {folder}. Its sub-folders hold some too.",
            "everywhere": "You counted the pictures of all the folders. Only {folder} and what is under it count "
            "here.",
            "all": "You counted every file under {folder}. Some are not pictures: look at how their names end.",
            "jpg": "You counted the .jpg files. The .png files are pictures too.",
            "masks": "A name like poster.jpg.txt ends in .txt: it is a note, not a picture.",
        },
    ),
    "fr": Wording(
        title="Compter les images",
        context="Les images d'un dossier vont être exposées : il faut commander les tirages.",
        question="Combien d'images (fichiers .jpg ou .png) y a-t-il dans le dossier {folder}, sous-dossiers compris ?",
        hint="Un nombre entier, par exemple 85.",
        unit="images",
        correction=(
            "Un dossier peut en contenir d'autres : pour tout compter, il faut descendre jusqu'au dernier.\n\n**Une "
            "façon de faire :** ouvrez {folder}, puis chaque sous-dossier, et additionnez les noms qui finissent par "
            ".jpg ou .png : {sum} = {total}.\n\n**Une autre :** depuis {folder}, recherchez `.jpg`, puis `.png`. La "
            "recherche descend d'elle-même dans les sous-dossiers ; comptez les noms qui s'arrêtent là."
        ),
        feedback={
            "direct": "Vous avez compté les images placées directement dans {folder}. Ses sous-dossiers en ont aussi.",
            "everywhere": "Vous avez compté les images de tous les dossiers. Seul compte ici ce qui est sous "
            "{folder}.",
            "all": "Vous avez compté tous les fichiers sous {folder}. Certains ne sont pas des images : regardez la "
            "fin de leur nom.",
            "jpg": "Vous avez compté les fichiers .jpg. Les fichiers .png sont aussi des images.",
            "masks": "Un nom comme affiche.jpg.txt finit par .txt : c'est une note, pas une image.",
        },
    ),
}


def _shoot(tree: Tree, draw: Draw, places: Sequence[str], numbers: list[int]) -> list[int]:
    """Put a few pictures in each place, .png for one in four; tell how many each got."""
    counts = [draw.between(2, 5) for _ in places]
    for place, count in zip(places, counts, strict=True):
        for turn in range(count):
            tree.plant(place, f"IMG_{numbers.pop()}.{'png' if turn % 4 == 1 else 'jpg'}")
    return counts


def _places(world: Scene, folder: str, plan: Plan) -> list[str]:
    branches = [f"{folder}/{slug}" for _, slug in world.events[: plan.branches]]
    below = [f"{branches[0]}/2023", f"{branches[1]}/2024"]
    return [folder, *branches, *below, *([f"{below[0]}/{world.events[7][1]}"] if plan.deep else [])]


def make(ask: Ask) -> Play:
    draw, plan, words = Draw(ask.seed, "folder.count-kind"), _PLANS[ask.level], WORDS[ask.locale]
    world = scene(ask, draw)
    tree = Tree(world, draw)
    folder = draw.pick(_FOLDERS[ask.locale])
    places, elsewhere = _places(world, folder, plan), spots(world, draw, 4)
    numbers = draw.sample(range(1000, 5000), 60)
    counts = _shoot(tree, draw, places, numbers)
    for _, slug in world.events[: plan.masks]:
        tree.plant(draw.pick(places), f"{slug}.jpg.txt")
    tree.clutter(len(tree) + _OTHERS, places, _PLAIN)
    for turn in range(_OUTSIDE):
        tree.plant(elsewhere[turn % 3], f"IMG_{numbers.pop()}.{'png' if turn == 2 else 'jpg'}")
    tree.clutter(plan.total, elsewhere, _PLAIN)

    total, pngs = sum(counts), sum((count + 2) // 4 for count in counts)
    mistakes = {
        "direct": counts[0],
        "masks": total + plan.masks,
        "everywhere": total + _OUTSIDE,
        "all": total + plan.masks + _OTHERS,
        "jpg": total - pngs,
    }
    answer = Answer(
        whole(total, "pictures", "images", "photos"),
        str(total),
        tuple((name, whole(count)) for name, count in mistakes.items() if count != total),
    )
    facts = {"folder": quoted(folder, ask.locale), "sum": " + ".join(map(str, counts)), "total": total}
    return compose(world, words, facts, tree.entries(), answer)


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Look down the folder named in the question and count the endings."""
    return str(sum(name(entry).endswith((".jpg", ".png")) for entry in within(entries, quotes(play)[0])))


TEMPLATE = template("folder.count-kind", (3, 4), make, find)
