"""Which copy still holds everything: once a lossy format has been gone through, no later format brings it back."""

from collections.abc import Mapping
from dataclasses import dataclass

from families import locales
from families.contract import Ask, Field, Format, Kind, Mistake, Play, Table, Template
from families.seeds import Draw
from families.storage.reading import rows, sizes
from families.storage.words import amount
from families.table.saying import fields_key, foreseen, option, options, phrased

LETTERS = "ABCDEF"

PHRASES = {
    "en": {
        "title": "Copies, lighter or not",
        "context": "The original of {what}, an uncompressed {source} file of {size}, has been lost. {who} finds "
        "six copies made from it. Each line of the table says what was done, in order.",
        "question": "Which is the lightest copy that can give back every detail of the original?",
        "caption": "Six copies of the lost original",
        "copy": "Copy",
        "steps": "What was done",
        "weight": "Size",
        "label": "Copy to keep",
        "hint": "Choose one letter.",
        "shown": "Copy {good} ({good_size})",
        "light": "Copy {light} is the lightest because {lossy} throws away details, even at high quality. They "
        "cannot be worked out again.",
        "back": "Copy {back} is in {packed}, which loses nothing, but it went through {lossy} first: what was lost "
        "there does not come back.",
        "cut": "{packed} loses nothing, but before that copy {cut} was made smaller: {reduced}. The rest is gone.",
        "full": "Copy {full} has the size of the original, not its content: it went through {lossy}, and the details "
        "were lost there.",
        "heavy": "Copy {heavy} does give the original back, but {good} does too and is lighter.",
        "correction": "{packed} and ZIP compress without loss: the same data in less room, given back in full. "
        "An uncompressed {source} file loses nothing either; it only takes more room. {lossy} compresses with loss: "
        "it throws away what is hardly noticed, for ever. One lossy step in the chain is enough.\n\n"
        "**One way:**\n\n"
        "1. Strike out the copies that went through {lossy}: {struck}.\n"
        "2. Strike out the one that was made smaller: {cut}.\n"
        "3. {good} and {heavy} are complete; the lighter is {good}.\n\n"
        "**Another way:** with one and the same program, turn each copy into a {source} file and compare the "
        "fingerprints; complete copies should give the same.",
    },
    "fr": {
        "title": "Des copies plus ou moins légères",
        "context": "L'original {what}, un fichier {source} non compressé de {size}, a été perdu. {who} en retrouve "
        "six copies. Chaque ligne du tableau dit ce qui a été fait, dans l'ordre.",
        "question": "Quelle est la copie la plus légère qui peut redonner tous les détails de l'original ?",
        "caption": "Six copies de l'original perdu",
        "copy": "Copie",
        "steps": "Ce qui a été fait",
        "weight": "Taille",
        "label": "Copie à garder",
        "hint": "Choisissez une lettre.",
        "shown": "Copie {good} ({good_size})",
        "light": "La copie {light} est la plus légère parce que {lossy} jette des détails, même en haute "
        "qualité. Aucun calcul ne les retrouve.",
        "back": "La copie {back} est en {packed}, qui ne perd rien, mais elle est d'abord passée par {lossy} : ce "
        "qui y a été perdu ne revient pas.",
        "cut": "{packed} ne perd rien, mais avant cela la copie {cut} a été réduite : {reduced}. Le reste a disparu.",
        "full": "La copie {full} a la taille de l'original, pas son contenu : elle est passée par {lossy}, et les "
        "détails s'y sont perdus.",
        "heavy": "La copie {heavy} redonne bien l'original, mais {good} aussi, et elle est plus légère.",
        "correction": "{packed} et ZIP compressent sans perte : les mêmes données dans moins de place, rendues "
        "en entier. Un fichier {source} non compressé ne perd rien non plus ; il prend seulement plus de place. "
        "{lossy} compresse avec perte et jette pour toujours ce qui se remarque peu. Une seule étape avec perte "
        "suffit.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Barrez les copies passées par {lossy} : {struck}.\n"
        "2. Barrez celle qui a été réduite : {cut}.\n"
        "3. {good} et {heavy} sont complètes ; la plus légère est {good}.\n\n"
        "**Une autre :** avec un même logiciel, refaire un fichier {source} à partir de chaque copie et comparer les "
        "empreintes ; les copies complètes doivent donner la même.",
    },
}


@dataclass(frozen=True, slots=True)
class Medium:
    """Formats of one kind of file: as recorded, packed without loss, lossy, and how it is made smaller."""

    source: str
    packed: str
    lossy: str
    whole: range  # sizes of an original, in MB
    what: Mapping[str, tuple[str, ...]]
    reduced: Mapping[str, tuple[str, ...]]
    best: Mapping[str, str]


