"""Which file was altered on the way: neither its name nor its size nor its date tells, its fingerprint does."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from families import locales
from families.contract import Ask, Download, Entry, Field, Kind, Mistake, Play, Table, Template, TextKey
from families.folder.archive import pack
from families.seeds import Draw, watermark
from families.storage.reading import rows
from families.table.saying import fields_key, foreseen, phrased

SUMS = "SHA256SUMS.txt"
SHOWN = 16  # characters of a fingerprint in the table

PHRASES = {
    "en": {
        "title": "A file altered on the way",
        "context": "{who} receives the documents of a choir through a third party. The choir has published the "
        "SHA-256 fingerprint (checksum) of each file as it left; the table gives the beginning of each. One file was "
        "altered on the way, under the same name.",
        "question": "Which file was altered?",
        "caption": "Fingerprints published by the choir",
        "file": "File",
        "print": "Beginning of the SHA-256 fingerprint",
        "property": "SHA-256 fingerprint",
        "label": "Altered file",
        "hint": "The name of the file, for example notes.txt.",
        "archive": "choir-documents",
        "note": "{count} files",
        "shown": "{altered}",
        "newest": "The date of {newest} is later, but its fingerprint is the published one: opening and saving a "
        "file again, or copying it, may change the date without changing the content.",
        "smallest": "{smallest} is the smallest, but its fingerprint is the published one: nothing is missing from "
        "it.",
        "correction": "A fingerprint is worked out from the whole content. Change one sign and it becomes quite "
        "another; the same content always has the same. Name, size and date prove nothing.\n\n"
        "**One way:**\n\n"
        "1. Work out the fingerprint of each file received (or read it in its properties).\n"
        "2. Compare it with the published list: the first characters are enough to see a difference.\n"
        "3. {altered}: published {published}…, found {found}… All the others agree.\n\n"
        "**Another way:** with the whole folder, one command checks everything: `sha256sum -c {sums}` or "
        "`shasum -a 256 -c {sums}`, depending on the system; elsewhere, `Get-FileHash *` lists the fingerprints.",
    },
    "fr": {
        "title": "Un fichier altéré en route",
        "context": "{who} reçoit les documents d'une chorale par un intermédiaire. La chorale a publié l'empreinte "
        "SHA-256 (somme de contrôle) de chaque fichier à son départ ; le tableau en donne le début. Un fichier a été "
        "altéré en route, sans changer de nom.",
        "question": "Quel fichier a été altéré ?",
        "caption": "Empreintes publiées par la chorale",
        "file": "Fichier",
        "print": "Début de l'empreinte SHA-256",
        "property": "Empreinte SHA-256",
        "label": "Fichier altéré",
        "hint": "Le nom du fichier, par exemple notes.txt.",
        "archive": "documents-chorale",
        "note": "{count} fichiers",
        "shown": "{altered}",
        "newest": "La date de {newest} est plus récente, mais son empreinte est celle qui a été publiée : "
        "enregistrer à nouveau ou copier un fichier peut changer sa date sans changer son contenu.",
        "smallest": "{smallest} est le plus petit, mais son empreinte est celle qui a été publiée : il n'y manque "
        "rien.",
        "correction": "Une empreinte se calcule sur tout le contenu. Un seul signe change, et elle devient toute "
        "différente ; le même contenu a toujours la même. Le nom, la taille et la date ne prouvent rien.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Calculez l'empreinte de chaque fichier reçu (ou lisez-la dans ses propriétés).\n"
        "2. Comparez-la à la liste publiée : les premiers caractères suffisent à voir une différence.\n"
        "3. {altered} : publiée {published}…, trouvée {found}… Toutes les autres concordent.\n\n"
        "**Une autre :** avec le dossier entier, une commande vérifie tout : `sha256sum -c {sums}` ou "
        "`shasum -a 256 -c {sums}`, selon le système ; ailleurs, `Get-FileHash *` donne les empreintes.",
    },
}
NAMES = {
    "en": (
        "concert-bookings.csv",
        "costumes.csv",
        "minutes-january.txt",
        "minutes-march.txt",
        "programme.txt",
        "rehearsals.csv",
        "repertoire.csv",
        "rules.txt",
        "travel.txt",
        "welcome.txt",
    ),
    "fr": (
        "accueil.txt",
        "compte-rendu-janvier.txt",
        "compte-rendu-mars.txt",
        "costumes.csv",
        "programme.txt",
        "reglement.txt",
        "repertoire.csv",
        "repetitions.csv",
        "reservations-concert.csv",
        "voyage.txt",
    ),
}
LINES = {
    "en": {"csv": "{day};{count}", "txt": "{day}: {count} sheets handed out."},
    "fr": {"csv": "{day};{count}", "txt": "{day} : {count} feuilles distribuées."},
}
COUNT = 8  # files
FIRST_LEFT = datetime.fromisoformat("2024-01-15T08:00:00")


@dataclass(frozen=True, slots=True)
class File:
    name: str
    text: str  # as received
    modified: datetime
    published: str  # fingerprint of the content as it left
    found: str  # fingerprint of the content as received


@dataclass(frozen=True, slots=True)
class Plan:
    files: tuple[File, ...]  # in the order of their names
    altered: File
    newest: File
    smallest: File


def _print(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _plan(draw: Draw, locale: str) -> Plan:
    names = sorted(draw.sample(NAMES[locale], COUNT))
    altered, newest, smallest = draw.sample(range(COUNT), 3)
    left = FIRST_LEFT + timedelta(minutes=draw.below(500_000))
    later = left + timedelta(days=draw.between(2, 9), minutes=draw.below(300))
    files = []
    for rank, name in enumerate(names):
        counts = [draw.between(12, 98) for _ in range(1 if rank == smallest else draw.between(4, 9))]
        text = _text(name, counts, left, locale)
        published = found = _print(text)
        if rank == altered:
            counts[draw.below(len(counts))] += 1
            text = _text(name, counts, left, locale)
            found = _print(text)
        files.append(File(name, text, later if rank == newest else left, published, found))
    return Plan(tuple(files), files[altered], files[newest], files[smallest])


def _text(name: str, counts: Sequence[int], left: datetime, locale: str) -> str:
    line, first = LINES[locale][name[-3:]], left.date() - timedelta(70)
    days = (locales.short_date(first + timedelta(7 * rank)) for rank in range(len(counts)))
    return "".join(f"{line.format(day=day, count=count)}\n" for day, count in zip(days, counts, strict=True))


def make(ask: Ask) -> Play:
    """Only the fingerprint tells whether a content is the one published."""
    draw = Draw(ask.seed, "checksum")
    plan = _plan(draw, ask.locale)
    say = phrased(PHRASES, ask.locale, _facts(plan, draw, ask))
    lines = tuple((file.name, file.published[:SHOWN]) for file in plan.files)
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=(Field("file", say["label"], hint=say["hint"]),),
        downloads=(Download(say["archive"], ("zip",), say["note"]),),
        folder=_folder(plan, say["property"]),
        table=Table(say["caption"], (say["file"], say["print"]), lines),
        key=fields_key(file=_named(plan.altered)),
        shown=say["shown"],
        mistakes=_mistakes(say, plan),
        correction=say["correction"],
    )


def _facts(plan: Plan, draw: Draw, ask: Ask) -> dict[str, object]:
    return {
        "who": draw.pick(locales.first_names(ask.locale, ask.country)),
        "altered": plan.altered.name,
        "newest": plan.newest.name,
        "smallest": plan.smallest.name,
        "published": plan.altered.published[:SHOWN],
        "found": plan.altered.found[:SHOWN],
        "count": COUNT + 1,
        "sums": SUMS,
    }


def _list(plan: Plan) -> str:
    """The published list in the form that checking commands read."""
    return "".join(f"{file.published}  {file.name}\n" for file in plan.files)


def _folder(plan: Plan, label: str) -> tuple[Entry, ...]:
    listed = _list(plan)
    files = (*plan.files, File(SUMS, listed, plan.altered.modified, "", _print(listed)))
    return tuple(
        Entry(file.name, len(file.text.encode()), file.modified, file.text, ((label, file.found),)) for file in files
    )


def _named(file: File) -> TextKey:
    return TextKey((file.name, file.name.rpartition(".")[0]))


def _mistakes(say: Mapping[str, str], plan: Plan) -> tuple[Mistake, ...]:
    return foreseen(say, newest=fields_key(file=_named(plan.newest)), smallest=fields_key(file=_named(plan.smallest)))


def build(ask: Ask, fmt: str) -> bytes:
    """The folder of the page as a ZIP file."""
    return pack(_folder(_plan(Draw(ask.seed, "checksum"), ask.locale), ""), watermark(ask.seed))


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Compare each fingerprint found with the published one, in the file or else on the page."""
    published, found = _in_archive(data) if data else _on_page(play)
    (name,) = (name for name, start in published.items() if not found[name].startswith(start))
    return {"file": name}


def _in_archive(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        lines = archive.read(SUMS).decode().splitlines()
        published = {name: start for start, name in (line.split("  ") for line in lines)}
        return published, {name: sha256(archive.read(name)).hexdigest() for name in published}


def _on_page(play: Play) -> tuple[dict[str, str], dict[str, str]]:
    published = {row[0]: row[1] for row in rows(play.table)}
    return published, {entry.path: entry.properties[0][1] for entry in play.folder}


TEMPLATE = Template(
    name="storage.checksum",
    levels=(6,),
    make=make,
    solve=solve,
    build=build,
    equivalent="The page shows the published list and, in the properties of each file, the fingerprint found.",
)
