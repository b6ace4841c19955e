"""What a folder weighs once compressed, and whether it can go by mail: what is already compressed does not shrink."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from families import locales
from families.contract import Ask, Field, Format, Kind, Mistake, NumberKey, Option, Play, Table, Template
from families.seeds import Draw
from families.storage.reading import figure, rows, sizes
from families.storage.words import SIZES_IN_MB, amount, unit_of
from families.table.saying import fields_key, foreseen, option, phrased

PHRASES = {
    "en": {
        "title": "A heavy folder to send",
        "context": "{who} wants to e-mail the folder below. The mail service refuses attachments over {limit} in "
        "all. Compressing into a ZIP file divides plain text and tables by about {ratio}; what the ZIP does to the "
        "other files depends on their format.",
        "question": "Roughly how many MB will the ZIP file take, and how can it be sent?",
        "caption": "The folder to send",
        "content": "Content",
        "format": "Format",
        "size": "Size",
        "weight": "Size of the ZIP file",
        "weight_hint": "A number in MB; a rough figure is enough, within 1 MB or so.",
        "way": "How to send it",
        "way_hint": "Choose one way.",
        "attach": "Attached to one message",
        "link": "Too heavy to attach: put it online and send a link",
        "shown": "About {zip}. {way_shown}.",
        "all": "That would be right if everything shrank. {media} are compressed formats already: the ZIP hardly "
        "reduces them. Only {plain} shrink.",
        "nothing": "Compression does gain something here: plain text and tables ({plain_sum}) shrink to about "
        "{shrunk}. The rest stays as it is.",
        "dropped": "The size found is that of the texts and tables alone. The photos and sound are in the ZIP too, "
        "at nearly their full size: {media_sum}.",
        "other_way": "The size is right. Compare it with the limit: {zip} against {limit}.",
        "correction": "A ZIP file finds repetitions and writes them shorter. Plain text is full of them; JPEG and "
        "MP3 files are compressed already, so they hardly shrink.\n\n"
        "**One way:**\n\n"
        "1. What shrinks: {plain_list} = {plain_sum}, divided by {ratio} ≈ {shrunk}.\n"
        "2. What does not: {media_list} = {media_sum}.\n"
        "3. In all: {shrunk} + {media_sum} = {zip}. The limit is {limit}. {way_shown}.\n\n"
        "**Another way:** make the ZIP file and read its size before writing the message. To make photos lighter, "
        "reduce their dimensions instead.",
    },
    "fr": {
        "title": "Un dossier lourd à envoyer",
        "context": "{who} veut envoyer par courriel le dossier ci-dessous. La messagerie refuse plus de {limit} de "
        "pièces jointes. La compression en ZIP divise par {ratio} environ les textes bruts et les tableaux ; son "
        "effet sur les autres fichiers dépend de leur format.",
        "question": "Combien de Mo le fichier ZIP pèsera-t-il environ, et comment l'envoyer ?",
        "caption": "Le dossier à envoyer",
        "content": "Contenu",
        "format": "Format",
        "size": "Taille",
        "weight": "Taille du fichier ZIP",
        "weight_hint": "Un nombre en Mo ; un ordre de grandeur suffit, à 1 Mo près environ.",
        "way": "Comment l'envoyer",
        "way_hint": "Choisissez une façon.",
        "attach": "En pièce jointe d'un seul message",
        "link": "Trop lourd à joindre : le déposer en ligne et envoyer un lien",
        "shown": "Environ {zip}. {way_shown}.",
        "all": "Ce serait juste si tout rétrécissait. {media} sont des formats déjà compressés : le ZIP ne les "
        "réduit presque pas. Seuls {plain} rétrécissent.",
        "nothing": "La compression fait bien gagner de la place ici : les textes bruts et les tableaux ({plain_sum}) "
        "descendent à {shrunk} environ. Le reste ne change pas.",
        "dropped": "C'est la taille des textes et des tableaux seuls. Les photos et le son sont aussi dans le ZIP, "
        "presque à leur taille d'origine : {media_sum}.",
        "other_way": "La taille est juste. Comparez-la à la limite : {zip} pour {limit} au plus.",
        "correction": "Un fichier ZIP repère les répétitions et les écrit plus court. Le texte brut en est plein ; "
        "les fichiers JPEG et MP3 sont déjà compressés, ils ne rétrécissent presque pas.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Ce qui rétrécit : {plain_list} = {plain_sum}, divisés par {ratio} ≈ {shrunk}.\n"
        "2. Ce qui ne change pas : {media_list} = {media_sum}.\n"
        "3. En tout : {shrunk} + {media_sum} = {zip}. La limite est de {limit}. {way_shown}.\n\n"
        "**Une autre :** créer le fichier ZIP et lire sa taille avant d'écrire le message. Pour alléger des photos, "
        "réduisez plutôt leurs dimensions.",
    },
}
TEXT = {"en": "TXT (plain text)", "fr": "TXT (texte brut)"}
TABLE = {"en": "CSV (table)", "fr": "CSV (tableau)"}
# Content by format; the first two shrink, the last two do not.
CONTENTS = {
    "en": (
        (("Exported messages", TEXT["en"]), ("Mailing list archive", TEXT["en"]), ("Village annals", TEXT["en"])),
        (
            ("Weather readings", TABLE["en"]),
            ("Bus stops of the region", TABLE["en"]),
            ("Library catalogue", TABLE["en"]),
        ),
        (("Photos of the day", "JPEG"), ("Portraits", "JPEG"), ("Photos of the garden", "JPEG")),
        (("Recorded songs", "MP3"), ("Interviews", "MP3"), ("Radio programmes", "MP3")),
    ),
    "fr": (
        (("Messages exportés", TEXT["fr"]), ("Archives d'une liste", TEXT["fr"]), ("Annales du village", TEXT["fr"])),
        (("Relevés météo", TABLE["fr"]), ("Arrêts de bus de la région", TABLE["fr"]), ("Catalogue", TABLE["fr"])),
        (("Photos de la journée", "JPEG"), ("Portraits", "JPEG"), ("Photos du jardin", "JPEG")),
        (("Chansons enregistrées", "MP3"), ("Entretiens", "MP3"), ("Émissions de radio", "MP3")),
    ),
}
LIMITS = (20, 25)


@dataclass(frozen=True, slots=True)
class Plan:
    sizes: tuple[int, int, int, int]  # MB: text, tables, photos, sound
    ratio: int
    limit: int  # MB

    @property
    def shrunk(self) -> Decimal:
        """What text and tables weigh once compressed."""
        return Decimal(sum(self.sizes[:2])) / self.ratio

    @property
    def kept(self) -> int:
        """What photos and sound weigh, compressed or not."""
        return sum(self.sizes[2:])

    @property
    def fits(self) -> bool:
        """One message is enough."""
        return self.shrunk + self.kept <= self.limit

    @property
    def accepted(self) -> NumberKey:
        """The sizes that are near enough."""
        # Photos and sound may lose a few hundredths, the ratio is a rough one, and the answer may be rounded.
        low, high = (
            self.shrunk * Decimal("0.9") + self.kept * Decimal("0.94"),
            self.shrunk * Decimal("1.1") + self.kept,
        )
        return _megabytes(low - Decimal("0.5"), high + Decimal("0.5"))


def _megabytes(low: Decimal, high: Decimal) -> NumberKey:
    return NumberKey(low.quantize(Decimal("0.01")), high.quantize(Decimal("0.01")), SIZES_IN_MB)


def _near(value: Decimal | int) -> NumberKey:
    return _megabytes(Decimal(value) - Decimal("0.6"), Decimal(value) + Decimal("0.6"))


def _plan(draw: Draw) -> Plan:
    fits = draw.chance(0.5)
    while True:
        ratio, limit = draw.pick((4, 5)), draw.pick(LIMITS)
        text, table = draw.between(2, 7) * ratio, draw.between(1, 4) * ratio
        photos, sound = draw.between(4, 16), draw.between(3, 12)
        plan = Plan((text, table, photos, sound), ratio, limit)
        if plan.fits == fits and _clear(plan):
            return plan


def _clear(plan: Plan) -> bool:
    """The answer is far from the limit, and without compression nothing would pass."""
    right = plan.accepted
    return not right.low - 1 <= plan.limit <= right.high + 1 and plan.limit < sum(plan.sizes)


def make(ask: Ask) -> Play:
    """Only what is not compressed yet shrinks."""
    draw = Draw(ask.seed, "compress-send")
    plan = _plan(draw)
    contents = [draw.pick(kind) for kind in CONTENTS[ask.locale]]
    say = phrased(PHRASES, ask.locale, _facts(plan, draw, ask))
    lines = [(*names, amount(size, "MB", ask.locale)) for names, size in zip(contents, plan.sizes, strict=True)]
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=_fields(say, ask.locale),
        table=Table(say["caption"], (say["content"], say["format"], say["size"]), tuple(draw.shuffled(lines))),
        key=fields_key(weight=plan.accepted, way=option(_way(plan))),
        shown=say["shown"],
        mistakes=_mistakes(say, plan),
        correction=say["correction"],
    )


def _way(plan: Plan) -> str:
    return "attach" if plan.fits else "link"


def _facts(plan: Plan, draw: Draw, ask: Ask) -> dict[str, object]:
    def sized(value: Decimal | int) -> str:
        return amount(value, "MB", ask.locale)

    text, table, photos, sound = plan.sizes
    return {
        "who": draw.pick(locales.first_names(ask.locale, ask.country)),
        "limit": sized(plan.limit),
        "ratio": plan.ratio,
        "media": locales.listed(("JPEG", "MP3"), ask.locale),
        "plain": locales.listed(("TXT", "CSV"), ask.locale),
        "plain_list": f"{sized(text)} + {sized(table)}",
        "plain_sum": sized(text + table),
        "media_list": f"{sized(photos)} + {sized(sound)}",
        "media_sum": sized(plan.kept),
        "shrunk": sized(int(plan.shrunk)),
        "zip": sized(int(plan.shrunk) + plan.kept),
        "way_shown": PHRASES[ask.locale][_way(plan)],
    }


def _fields(say: Mapping[str, str], locale: str) -> tuple[Field, ...]:
    ways = (Option("attach", say["attach"]), Option("link", say["link"]))
    return (
        Field("weight", say["weight"], Format.NUMBER, say["weight_hint"], unit_of("MB", locale)),
        Field("way", say["way"], Format.SELECT, say["way_hint"], options=ways),
    )


def _mistakes(say: Mapping[str, str], plan: Plan) -> tuple[Mistake, ...]:
    total = sum(plan.sizes)
    other = fields_key(weight=plan.accepted, way=option("link" if plan.fits else "attach"))
    return foreseen(
        say,
        all=fields_key(weight=_near(Decimal(total) / plan.ratio)),
        nothing=fields_key(weight=_near(total)),
        dropped=fields_key(weight=_near(plan.shrunk)),
        other_way=other,
    )


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Divide what is plain, keep the rest, compare with the limit."""
    limit = sizes(play.context)[0]
    ratio = figure(play.context.rsplit("ZIP", 2)[1])
    weights = [sizes(row[2])[0] / (ratio if row[1][:3] in ("TXT", "CSV") else 1) for row in rows(play.table)]
    total = sum(weights, Decimal(0))
    return {"weight": f"{total:f}", "way": "attach" if total <= limit else "link"}


TEMPLATE = Template(
    name="storage.compress-send",
    levels=(3,),
    make=make,
    solve=solve,
    equivalent="A table of four lines, one figure and one list: read aloud or on a phone, it is the same task.",
)
