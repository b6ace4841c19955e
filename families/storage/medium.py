"""The one storage medium that meets every need: capacity, speed, lifetime and price, units set straight."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from families import locales
from families.contract import Ask, Field, Format, Kind, Mistake, Play, Table, Template
from families.seeds import Draw
from families.storage.reading import figure, rows, sizes
from families.storage.words import amount
from families.table.saying import fields_key, foreseen, option, options, phrased

LETTERS = "ABCDEF"

PHRASES = {
    "en": {
        "title": "Choosing a storage medium",
        "context": "{who} wants to keep {what} in a drawer: {need}, on one medium. Writing must reach {speed} or "
        "more, the data must last {years} years without power, and the price must not exceed {price}.",
        "question": "Which medium meets all these needs?",
        "caption": "Data sheets",
        "medium": "Medium",
        "capacity": "Capacity",
        "rate": "Writing speed",
        "life": "Data kept without power",
        "cost": "Price",
        "label": "Medium",
        "hint": "Choose one letter.",
        "lasting": "{years} years",
        "shown": "Medium {good}",
        "small": "Medium {small} is too small: {small_capacity} is less than {need} (1 TB = 1,000 GB).",
        "slow": "Medium {slow} is too slow: {slow_rate} is below {speed}.",
        "bits": "Look at the unit of its speed: a byte is 8 bits, so {bits_rate} is {bits_bytes}, below {speed}.",
        "brief": "Medium {brief} keeps data {brief_years} years only; {years} are needed.",
        "dear": "Medium {dear} meets the rest, but costs {dear_price}, over {price}.",
        "correction": "A medium has to meet every need; one miss rules it out, however good the rest.\n\n"
        "**One way:**\n\n"
        "1. Capacity of {need} or more: {small} is out.\n"
        "2. Speed of {speed} or more, in the same unit: 8 bits make a byte. {slow} is out, and so is {bits} "
        "({bits_rate} is {bits_bytes}).\n"
        "3. {years} years without power: {brief} is out.\n"
        "4. {price} at most: {dear} is out. {good} remains.\n\n"
        "**Another way:** strike out the faulty boxes column by column, as in a grid; keep the line with none struck "
        "out.",
    },
    "fr": {
        "title": "Choisir un support de stockage",
        "context": "{who} veut garder {what} dans un tiroir : {need}, sur un seul support. L'écriture doit atteindre "
        "{speed} ou plus, les données tenir {years} ans sans courant, et le prix ne pas dépasser {price}.",
        "question": "Quel support répond à tous ces besoins ?",
        "caption": "Fiches techniques",
        "medium": "Support",
        "capacity": "Capacité",
        "rate": "Vitesse d'écriture",
        "life": "Conservation sans courant",
        "cost": "Prix",
        "label": "Support",
        "hint": "Choisissez une lettre.",
        "lasting": "{years} ans",
        "shown": "Support {good}",
        "small": "Le support {small} est trop petit : {small_capacity}, c'est moins que {need} (1 To = 1 000 Go).",
        "slow": "Le support {slow} est trop lent : {slow_rate}, c'est moins que {speed}.",
        "bits": "Regardez l'unité de sa vitesse : un octet fait 8 bits, donc {bits_rate} font {bits_bytes}, moins "
        "que {speed}.",
        "brief": "Le support {brief} ne garde les données que {brief_years} ans ; il en faut {years}.",
        "dear": "Le support {dear} convient pour le reste, mais coûte {dear_price}, plus que {price}.",
        "correction": "Un support doit répondre à tous les besoins ; un seul manque l'écarte, même s'il est très bon "
        "pour le reste.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Capacité de {need} ou plus : {small} est écarté.\n"
        "2. Vitesse de {speed} ou plus, dans la même unité : 8 bits font un octet. {slow} est écarté, {bits} aussi "
        "({bits_rate} font {bits_bytes}).\n"
        "3. {years} ans sans courant : {brief} est écarté.\n"
        "4. {price} au plus : {dear} est écarté. Il reste {good}.\n\n"
        "**Une autre :** barrer les cases qui ne vont pas, colonne par colonne, comme dans une grille ; garder la "
        "ligne où rien n'est barré.",
    },
}
WHAT = {
    "en": ("the family's films", "the archives of a choir", "interviews of elders", "the photos of a lifetime"),
    "fr": ("les films de la famille", "les archives d'une chorale", "des récits d'aînés", "les photos d'une vie"),
}
KINDS = ("good", "small", "slow", "bits", "brief", "dear")


@dataclass(frozen=True, slots=True)
class Medium:
    capacity: int  # GB
    speed: int  # MB/s
    years: int
    price: int
    in_bits: bool = False  # its data sheet gives the speed in Mbit/s


@dataclass(frozen=True, slots=True)
class Plan:
    need: Medium  # the least wanted, and the highest price
    media: Mapping[str, Medium]  # by what is right or wrong with it
    letters: Mapping[str, str]


def _plan(draw: Draw) -> Plan:
    need = Medium(
        draw.between(6, 9) * 100, draw.pick((80, 90, 100, 110)), draw.pick((8, 10, 12)), draw.between(70, 120)
    )
    media = {kind: _meeting(draw, need) for kind in KINDS}
    # Each of the others misses one need, and by the unit where there is one to overlook.
    media["small"] = replace(media["small"], capacity=need.capacity - draw.between(1, 2) * 100)
    media["slow"] = replace(media["slow"], speed=need.speed - draw.between(2, 5) * 10)
    media["bits"] = replace(media["bits"], speed=need.speed - draw.between(1, 4) * 10, in_bits=True)
    # One more in bits, so that this unit alone rules nothing out.
    other = draw.pick(("good", "small", "brief", "dear"))
    media[other] = replace(media[other], in_bits=True)
    media["brief"] = replace(media["brief"], years=need.years - draw.between(2, 6))
    media["dear"] = replace(media["dear"], price=need.price + draw.between(4, 25))
    return Plan(need, media, dict(zip(draw.shuffled(KINDS), LETTERS, strict=True)))


def _meeting(draw: Draw, need: Medium) -> Medium:
    capacity = draw.pick((need.capacity, need.capacity + 100, 1000, 2000, 4000))
    speed, years = need.speed + draw.between(0, 4) * 10, need.years + draw.between(0, 10)
    return Medium(capacity, speed, years, need.price - draw.between(0, 35))


def make(ask: Ask) -> Play:
    """Every need must be met, in the same unit."""
    draw = Draw(ask.seed, "medium")
    plan = _plan(draw)
    say = phrased(PHRASES, ask.locale, _facts(plan, draw, ask))
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=(Field("medium", say["label"], Format.SELECT, say["hint"], options=options(LETTERS)),),
        table=_table(say, plan, ask),
        key=fields_key(medium=option(plan.letters["good"])),
        shown=say["shown"],
        mistakes=_mistakes(say, plan),
        correction=say["correction"],
    )


def _capacity(medium: Medium, locale: str) -> str:
    if medium.capacity < 1000:
        return amount(medium.capacity, "GB", locale)
    return amount(medium.capacity // 1000, "TB", locale)


def _speed(medium: Medium, locale: str) -> str:
    return amount(medium.speed * 8, "Mbit/s", locale) if medium.in_bits else amount(medium.speed, "MB/s", locale)


def _facts(plan: Plan, draw: Draw, ask: Ask) -> dict[str, object]:
    locale, need, media = ask.locale, plan.need, plan.media
    return {
        **plan.letters,
        "who": draw.pick(locales.first_names(locale, ask.country)),
        "what": draw.pick(WHAT[locale]),
        "need": _capacity(need, locale),
        "speed": _speed(need, locale),
        "years": need.years,
        "price": locales.money(need.price, locale, ask.country),
        "small_capacity": _capacity(media["small"], locale),
        "slow_rate": _speed(media["slow"], locale),
        "bits_rate": _speed(media["bits"], locale),
        "bits_bytes": amount(media["bits"].speed, "MB/s", locale),
        "brief_years": media["brief"].years,
        "dear_price": locales.money(media["dear"].price, locale, ask.country),
    }


def _table(say: Mapping[str, str], plan: Plan, ask: Ask) -> Table:
    lines = {}
    for kind, letter in plan.letters.items():
        medium = plan.media[kind]
        years = PHRASES[ask.locale]["lasting"].format(years=medium.years)
        price = locales.money(medium.price, ask.locale, ask.country)
        lines[letter] = (letter, _capacity(medium, ask.locale), _speed(medium, ask.locale), years, price)
    head = ("medium", "capacity", "rate", "life", "cost")
    return Table(say["caption"], tuple(say[name] for name in head), tuple(lines[letter] for letter in LETTERS))


def _mistakes(say: Mapping[str, str], plan: Plan) -> tuple[Mistake, ...]:
    return foreseen(say, **{kind: fields_key(medium=option(plan.letters[kind])) for kind in KINDS[1:]})


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Keep the lines that meet the needs of the text, one after the other."""
    (capacity,), (speed, years, price) = sizes(play.context)[:1], _needs(play.context)
    (letter,) = (
        row[0]
        for row in rows(play.table)
        if sizes(row[1])[0] >= capacity
        and _megabytes_a_second(row[2]) >= speed
        and figure(row[3]) >= years
        and figure(row[4]) <= price
    )
    return {"medium": letter}


def _needs(context: str) -> tuple[Decimal, Decimal, Decimal]:
    last_sentence = context.split(". ")[-1]
    speed, years, price = (figure(part) for part in last_sentence.split(", "))
    return speed, years, price


def _megabytes_a_second(text: str) -> Decimal:
    whole = figure(text.replace(",", "").replace(locales.NARROW, ""))
    return whole / 8 if "bit" in text else whole


TEMPLATE = Template(
    name="storage.medium",
    levels=(5,),
    make=make,
    solve=solve,
    equivalent="A table of six lines and one list: read aloud or on a phone, it is the same task.",
)
