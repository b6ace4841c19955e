"""What documents say of themselves: their author, their title, their keywords."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from families.contract import Ask, Entry, Play
from families.folder.archive import LABELS
from families.folder.reading import locale_of, name, quotes, right_in, template
from families.folder.scenes import Scene, scene
from families.folder.tree import Tree, spots
from families.folder.wording import Answer, Wording, compose, named
from families.locales import family_names, quoted, slug
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    documents: int  # in the folder to look at
    task: str  # what has to be found out


_PLANS: Mapping[int, Plan] = {5: Plan(36, 9, "keyword"), 6: Plan(44, 12, "author"), 7: Plan(52, 16, "both")}
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "en": ("records", "documents", "papers", "shared"),
    "fr": ("comptes-rendus", "documents", "papiers", "bureau"),
}
_KEYWORDS: Mapping[str, tuple[str, ...]] = {
    "en": ("safety", "budget", "transport", "food", "lighting", "training", "heritage", "access"),
    "fr": ("secours", "budget", "transport", "repas", "lumière", "formation", "patrimoine", "accueil"),
}
_TITLES: Mapping[str, str] = {"en": "{event}: notes taken with {who}", "fr": "{event} : notes prises avec {who}"}
_BODIES: Mapping[str, str] = {
    "en": "Thanks to {who} for the help.\n{word}: to be seen at the next meeting.",
    "fr": "Merci à {who} pour son aide.\n{word} : à voir à la prochaine réunion.",
}

_TASKS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "keyword": "The documents of the folder {folder} have keywords in their properties; only one has {word}. The "
        "word may also appear in a name or in a text: that does not count.",
        "author": "In the folder {folder}, each file name ends with the first name of the person who wrote the "
        "document. For one of them, the properties record another author.",
        "both": "In the folder {folder}, one document alone has {author} as its recorded author and {word} among its "
        "keywords. Names, titles and texts prove nothing.",
    },
    "fr": {
        "keyword": "Les documents du dossier {folder} ont des mots-clés dans leurs propriétés ; un seul a {word}. Le "
        "mot peut aussi figurer dans un nom ou dans un texte : cela ne compte pas.",
        "author": "Dans le dossier {folder}, chaque nom de fichier finit par le prénom de la personne qui a écrit le "
        "document. Pour l'un d'eux, les propriétés indiquent une autre personne.",
        "both": "Dans le dossier {folder}, d'après les propriétés, un seul document a été créé par {author} et porte "
        "le mot-clé {word}. Les noms, les titres et les textes ne prouvent rien.",
    },
}
WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="What a document says of itself",
        context="{task}",
        question="What is this file called?",
        hint="The name of the file, with or without its ending.",
        correction=(
            "Besides its text, a document keeps a card of its own: author, title, keywords. Renaming the file does "
            "not change it.\n\n**One way:** open the documents of {folder} one by one and read their properties "
            "(often in the File menu). Those of {answer} say: author {author_found}, keywords "
            "{words_found}.\n\n**Another way:** add the author and keyword columns to the details view, where the "
            "file manager offers them, and sort; or read all the cards at once with a tool such as `exiftool`."
        ),
        feedback={
            "keyword-name": "The word is in the name of this file. Its keywords are others: open its properties.",
            "keyword-text": "The word is in the text of this document. Its keywords are others: open its properties.",
            "author-title": "The title of this document names someone else, but its author is the one its name says.",
            "author-text": "The text of this document thanks someone else, but its author is the one its name says.",
            "both-author": "The author is the right one. Look at the keywords as well.",
            "both-keyword": "The keyword is there. Look at the author as well.",
        },
    ),
    "fr": Wording(
        title="Ce qu'un document dit de lui-même",
        context="{task}",
        question="Comment s'appelle ce fichier ?",
        hint="Le nom du fichier, avec ou sans son extension.",
        correction=(
            "En plus de son texte, un document garde une fiche à lui : qui l'a créé, son titre, ses mots-clés. "
            "Renommer le fichier n'y change rien.\n\n**Une façon de faire :** ouvrez un à un les documents de "
            "{folder} et lisez leurs propriétés (souvent dans le menu Fichier). Celles de {answer} disent : créé par "
            "{author_found}, mots-clés {words_found}.\n\n**Une autre :** ajoutez les colonnes de l'auteur et des "
            "mots-clés à l'affichage détaillé, quand le gestionnaire de fichiers les propose, et triez ; ou lisez "
            "toutes les fiches d'un coup avec un outil comme `exiftool`."
        ),
        feedback={
            "keyword-name": "Le mot est dans le nom de ce fichier. Ses mots-clés sont autres : ouvrez ses propriétés.",
            "keyword-text": "Le mot est dans le texte de ce document. Ses mots-clés sont autres : ouvrez ses "
            "propriétés.",
            "author-title": "Le titre de ce document cite quelqu'un d'autre, mais la personne qui l'a créé est bien "
            "celle de son nom.",
            "author-text": "Le texte de ce document remercie quelqu'un d'autre, mais la personne qui l'a créé est "
            "bien celle de son nom.",
            "both-author": "La personne est la bonne. Regardez aussi les mots-clés.",
            "both-keyword": "Le mot-clé y est. Regardez aussi qui a créé le document.",
        },
    ),
}
_FAULTS: Mapping[str, tuple[str, ...]] = {  # the look-alikes of each task
    "keyword": ("keyword-name", "keyword-text"),
    "author": ("author-title", "author-title", "author-text", "author-text"),
    "both": ("both-author", "both-author", "both-author", "both-keyword", "both-keyword", "both-keyword"),
}


@dataclass(frozen=True, slots=True)
class Cast:
    """Who writes, and what the task is about: the person and the keyword looked for."""

    people: tuple[tuple[str, str], ...]  # first name, whole name
    words: tuple[str, ...]

    @property
    def wanted(self) -> tuple[str, str]:
        return self.people[0][1], self.words[0]


class Desk:
    """Where the documents are written, one after the other."""

    def __init__(self, tree: Tree, draw: Draw, folder: str, cast: Cast) -> None:
        self._tree, self._draw, self._folder, self._cast = tree, draw, folder, cast
        self._numbers = iter(draw.sample(range(10, 100), 30))

    def write(self, sort: str, ending: str) -> Entry:
        """Write one document; its sort says what it resembles, or that it is the right one."""
        draw, locale = self._draw, self._tree.scene.locale
        (signed, author), (other, other_whole) = draw.sample(self._cast.people[1:], 2)
        first, *rest = self._cast.words
        words = draw.sample(rest, 2)
        if sort == "author":
            author = other_whole
        if sort in ("both", "both-author"):
            author = self._cast.people[0][1]
        if sort in ("keyword", "both", "both-keyword"):
            words[draw.below(2)] = first
        event, event_slug = draw.pick(self._tree.scene.events)
        title = _TITLES[locale].format(event=event, who=other) if sort == "author-title" else event
        text = self._text(sort, other)
        head = slug(first) if sort == "keyword-name" else event_slug
        file = f"{head}-{next(self._numbers)}-{slug(signed)}.{ending}"
        labels = LABELS[locale]
        card = ((labels["title"], title), (labels["author"], author), (labels["keywords"], ", ".join(words)))
        return self._tree.plant(self._folder, file, text=text, properties=card)

    def _text(self, sort: str, other: str) -> str | None:
        if sort in ("keyword-text", "author-text"):
            word = self._cast.words[0 if sort == "keyword-text" else 1]
            return _BODIES[self._tree.scene.locale].format(who=other, word=word)
        return None


def _cast(world: Scene, country: str, draw: Draw) -> Cast:
    families = draw.sample(family_names(world.locale, country), 8)
    people = tuple((first, f"{first} {family}") for first, family in zip(world.people, families, strict=True))
    return Cast(people, tuple(draw.shuffled(_KEYWORDS[world.locale])))


def _endings(draw: Draw, count: int) -> list[str]:
    """A PNG from time to time; the first ones, where the task is decided, are documents."""
    return [draw.pick(("odt", "pdf")) if turn < 7 or turn % 3 else "png" for turn in range(count)]


def make(ask: Ask) -> Play:
    draw, plan, locale = Draw(ask.seed, "folder.metadata"), _PLANS[ask.level], ask.locale
    world = scene(ask, draw)
    tree, folder, cast = Tree(world, draw), draw.pick(_FOLDERS[locale]), _cast(world, ask.country, draw)
    desk = Desk(tree, draw, folder, cast)
    sorts = [plan.task, *_FAULTS[plan.task]]
    sorts += ["plain"] * (plan.documents - len(sorts))
    written = [
        (sort, desk.write(sort, ending)) for sort, ending in zip(sorts, _endings(draw, len(sorts)), strict=True)
    ]
    tree.clutter(plan.total, spots(world, draw, 5))

    right = written[0][1]
    card = dict(right.properties)
    author, word = (quoted(each, locale) for each in cast.wanted)
    places = {"folder": quoted(folder, locale), "author": author, "word": word}
    facts = {
        "task": _TASKS[locale][plan.task].format_map(places),
        "folder": places["folder"],
        "answer": quoted(name(right), locale),
        "author_found": card[LABELS[locale]["author"]],
        "words_found": card[LABELS[locale]["keywords"]],
    }
    mistakes = tuple((sort, named(entry)) for sort, entry in written[1:] if sort != "plain")
    return compose(world, WORDS[locale], facts, tree.entries(), Answer(named(right), name(right), mistakes))


def _card(entry: Entry, locale: str) -> tuple[str, list[str]]:
    shown = dict(entry.properties)
    return shown[LABELS[locale]["author"]], shown[LABELS[locale]["keywords"]].split(", ")


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Read every card of the folder: by keyword, by author and keyword, or against the name."""
    folder, *sought = quotes(play)
    cards = {name(entry): _card(entry, locale_of(play)) for entry in right_in(entries, folder)}
    if sought:
        *people, word = sought
        return next(file for file, (who, words) in cards.items() if word in words and people in ([], [who]))
    return next(file for file, (who, _) in cards.items() if file.split("-")[-1].split(".")[0] != slug(who.split()[0]))


TEMPLATE = template("folder.metadata", (5, 6, 7), make, find)
