"""Which deletion frees most without losing anything: heavy is not enough, what remains elsewhere decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from families import locales
from families.contract import Ask, Field, Format, Kind, Mistake, NumberKey, Play, Table, Template
from families.seeds import Draw
from families.storage.reading import rows, sizes
from families.storage.words import SIZES_IN_GB, amount, unit_of
from families.table.saying import fields_key, foreseen, option, options, phrased

LETTERS = "ABCDEF"

PHRASES = {
    "en": {
        "title": "Making room without losing anything",
        "context": "{who}'s phone is almost full: {free} free. Nothing must be lost. The table shows what takes up "
        "room; only one line will be deleted.",
        "question": "Which line frees the most room without losing anything, and how much will then be free?",
        "caption": "Storage of the phone",
        "letter": "Line",
        "what": "What it is",
        "where": "Note",
        "size": "Size",
        "best_line": "Line to delete",
        "best_hint": "Choose one letter.",
        "after_line": "Free space afterwards",
        "after_hint": "A number in GB with one decimal, for example 8.5.",
        "shown": "Line {best}; {after} free afterwards.",
        "synced": "Synchronising is not copying: what is deleted on the phone is deleted at the other end too. Line "
        "{synced} would be lost everywhere.",
        "alone": "Line {alone} exists on this phone only: once deleted, nothing brings it back.",
        "smaller": "Nothing would be lost, but {best_size} is more: line {best} is safe to delete too.",
        "megabytes": "Nothing would be lost, but look at the unit: {lightest_size} is less than 1 GB.",
        "added": "The right line. For the free space, add its size to what is already free: {free} + {best_size}.",
        "correction": "What is safe to delete is what still exists elsewhere, on its own. A synchronised folder is "
        "one folder seen from several places: deleting it here deletes it there.\n\n"
        "**One way:**\n\n"
        "1. Set aside what is on this phone only ({alone}) and what is synchronised ({synced}).\n"
        "2. Among the lines left, compare the sizes in the same unit: {best} is the heaviest, {best_size}.\n"
        "3. Free space: {free} + {best_size} = {after}.\n\n"
        "**Another way:** start from the heaviest line and go down. For each one ask where the same files will still "
        "be tomorrow; stop at the first that has an answer.",
    },
    "fr": {
        "title": "Faire de la place sans rien perdre",
        "context": "{who} a un téléphone presque plein : {free} libres. Rien ne doit être perdu. Le tableau montre "
        "ce qui prend de la place ; une seule ligne sera supprimée.",
        "question": "Quelle ligne libère le plus de place sans rien perdre, et combien d'espace sera alors libre ?",
        "caption": "Stockage du téléphone",
        "letter": "Ligne",
        "what": "Contenu",
        "where": "Indication",
        "size": "Taille",
        "best_line": "Ligne à supprimer",
        "best_hint": "Choisissez une lettre.",
        "after_line": "Espace libre ensuite",
        "after_hint": "Un nombre en Go avec une décimale, par exemple 8,5.",
        "shown": "Ligne {best} ; {after} libres ensuite.",
        "synced": "Synchroniser n'est pas copier : ce qui est supprimé sur le téléphone l'est aussi de l'autre côté. "
        "La ligne {synced} serait perdue partout.",
        "alone": "La ligne {alone} n'existe que sur ce téléphone : une fois supprimée, rien ne la fera revenir.",
        "smaller": "Rien ne serait perdu, mais une autre ligne sans risque est plus lourde : {best}, avec "
        "{best_size}.",
        "megabytes": "Rien ne serait perdu, mais attention à l'unité : {lightest_size}, c'est moins de 1 Go.",
        "added": "La ligne est la bonne. Pour l'espace libre, ajoutez sa taille à ce qui est déjà libre : {free} + "
        "{best_size}.",
        "correction": "On peut supprimer sans risque ce qui existe encore ailleurs, de façon indépendante. Un "
        "dossier synchronisé est un seul dossier vu de plusieurs endroits : le supprimer ici le supprime là-bas.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Mettez de côté ce qui n'est que sur ce téléphone ({alone}) et ce qui est synchronisé ({synced}).\n"
        "2. Parmi les lignes restantes, comparez les tailles dans la même unité : {best} est la plus lourde, "
        "{best_size}.\n"
        "3. Espace libre : {free} + {best_size} = {after}.\n\n"
        "**Une autre :** partir de la ligne la plus lourde et descendre. À chaque fois, demandez-vous où les mêmes "
        "fichiers seront encore demain ; arrêtez-vous à la première qui a une réponse.",
    },
}

# Each kind of line: what it is and what the storage screen says of it. The first two must stay.
LINES = {
    "en": {
        "synced": (
            ("Photos and videos", "Synchronised with the online space"),
            ("Documents folder", "Synchronised with the computer"),
            ("Scanned papers", "Synchronised with the online space"),
        ),
        "alone": (
            ("Videos of the family", "Not backed up"),
            ("Voice recordings", "Not backed up"),
            ("Drawings", "Not backed up"),
        ),
        "again": (
            ("Films to watch offline", "Downloaded from the catalogue of a subscription"),
            ("Music to listen to offline", "Downloaded from the catalogue of a subscription"),
            ("Maps for use offline", "Downloaded from the map application"),
        ),
        "copied": (
            ("Photos of {year}", "Copied to an external disk; unchanged since"),
            ("Videos of {year}", "Copied to an external disk; unchanged since"),
            ("Concerts of {year}", "Copied to an external disk; unchanged since"),
        ),
        "bin": (
            ("Bin", "Only duplicates; the originals are on line {alone}"),
            ("Bin", "Only second copies of what is on line {alone}"),
        ),
        "cache": (
            ("Cache of the browser", "Temporary files"),
            ("Cache of the radio application", "Temporary files"),
            ("Cache of the news application", "Temporary files"),
        ),
    },
    "fr": {
        "synced": (
            ("Photos et vidéos", "Synchronisé avec l'espace en ligne"),
            ("Dossier Documents", "Synchronisé avec l'ordinateur"),
            ("Papiers numérisés", "Synchronisé avec l'espace en ligne"),
        ),
        "alone": (
            ("Vidéos de famille", "Non sauvegardé"),
            ("Enregistrements vocaux", "Non sauvegardé"),
            ("Dessins", "Non sauvegardé"),
        ),
        "again": (
            ("Films à voir hors ligne", "Téléchargé depuis le catalogue d'un abonnement"),
            ("Musique à écouter hors ligne", "Téléchargé depuis le catalogue d'un abonnement"),
            ("Cartes hors ligne", "Téléchargé depuis l'application de cartes"),
        ),
        "copied": (
            ("Photos de {year}", "Copié sur un disque externe ; inchangé depuis"),
            ("Vidéos de {year}", "Copié sur un disque externe ; inchangé depuis"),
            ("Concerts de {year}", "Copié sur un disque externe ; inchangé depuis"),
        ),
        "bin": (
            ("Corbeille", "Des doublons ; les originaux sont à la ligne {alone}"),
            ("Corbeille", "Un second exemplaire de ce qui est à la ligne {alone}"),
        ),
        "cache": (
            ("Cache du navigateur", "Fichiers temporaires"),
            ("Cache de l'application de radio", "Fichiers temporaires"),
            ("Cache de l'application d'actualités", "Fichiers temporaires"),
        ),
    },
}
KINDS = ("synced", "alone", "again", "copied", "bin", "cache")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is drawn for each kind of line; `safe` are the kinds that may go, the heaviest first."""

    sizes: Mapping[str, Decimal]  # GB
    letters: Mapping[str, str]
    safe: tuple[str, ...]
    free: Decimal  # GB

    @property
    def after(self) -> Decimal:
        """What is free once the heaviest of what may go is gone."""
        return self.free + self.sizes[self.safe[0]]


