"""Which version can still be recovered after a loss: a synchronised folder follows, a copy stays."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from families import locales
from families.contract import Ask, Field, Format, Kind, Mistake, Option, Play, Table, Template
from families.seeds import Draw
from families.storage.reading import rows
from families.table.saying import fields_key, foreseen, option, phrased

PHRASES = {
    "en": {
        "title": "After a lost laptop",
        "context": "{who}'s laptop synchronises a folder with an online space, which keeps neither a bin nor older "
        "versions. The external disk only receives copies made by hand. On the last day, the laptop is lost.",
        "question": "What is the latest version of each file that can still be recovered?",
        "caption": "What happened",
        "day": "Day",
        "event": "Event",
        "saved": "{name}: version {version} saved on the laptop",
        "copied": "Whole folder copied by hand to the external disk",
        "deleted": "{name} deleted from the laptop by mistake",
        "cut": "Network fault: nothing reaches the online space from now on",
        "lost": "Laptop left on a train",
        "label": "Version of {name}",
        "hint": "Choose one version in each list.",
        "version": "Version {version}",
        "none": "None",
        "shown": "{first}: version {first_answer}. {second}: version {second_answer}.",
        "mirror": "Version {gone_last} of {gone} was online, but deleting it from the laptop deleted it there too: "
        "synchronising follows every change, mistakes included. The copy on the disk stayed.",
        "forgotten": "{gone} is gone from the laptop and from the online space, but the disk still holds the copy "
        "made by hand.",
        "offline": "Version {kept_last} of {kept} was saved after the network fault: it never left the laptop.",
        "older": "The disk does hold version {kept_copied} of {kept}, but the online space has a later one: it "
        "followed the changes until the network fault.",
        "correction": "A synchronised folder is a mirror: it follows changes and deletions. A copy made by hand is a "
        "photograph: it stays as it was.\n\n"
        "**One way:**\n\n"
        "1. {gone}: deleted while synchronisation was working, so deleted online too. The disk holds version "
        "{gone_copied}.\n"
        "2. {kept}: the last version saved before the network fault is online: version {kept_synced}. Version "
        "{kept_last} was on the laptop alone.\n\n"
        "**Another way:** go through the days with three columns (laptop, online, disk) and write the version each "
        "one holds; at the end, cross out the laptop.",
    },
    "fr": {
        "title": "Après la perte d'un ordinateur",
        "context": "{who} a un ordinateur portable qui synchronise un dossier avec un espace en ligne, sans "
        "corbeille ni anciennes versions. Le disque externe ne reçoit que des copies faites à la main. Le dernier "
        "jour, l'ordinateur est perdu.",
        "question": "Quelle est la version la plus récente de chaque fichier que l'on peut encore récupérer ?",
        "caption": "Ce qui s'est passé",
        "day": "Jour",
        "event": "Événement",
        "saved": "{name} : version {version} enregistrée sur l'ordinateur",
        "copied": "Dossier entier copié à la main sur le disque externe",
        "deleted": "{name} supprimé par erreur sur l'ordinateur",
        "cut": "Panne de réseau : à partir de là, plus rien n'arrive dans l'espace en ligne",
        "lost": "Ordinateur oublié dans un train",
        "label": "Version de {name}",
        "hint": "Choisissez une version dans chaque liste.",
        "version": "Version {version}",
        "none": "Aucune",
        "shown": "{first} : version {first_answer}. {second} : version {second_answer}.",
        "mirror": "La version {gone_last} de {gone} était en ligne, mais la suppression sur l'ordinateur l'a "
        "supprimée là aussi : la synchronisation suit tout, même les erreurs. La copie du disque, elle, est restée.",
        "forgotten": "{gone} n'est plus ni sur l'ordinateur ni en ligne, mais le disque garde la copie faite à la "
        "main.",
        "offline": "La version {kept_last} de {kept} a été enregistrée après la panne de réseau : elle n'a jamais "
        "quitté l'ordinateur.",
        "older": "Le disque a bien la version {kept_copied} de {kept}, mais l'espace en ligne en a une plus récente "
        ": il a suivi les changements jusqu'à la panne.",
        "correction": "Un dossier synchronisé est un miroir : il suit les changements et les suppressions. Une copie "
        "faite à la main est une photo : elle reste comme elle était.\n\n"
        "**Une façon de faire :**\n\n"
        "1. {gone} : supprimé pendant que la synchronisation marchait, donc supprimé aussi en ligne. Le disque garde "
        "la version {gone_copied}.\n"
        "2. {kept} : la dernière version enregistrée avant la panne est en ligne, c'est la version {kept_synced}. La "
        "version {kept_last} n'était que sur l'ordinateur.\n\n"
        "**Une autre :** suivre les jours avec trois colonnes (ordinateur, en ligne, disque) en notant la version de "
        "chacun ; à la fin, barrer l'ordinateur.",
    },
}
FILES = {
    "en": ("accounts", "diary", "family-tree", "novel", "recipes", "song-book"),
    "fr": ("carnet-de-chants", "comptes", "genealogie", "journal", "recettes", "roman"),
}
BEFORE_COPY = 1  # changes, to either file
LAST_VERSION = 5


@dataclass(frozen=True, slots=True)
class Story:
    """Events as (what, which file, version). `gone` is deleted, `kept` goes on being changed; both are 0 or 1."""

    gone: int
    kept: int
    events: tuple[tuple[str, int, int], ...]
    copied: tuple[int, int]  # version of each file on the disk
    synced: int  # version of the kept file online
    last: tuple[int, int]


@dataclass(slots=True)
class Pen:
    """Writes the events down and keeps count of the versions."""

    events: list[tuple[str, int, int]] = field(default_factory=list)
    versions: list[int] = field(default_factory=lambda: [0, 0])

    def save(self, *files: int) -> None:
        """Each of these files gets its next version."""
        for file in files:
            self.versions[file] += 1
            self.events.append(("saved", file, self.versions[file]))

    def tell(self, what: str, file: int = 0) -> None:
        """Something else happens, to one file or to all."""
        self.events.append((what, file, 0))


def _story(draw: Draw) -> Story:
    pen, gone = Pen(), draw.below(2)
    kept = 1 - gone
    pen.save(0, 1, *(draw.below(2) for _ in range(BEFORE_COPY)))
    pen.tell("copied")
    copied = (pen.versions[0], pen.versions[1])
    pen.save(*draw.shuffled((gone, kept, draw.below(2))))
    pen.tell("deleted", gone)
    pen.tell("cut")
    synced = pen.versions[kept]
    pen.save(kept)
    pen.tell("lost")
    return Story(gone, kept, tuple(pen.events), copied, synced, (pen.versions[0], pen.versions[1]))


def make(ask: Ask) -> Play:
    """A synchronised folder follows every change, a copy stays as it was."""
    draw = Draw(ask.seed, "which-copy")
    story = _story(draw)
    names = [locales.quoted(name, ask.locale) for name in sorted(draw.sample(FILES[ask.locale], 2))]
    say = phrased(PHRASES, ask.locale, _facts(story, names, draw, ask))
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=_fields(say, names, ask.locale),
        table=Table(say["caption"], (say["day"], say["event"]), _lines(story, names, draw, ask.locale)),
        key=fields_key(first=option(str(_answer(story, 0))), second=option(str(_answer(story, 1)))),
        shown=say["shown"],
        mistakes=_mistakes(say, story),
        correction=say["correction"],
    )


def _answer(story: Story, file: int) -> int:
    return story.copied[file] if file == story.gone else story.synced


def _facts(story: Story, names: list[str], draw: Draw, ask: Ask) -> dict[str, object]:
    return {
        "who": draw.pick(locales.first_names(ask.locale, ask.country)),
        "first": names[0],
        "second": names[1],
        "first_answer": _answer(story, 0),
        "second_answer": _answer(story, 1),
        "gone": names[story.gone],
        "gone_copied": story.copied[story.gone],
        "gone_last": story.last[story.gone],
        "kept": names[story.kept],
        "kept_copied": story.copied[story.kept],
        "kept_synced": story.synced,
        "kept_last": story.last[story.kept],
        "name": "{name}",
        "version": "{version}",
    }


def _lines(story: Story, names: list[str], draw: Draw, locale: str) -> tuple[tuple[str, str], ...]:
    day, lines, phrases = date(2024, 1, 8) + timedelta(draw.below(500)), [], PHRASES[locale]
    for what, file, version in story.events:
        lines.append((locales.long_date(day, locale), phrases[what].format(name=names[file], version=version)))
        day += timedelta(draw.between(1, 6))
    return tuple(lines)


def _fields(say: Mapping[str, str], names: list[str], locale: str) -> tuple[Field, ...]:
    versions = [Option(str(number), say["version"].format(version=number)) for number in range(1, LAST_VERSION + 1)]
    choices = (*versions, Option("none", say["none"]))
    labels = (say["label"].format(name=name) for name in names)
    return tuple(
        Field(name, label, Format.SELECT, say["hint"], options=choices)
        for name, label in zip(("first", "second"), labels, strict=True)
    )


def _mistakes(say: Mapping[str, str], story: Story) -> tuple[Mistake, ...]:
    gone, kept = (("first", "second")[file] for file in (story.gone, story.kept))
    return foreseen(
        say,
        mirror=fields_key(**{gone: option(str(story.last[story.gone]))}),
        forgotten=fields_key(**{gone: option("none")}),
        offline=fields_key(**{kept: option(str(story.last[story.kept]))}),
        older=fields_key(**{kept: option(str(story.copied[story.kept]))}),
    )


QUOTED = re.compile(r"“(.+?)”|« (.+?) »")


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Follow the days with two columns, online and disk."""
    online: dict[str, str] = {}
    disk: dict[str, str] = {}
    network = True
    for _, event in rows(play.table):
        name = "".join(QUOTED.findall(event)[0]) if QUOTED.search(event) else ""
        saved = re.search(r"version (\d)", event)
        if saved and network:
            online[name] = saved.group(1)
        elif name and not saved:
            online.pop(name)
        elif re.search("by hand|à la main", event):
            disk = dict(online)
        elif re.search("fault|Panne", event):
            network = False
    return {one.name: _latest(online, disk, "".join(QUOTED.findall(one.label)[0])) for one in play.fields}


def _latest(online: Mapping[str, str], disk: Mapping[str, str], name: str) -> str:
    return max(online.get(name, "none"), disk.get(name, "none"), key=lambda version: (version != "none", version))


TEMPLATE = Template(
    name="storage.which-copy",
    levels=(4,),
    make=make,
    solve=solve,
    equivalent="A table of eleven events and two lists: read aloud or on a phone, it is the same task.",
)
