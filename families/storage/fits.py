"""How many more files go onto a device already in use: free space first, then whole files."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from families import locales
from families.contract import Ask, Field, Format, Kind, Mistake, NumberKey, Play, Template
from families.seeds import Draw
from families.storage.reading import sizes
from families.storage.words import amount
from families.table.saying import exactly, fields_key, foreseen, phrased

PHRASES = {
    "en": {
        "title": "Room left for more files",
        "context": "{who} has a {capacity} {device}. It already holds {used} of files, which have to stay. The "
        "{files} to be added all have the same size: {each}.",
        "question": "How many whole {files} can still be added?",
        "label": "How many {files}",
        "hint": "A whole number, for example 85.",
        "shown": "{count} {files}",
        "ignored": "That would be right on an empty {device}. The {used} already there take their share: only {free} "
        "are free.",
        "rounded": "Nearly: the last one would not fit whole. {free} is room for {count}; one more would bring the "
        "total to {more}.",
        "occupied": "That is how many would go into the space already used. What counts is what is left: {free}.",
        "inverted": "The division is the other way round. How many times does {each} go into {free}? Both in MB "
        "first.",
        "correction": "Only the free space counts, and a file that does not fit whole cannot be added.\n\n"
        "**One way:**\n\n"
        "1. Free space: {capacity} − {used} = {free}.\n"
        "2. In the same unit: {free} = {free_mb}.\n"
        "3. {free_mb} ÷ {each} ≈ {ratio}: {count} whole {files}, and a bit of room left over.\n\n"
        "**Another way:** add up {each} at a time and stop before {free}; or start from ten of them, {ten}, and "
        "adjust. If 1 GB is counted as 1,024 MB, the answer is the same.",
    },
    "fr": {
        "title": "La place qui reste",
        "context": "{who} a une {device} de {capacity}. Elle contient déjà {used} de fichiers, qui doivent y rester. "
        "Les {files} à ajouter ont tous la même taille : {each}.",
        "question": "Combien de {files} entiers peut-on encore ajouter ?",
        "label": "Nombre de {files}",
        "hint": "Un nombre entier, par exemple 85.",
        "shown": "{count} {files}",
        "ignored": "Ce serait juste si la {device} était vide. Les {used} déjà présents prennent leur part : il ne "
        "reste que {free}.",
        "rounded": "Presque : le dernier ne tiendrait pas en entier. {free}, c'est la place de {count} ; un de plus "
        "porterait le total à {more}.",
        "occupied": "C'est ce qui tiendrait dans la place déjà prise. Ce qui compte est ce qui reste : {free}.",
        "inverted": "La division est à l'envers. Combien de fois {each} dans {free} ? Mettez d'abord les deux en Mo.",
        "correction": "Seule compte la place libre, et un fichier qui ne tient pas en entier ne peut pas être "
        "ajouté.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Place libre : {capacity} − {used} = {free}.\n"
        "2. Dans la même unité : {free} = {free_mb}.\n"
        "3. {free_mb} ÷ {each} ≈ {ratio} : {count} {files} entiers, et un peu de place en plus.\n\n"
        "**Une autre :** ajouter {each} à la fois et s'arrêter avant {free} ; ou partir de dix, soit {ten}, et "
        "ajuster. Si l'on compte 1 Go = 1 024 Mo, la réponse est la même.",
    },
}
DEVICES = {"en": ("USB key", "memory card", "tablet"), "fr": ("clé USB", "carte mémoire", "tablette")}
FILES = {
    "en": ("films", "audio books", "photo albums", "recorded concerts"),
    "fr": ("films", "livres audio", "diaporamas", "concerts enregistrés"),
}
CAPACITIES = (16, 32, 64)


@dataclass(frozen=True, slots=True)
class Plan:
    capacity: int  # GB
    used: Decimal  # GB
    each: int  # MB

    @property
    def free(self) -> Decimal:
        """What is not used yet, in GB."""
        return self.capacity - self.used

    def room(self, space: Decimal) -> int:
        """How many whole files a space in GB can take."""
        return int(space * 1000 / self.each)


def _plan(draw: Draw) -> Plan:
    while True:
        count, each = draw.between(5, 14), draw.between(45, 190) * 10
        # Half a file too many at the least: rounding to the nearest must not give the answer.
        free = Decimal((count * each + each // 2) // 100 + 1) / 10
        capacity = draw.pick([size for size in CAPACITIES if size > free + 4])
        plan = Plan(capacity, capacity - free, each)
        if _clear(plan, count):
            return plan


def _clear(plan: Plan, count: int) -> bool:
    # 1,000 and 1,024 must agree, and each error must give its own number.
    agreed = plan.room(plan.free) == plan.room(plan.free * Decimal("1.024")) == count
    return agreed and len({plan.room(Decimal(plan.capacity)), plan.room(plan.used), count, count + 1}) == 4


def make(ask: Ask) -> Play:
    """Whole files in the space left."""
    draw = Draw(ask.seed, "fits")
    plan = _plan(draw)
    say = phrased(PHRASES, ask.locale, _facts(plan, draw, ask))
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=(Field("count", say["label"], Format.NUMBER, say["hint"]),),
        key=fields_key(count=exactly(plan.room(plan.free))),
        shown=say["shown"],
        mistakes=_mistakes(say, plan),
        correction=say["correction"],
    )


def _facts(plan: Plan, draw: Draw, ask: Ask) -> dict[str, object]:
    locale, count, free_mb = ask.locale, plan.room(plan.free), int(plan.free * 1000)
    return {
        "who": draw.pick(locales.first_names(locale, ask.country)),
        "device": draw.pick(DEVICES[locale]),
        "files": draw.pick(FILES[locale]),
        "capacity": amount(plan.capacity, "GB", locale),
        "used": amount(plan.used, "GB", locale),
        "each": amount(plan.each, "MB", locale),
        "free": amount(plan.free, "GB", locale),
        "free_mb": amount(free_mb, "MB", locale),
        "more": amount((count + 1) * plan.each, "MB", locale),
        "ten": amount(10 * plan.each, "MB", locale),
        "ratio": locales.number((Decimal(free_mb) / plan.each).quantize(Decimal("0.01")), locale),
        "count": count,
    }


def _mistakes(say: Mapping[str, str], plan: Plan) -> tuple[Mistake, ...]:
    return foreseen(
        say,
        ignored=fields_key(count=exactly(plan.room(Decimal(plan.capacity)))),
        rounded=fields_key(count=exactly(plan.room(plan.free) + 1)),
        occupied=fields_key(count=exactly(plan.room(plan.used))),
        inverted=fields_key(count=NumberKey(Decimal(0), Decimal("0.99"))),
    )


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Add files one by one while they fit."""
    capacity, used, each = sizes(play.context)
    count = 0
    while used + (count + 1) * each <= capacity:
        count += 1
    return {"count": str(count)}


TEMPLATE = Template(
    name="storage.fits",
    levels=(3,),
    make=make,
    solve=solve,
    equivalent="Three figures in the text: read aloud or on a phone, it is the same task.",
)