# The two lines that must stay are the heaviest; the third that may go has the largest figure, in MB.
STAY = ((61, 89), (92, 150))
MAY_GO = ((31, 58), (14, 27))
SMALL = ((610, 980), (120, 480))


def _plan(draw: Draw) -> Plan:
    stay, safe = draw.shuffled(KINDS[:2]), draw.shuffled(KINDS[2:])
    sizes = {
        kind: Decimal(draw.between(*span)) / 10 for kind, span in zip(stay + safe[:2], STAY + MAY_GO, strict=True)
    }
    sizes |= {kind: Decimal(draw.between(*span)) / 1000 for kind, span in zip(safe[2:], SMALL, strict=True)}
    letters = dict(zip(draw.shuffled(KINDS), LETTERS, strict=True))
    return Plan(sizes, letters, tuple(safe), Decimal(draw.between(3, 19)) / 10)


def make(ask: Ask) -> Play:
    """The heaviest of what still exists elsewhere."""
    draw = Draw(ask.seed, "free-most")
    plan = _plan(draw)
    say = phrased(PHRASES, ask.locale, _facts(plan, draw, ask))
    head = (say["letter"], say["what"], say["where"], say["size"])
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=_fields(say, ask.locale),
        table=Table(say["caption"], head, _lines(plan, draw, ask.locale)),
        key=fields_key(best=option(plan.letters[plan.safe[0]]), after=_about(plan.after)),
        shown=say["shown"],
        mistakes=_mistakes(say, plan),
        correction=say["correction"],
    )