MEDIA = (
    Medium(
        "TIFF",
        "PNG",
        "JPEG",
        range(45, 96),
        {
            "en": ("a scanned drawing", "an old photo", "a map"),
            "fr": ("d'un dessin numérisé", "d'une photo ancienne", "d'une carte"),
        },
        {
            "en": ("reduced to two thirds of its width", "reduced to 256 colours", "cropped to its middle"),
            "fr": (
                "image réduite aux deux tiers de sa largeur",
                "image réduite à 256 couleurs",
                "image recadrée sur son milieu",
            ),
        },
        {"en": "high quality", "fr": "haute qualité"},
    ),
    Medium(
        "WAV",
        "FLAC",
        "MP3",
        range(120, 401),
        {"en": ("an interview", "a concert", "a tale"), "fr": ("d'un entretien", "d'un concert", "d'un conte")},
        {
            "en": ("mixed down to a single channel", "trimmed to its first half", "cut above 8 kHz"),
            "fr": ("son ramené à un seul canal", "première moitié du son seulement", "son coupé au-dessus de 8 kHz"),
        },
        {"en": "high quality", "fr": "haute qualité"},
    ),
)
# Each copy with the bounds of its share of the original's size, in hundredths, from the lightest to the heaviest.
SHARES = {"light": (8, 14), "cut": (19, 28), "back": (33, 42), "good": (48, 58), "heavy": (70, 88), "full": (100, 100)}
STEPS = {
    "light": "{source} → {lossy} ({best})",
    "cut": "{source} ({reduced}) → {packed}",
    "back": "{source} → {lossy} ({best}) → {packed}",
    "good": "{source} → {packed}",
    "heavy": "{source} → ZIP",
    "full": "{source} → {lossy} ({best}) → {source}",
}


@dataclass(frozen=True, slots=True)
class Plan:
    medium: Medium
    size: int  # of the original, in MB
    sizes: Mapping[str, int]
    letters: Mapping[str, str]


def _plan(draw: Draw) -> Plan:
    medium = draw.pick(MEDIA)
    whole = draw.pick(medium.whole)
    sizes = {kind: whole * draw.between(*share) // 100 for kind, share in SHARES.items()}
    return Plan(medium, whole, sizes, dict(zip(draw.shuffled(tuple(SHARES)), LETTERS, strict=True)))


def make(ask: Ask) -> Play:
    """One lossy step is enough, whatever the format and the size at the end."""
    draw = Draw(ask.seed, "lossy")
    plan = _plan(draw)
    facts = _facts(plan, draw, ask)
    say = phrased(PHRASES, ask.locale, facts)
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=(Field("copy", say["label"], Format.SELECT, say["hint"], options=options(LETTERS)),),
        table=Table(say["caption"], (say["copy"], say["steps"], say["weight"]), _lines(plan, facts, ask.locale)),
        key=fields_key(copy=option(plan.letters["good"])),
        shown=say["shown"],
        mistakes=_mistakes(say, plan),
        correction=say["correction"],
    )


def _facts(plan: Plan, draw: Draw, ask: Ask) -> dict[str, object]:
    medium, locale = plan.medium, ask.locale
    return {
        **plan.letters,
        "who": draw.pick(locales.first_names(locale, ask.country)),
        "what": draw.pick(medium.what[locale]),
        "source": medium.source,
        "packed": medium.packed,
        "lossy": medium.lossy,
        "best": medium.best[locale],
        "reduced": draw.pick(medium.reduced[locale]),
        "size": amount(plan.size, "MB", locale),
        "struck": ", ".join(sorted(plan.letters[kind] for kind in ("light", "back", "full"))),
        "good_size": amount(plan.sizes["good"], "MB", locale),
    }


def _lines(plan: Plan, facts: Mapping[str, object], locale: str) -> tuple[tuple[str, ...], ...]:
    lines = [
        (letter, STEPS[kind].format_map(facts), amount(plan.sizes[kind], "MB", locale))
        for kind, letter in plan.letters.items()
    ]
    return tuple(sorted(lines))


def _mistakes(say: Mapping[str, str], plan: Plan) -> tuple[Mistake, ...]:
    wrong = (kind for kind in SHARES if kind != "good")
    return foreseen(say, **{kind: fields_key(copy=option(plan.letters[kind])) for kind in wrong})


LOSSLESS = {"TIFF", "PNG", "WAV", "FLAC", "ZIP"}


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Keep the chains whose every step loses nothing, then take the lightest."""
    whole = [row for row in rows(play.table) if set(row[1].split(" → ")) <= LOSSLESS]
    return {"copy": min(whole, key=lambda row: sizes(row[2])[0])[0]}


TEMPLATE = Template(
    name="storage.lossy",
    levels=(6,),
    make=make,
    solve=solve,
    equivalent="A table of six lines and one list, in words alone: no need to see a picture or hear a sound.",
)
