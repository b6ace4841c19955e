"""One type per column: how many cells of a column of numbers hold something else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from families.contract import Ask, Field, Format, Kind, Mistake, Play, Template
from families.seeds import Draw
from families.table.books import builder, download, on_page, show
from families.table.reading import rows_of
from families.table.saying import exactly, fields_key, foreseen, phrased
from families.table.sheets import Cell, Sheet

PHRASES = {
    "en": {
        "title": "One column, one type",
        "context": "{who} keeps the table below. The “{column}” column should hold nothing but numbers: the total "
        "leaves out any cell that a spreadsheet takes for text.",
        "question": "In the “{column}” column, how many cells hold something other than a plain number?",
        "label": "Cells to correct",
        "hint": "A whole number, for example 85.",
        "shown": "{count} cells",
        "words": "Nearly: {words} cells hold no number at all. Cells such as “{sample}” are text too: one sign more "
        "than the number, and the total skips them.",
        "everywhere": "That counts the “{other}” column as well. Only “{column}” is asked about: {count}.",
        "rest": "Those are the cells that are right. The question is about the others: {rows} − {rest}.",
        "correction": "A column can be calculated when every cell has the same type. “{sample}” tells a person the "
        "value; for a spreadsheet it is text.\n\n"
        "**One way:**\n\n"
        "1. Open the file: numbers line up on one side of the column, text on the other.\n"
        "2. Read down “{column}” and count the cells with anything but a number: {count}.\n"
        "3. To put it right, leave the number alone in the cell; the unit goes in the heading, a remark in a column "
        "of its own.\n\n"
        "**Another way:** COUNT gives the numbers of a column ({rest}), COUNTA all its filled cells ({rows}); the "
        "difference is the answer. Sorting the column also puts all the texts together.",
    },
    "fr": {
        "title": "Une colonne, un type",
        "context": "{who} tient le tableau ci-dessous. La colonne « {column} » ne devrait contenir que des nombres : "
        "le total laisse de côté toute cellule que le tableur prend pour du texte.",
        "question": "Dans la colonne « {column} », combien de cellules contiennent autre chose qu'un simple nombre ?",
        "label": "Cellules à corriger",
        "hint": "Un nombre entier, par exemple 85.",
        "shown": "{count} cellules",
        "words": "Presque : {words} cellules n'ont aucun nombre. Les cellules comme « {sample} » sont aussi du texte "
        ": un signe de plus que le nombre, et le total les saute.",
        "everywhere": "Ce nombre compte aussi la colonne « {other} ». Seule « {column} » est demandée : {count}.",
        "rest": "Ce sont les cellules justes. La question porte sur les autres : {rows} − {rest}.",
        "correction": "On peut calculer sur une colonne quand toutes ses cellules ont le même type. « {sample} » "
        "donne la valeur à une personne ; pour un tableur, c'est du texte.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Ouvrez le fichier : les nombres s'alignent d'un côté de la colonne, les textes de l'autre.\n"
        "2. Parcourez « {column} » et comptez les cellules qui ont autre chose qu'un nombre : {count}.\n"
        "3. Pour corriger, ne laissez que le nombre dans la cellule ; l'unité va dans le titre de la colonne, une "
        "remarque dans une colonne à part.\n\n"
        "**Une autre :** NB donne les nombres d'une colonne ({rest}), NBVAL toutes ses cellules remplies ({rows}) ; "
        "la différence est la réponse. Trier la colonne réunit aussi tous les textes.",
    },
}


@dataclass(frozen=True, slots=True)
class Scene:
    """What the table is about: its name, its heads, what is listed, and the texts found in place of values."""

    name: str
    who: str
    head: tuple[str, str, str, str]
    things: tuple[str, ...]
    with_digits: tuple[str, ...]
    words: tuple[str, ...]
    no_dates: tuple[str, ...]


SCENES = {
    "en": (
        Scene(
            "Harvest",
            "A shared garden",
            ("No.", "Crop", "Weight (kg)", "Picked on"),
            ("Beans", "Beetroot", "Carrots", "Courgettes", "Leeks", "Onions", "Potatoes", "Tomatoes"),
            ("{} kg", "about {}", "{} or so", "{} with the bag"),
            ("not weighed", "a crate", "?", "two baskets"),
            ("last week", "early July", "?", "after the rain"),
        ),
        Scene(
            "Repairs",
            "A repair workshop",
            ("No.", "Object", "Time (min)", "Brought on"),
            ("Bicycle", "Fan", "Iron", "Lamp", "Radio", "Sewing machine", "Toaster", "Vacuum cleaner"),
            ("{} min", "about {}", "{} or so", "{} at least"),
            ("not timed", "an hour", "?", "all morning"),
            ("last week", "early July", "?", "market day"),
        ),
    ),
    "fr": (
        Scene(
            "Récoltes",
            "Un jardin partagé",
            ("N°", "Culture", "Poids (kg)", "Cueilli le"),
            ("Betteraves", "Carottes", "Courgettes", "Haricots", "Oignons", "Poireaux", "Pommes de terre", "Tomates"),
            ("{} kg", "environ {}", "{} à peu près", "{} avec le sac"),
            ("non pesé", "un cageot", "?", "deux paniers"),
            ("la semaine dernière", "début juillet", "?", "après la pluie"),
        ),
        Scene(
            "Réparations",
            "Un atelier de réparation",
            ("N°", "Objet", "Durée (min)", "Apporté le"),
            (
                "Aspirateur",
                "Fer à repasser",
                "Grille-pain",
                "Lampe",
                "Machine à coudre",
                "Radio",
                "Ventilateur",
                "Vélo",
            ),
            ("{} min", "environ {}", "{} à peu près", "{} au moins"),
            ("non mesurée", "une heure", "?", "la matinée"),
            ("la semaine dernière", "début juillet", "?", "jour de marché"),
        ),
    ),
}
ROWS = 34
FIRST_DAY = date(2024, 4, 1)


@dataclass(frozen=True, slots=True)
class Plan:
    with_digits: int
    words: int
    no_dates: int

    @property
    def count(self) -> int:
        """The cells that are not plain numbers."""
        return self.with_digits + self.words


@dataclass(frozen=True, slots=True)
class Drawn:
    plan: Plan
    scene: Scene
    sheet: Sheet
    sample: str  # a number spoilt by a word


def _drawn(ask: Ask) -> Drawn:
    draw = Draw(ask.seed, "mixed-types")
    plan, scene = Plan(draw.between(3, 7), draw.between(2, 5), draw.between(2, 3)), draw.pick(SCENES[ask.locale])
    values = [_value(draw, scene) for _ in range(ROWS)]
    days: list[Cell] = [FIRST_DAY + timedelta(draw.below(150)) for _ in range(ROWS)]
    for row in draw.sample(range(ROWS), plan.no_dates):
        days[row] = draw.pick(scene.no_dates)
    spoilt = draw.sample(range(ROWS), plan.count)
    for row in spoilt[: plan.with_digits]:
        values[row] = draw.pick(scene.with_digits).format(show(values[row], ask.locale))
    for row in spoilt[plan.with_digits :]:
        values[row] = draw.pick(scene.words)
    cells = zip(range(1, ROWS + 1), (draw.pick(scene.things) for _ in values), values, days, strict=True)
    return Drawn(plan, scene, Sheet(scene.name, scene.head, tuple(cells)), str(values[spoilt[0]]))


def _value(draw: Draw, scene: Scene) -> Cell:
    return Decimal(draw.between(10, 240)) / 10 if "kg" in scene.head[2] else draw.between(5, 180)


def make(ask: Ask) -> Play:
    """A number with anything beside it in its cell is no longer a number."""
    drawn = _drawn(ask)
    say = phrased(PHRASES, ask.locale, _facts(drawn))
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=(Field("count", say["label"], Format.NUMBER, say["hint"]),),
        downloads=(download(ask, drawn.sheet),),
        table=on_page(drawn.sheet, ask.locale),
        key=fields_key(count=exactly(drawn.plan.count)),
        shown=say["shown"],
        mistakes=_mistakes(say, drawn.plan),
        correction=say["correction"],
    )


def _facts(drawn: Drawn) -> dict[str, object]:
    return {
        "who": drawn.scene.who,
        "column": drawn.scene.head[2],
        "other": drawn.scene.head[3],
        "sample": drawn.sample,
        "count": drawn.plan.count,
        "words": drawn.plan.words,
        "rest": ROWS - drawn.plan.count,
        "rows": ROWS,
    }


def _mistakes(say: Mapping[str, str], plan: Plan) -> tuple[Mistake, ...]:
    return foreseen(
        say,
        words=fields_key(count=exactly(plan.words)),
        everywhere=fields_key(count=exactly(plan.count + plan.no_dates)),
        rest=fields_key(count=exactly(ROWS - plan.count)),
    )


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Count the cells of the third column that are not digits with at most one decimal mark."""
    return {"count": str(sum(not re.fullmatch(r"\d+([.,]\d+)?", row[2]) for row in rows_of(play, data)))}


TEMPLATE = Template(
    name="table.mixed-types",
    levels=(3,),
    make=make,
    solve=solve,
    build=builder(lambda ask: (_drawn(ask).sheet,)),
    equivalent="The whole table is on the page: on a phone or read aloud, it can be gone through without the file.",
)