def _facts(plan: Plan, draw: Draw, ask: Ask) -> dict[str, object]:
    best, second, third = plan.safe[:3]
    letters, locale = plan.letters, ask.locale
    return {
        "who": draw.pick(locales.first_names(locale, ask.country)),
        "free": amount(plan.free, "GB", locale),
        "after": amount(plan.after, "GB", locale),
        "best": letters[best],
        "best_size": _size(plan, best, locale),
        "second": letters[second],
        "synced": letters["synced"],
        "alone": letters["alone"],
        "lightest_size": _size(plan, third, locale),
    }


def _size(plan: Plan, kind: str, locale: str) -> str:
    size = plan.sizes[kind]
    return amount(int(size * 1000), "MB", locale) if size < 1 else amount(size, "GB", locale)


def _lines(plan: Plan, draw: Draw, locale: str) -> tuple[tuple[str, ...], ...]:
    year = draw.between(2017, 2024)
    lines = {}
    for kind in KINDS:
        what, state = draw.pick(LINES[locale][kind])
        letter, state = plan.letters[kind], state.format(alone=plan.letters["alone"])
        lines[letter] = (letter, what.format(year=year), state, _size(plan, kind, locale))
    return tuple(lines[letter] for letter in LETTERS)


def _fields(say: Mapping[str, str], locale: str) -> tuple[Field, ...]:
    return (
        Field("best", say["best_line"], Format.SELECT, say["best_hint"], options=options(LETTERS)),
        Field("after", say["after_line"], Format.NUMBER, say["after_hint"], unit_of("GB", locale)),
    )


def _about(value: Decimal) -> NumberKey:
    """To the tenth asked for: a neighbouring tenth is another answer."""
    return NumberKey(value - Decimal("0.05"), value + Decimal("0.05"), SIZES_IN_GB)


def _mistakes(say: Mapping[str, str], plan: Plan) -> tuple[Mistake, ...]:
    best, second, third = (option(plan.letters[kind]) for kind in plan.safe[:3])
    return foreseen(
        say,
        synced=fields_key(best=option(plan.letters["synced"])),
        alone=fields_key(best=option(plan.letters["alone"])),
        smaller=fields_key(best=second),
        megabytes=fields_key(best=third),
        added=fields_key(best=best, after=_about(plan.sizes[plan.safe[0]])),
    )


# What the storage screen says of lines that would be lost.
LOST = ("ynchroni", "Not backed up", "Non sauvegardé")


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Leave out what would be lost, take the heaviest of the rest, add it to what is free."""
    safe = [row for row in rows(play.table) if not any(word in row[2] for word in LOST)]
    best = max(safe, key=lambda row: sizes(row[3])[0])
    after = sizes(play.context)[0] + sizes(best[3])[0]
    return {"best": best[0], "after": f"{after} MB"}


TEMPLATE = Template(
    name="storage.free-most",
    levels=(4,),
    make=make,
    solve=solve,
    equivalent="A table of six lines, one list and one figure: read aloud or on a phone, it is the same task.",
)
