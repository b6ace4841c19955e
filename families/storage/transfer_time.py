"""How long a transfer takes: bytes for files, bits for lines, and the direction that counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from families import locales
from families.contract import Ask, Field, Format, Kind, Mistake, NumberKey, Play, Table, Template
from families.seeds import Draw
from families.storage.reading import figure, rows, sizes
from families.storage.words import MINUTES, amount
from families.table.saying import fields_key, foreseen, phrased

PHRASES = {
    "en": {
        "title": "The time a transfer takes",
        "context": "{who} is about to put {what} online: {size} in all. The table gives the measured rates of the "
        "line, which nobody else is using.",
        "question": "About how many minutes will sending take?",
        "caption": "Test of the line",
        "measure": "Measure",
        "value": "Value",
        "down_line": "Download",
        "up_line": "Upload",
        "delay": "Delay",
        "label": "Time to send",
        "hint": "In minutes, to the nearest whole number, for example 85.",
        "shown": "About {minutes} minutes",
        "bits": "The rate is in bits, the size in bytes, and a byte is 8 bits: sending takes 8 times as long as that.",
        "downlink": "That is the time to receive. Putting files online uses the other direction: {up}.",
        "both": "Two things to look at: the direction (sending uses {up}) and the unit (a byte is 8 bits).",
        "seconds": "The calculation is right, in seconds. Divide by 60 for minutes.",
        "correction": "Sizes are in bytes (B), rates in bits (bit): a byte is 8 bits. And a line often sends more "
        "slowly than it receives.\n\n"
        "**One way:**\n\n"
        "1. Size in megabits: {size} = {megabytes}, × 8 = {megabits}.\n"
        "2. Rate that counts, sending: {up}.\n"
        "3. {megabits} ÷ {up} = {seconds} s, ÷ 60 ≈ {minutes} min.\n\n"
        "**Another way:** divide the rate by 8 first. {up} is {per_second} a second; {size} at that pace take "
        "{minutes} min. A little more is accepted, for those who count 1,024 and for what the line loses.",
    },
    "fr": {
        "title": "La durée d'un transfert",
        "context": "{who} va mettre en ligne {what} : {size} en tout. Le tableau donne les débits mesurés de la "
        "ligne, que personne d'autre n'utilise.",
        "question": "Combien de minutes l'envoi prendra-t-il environ ?",
        "caption": "Test de la ligne",
        "measure": "Mesure",
        "value": "Valeur",
        "down_line": "Débit descendant",
        "up_line": "Débit montant",
        "delay": "Délai",
        "label": "Durée de l'envoi",
        "hint": "En minutes, arrondie à l'unité, par exemple 85.",
        "shown": "Environ {minutes} minutes",
        "bits": "Le débit est en bits, la taille en octets, et un octet fait 8 bits : l'envoi dure 8 fois plus "
        "longtemps.",
        "downlink": "C'est la durée pour recevoir. Mettre en ligne utilise l'autre sens : {up}.",
        "both": "Deux points à regarder : le sens (l'envoi utilise {up}) et l'unité (un octet fait 8 bits).",
        "seconds": "Le calcul est juste, en secondes. Divisez par 60 pour des minutes.",
        "correction": "Les tailles sont en octets (o), les débits en bits (bit) : un octet fait 8 bits. Et une ligne "
        "envoie souvent moins vite qu'elle ne reçoit.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Taille en mégabits : {size} = {megabytes}, × 8 = {megabits}.\n"
        "2. Débit qui compte, l'envoi : {up}.\n"
        "3. {megabits} ÷ {up} = {seconds} s, ÷ 60 ≈ {minutes} min.\n\n"
        "**Une autre :** diviser d'abord le débit par 8. {up}, c'est {per_second} par seconde ; à ce rythme, {size} "
        "prennent {minutes} min. Un peu plus est accepté, pour qui compte 1 024 et pour ce que la ligne perd.",
    },
}
CARGO = {
    "en": ("the film of a show", "the photos of a wedding", "the archives of a club", "a series of lessons"),
    "fr": ("le film d'un spectacle", "les photos d'un mariage", "les archives d'un club", "une série de leçons"),
}
RATES = (8, 10, 12, 16, 20, 24, 25, 30, 40)  # Mbit/s, sending


@dataclass(frozen=True, slots=True)
class Plan:
    size: Decimal  # GB
    up: int  # Mbit/s
    times: int  # how many times faster the line receives
    delay: int  # ms

    @property
    def minutes(self) -> Decimal:
        """The size in bits, at the rate of sending."""
        return self.size * 8000 / self.up / 60


def _plan(draw: Draw) -> Plan:
    while True:
        plan = Plan(Decimal(draw.between(12, 95)) / 10, draw.pick(RATES), draw.pick((3, 4)), draw.between(8, 40))
        if 15 <= plan.minutes <= 58:
            return plan


def _about(minutes: Decimal) -> NumberKey:
    # A thirteenth more for those who count 1,024 three times over; half a minute either side for the rounding.
    low, high = minutes * Decimal("0.98") - Decimal("0.5"), minutes * Decimal("1.08") + Decimal("0.5")
    return NumberKey(low.quantize(Decimal("0.01")), high.quantize(Decimal("0.01")), MINUTES)


def make(ask: Ask) -> Play:
    """Eight bits to a byte, and the rate of the right direction."""
    draw = Draw(ask.seed, "transfer-time")
    plan = _plan(draw)
    say = phrased(PHRASES, ask.locale, _facts(plan, draw, ask))
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=(Field("minutes", say["label"], Format.NUMBER, say["hint"], "min"),),
        table=_table(say, plan, draw, ask.locale),
        key=fields_key(minutes=_about(plan.minutes)),
        shown=say["shown"],
        mistakes=_mistakes(say, plan),
        correction=say["correction"],
    )


def _facts(plan: Plan, draw: Draw, ask: Ask) -> dict[str, object]:
    locale, seconds = ask.locale, plan.size * 8000 / plan.up
    return {
        "who": draw.pick(locales.first_names(locale, ask.country)),
        "what": draw.pick(CARGO[locale]),
        "size": amount(plan.size, "GB", locale),
        "megabytes": amount(int(plan.size * 1000), "MB", locale),
        "megabits": amount(int(plan.size * 8000), "Mbit", locale),
        "up": amount(plan.up, "Mbit/s", locale),
        "per_second": amount(Decimal(plan.up) / 8, "MB", locale),
        "seconds": locales.number(round(seconds), locale),
        "minutes": round(plan.minutes),
    }


def _table(say: Mapping[str, str], plan: Plan, draw: Draw, locale: str) -> Table:
    lines = (
        (say["down_line"], amount(plan.up * plan.times, "Mbit/s", locale)),
        (say["up_line"], amount(plan.up, "Mbit/s", locale)),
        (say["delay"], amount(plan.delay, "ms", locale)),
    )
    return Table(say["caption"], (say["measure"], say["value"]), tuple(draw.shuffled(lines)))


def _mistakes(say: Mapping[str, str], plan: Plan) -> tuple[Mistake, ...]:
    wrong = {
        "bits": plan.minutes / 8,
        "downlink": plan.minutes / plan.times,
        "both": plan.minutes / plan.times / 8,
        "seconds": plan.minutes * 60,
    }
    return foreseen(say, **{name: fields_key(minutes=_about(value)) for name, value in wrong.items()})


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Count the seconds it takes to send each bit."""
    (up,) = (figure(row[1]) for row in rows(play.table) if row[0] in ("Upload", "Débit montant"))
    bits = sizes(play.context)[0] * 1_000_000 * 8
    return {"minutes": f"{bits / (up * 1_000_000) / 60:.0f}"}


TEMPLATE = Template(
    name="storage.transfer-time",
    levels=(5,),
    make=make,
    solve=solve,
    equivalent="A table of three lines and one figure: read aloud or on a phone, it is the same task.",
)
