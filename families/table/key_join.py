"""Two tables linked by a key: what one says of the members counts the loans of the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from families import locales
from families.contract import Ask, Download, Field, Format, Kind, Mistake, Play, Template, TextKey
from families.seeds import Draw
from families.table import people
from families.table.books import as_files, builder, on_page
from families.table.reading import Rows, separated_rows, sheets_of
from families.table.saying import exactly, fields_key, foreseen, phrased
from families.table.sheets import Sheet

PHRASES = {
    "en": {
        "title": "Loans and members",
        "file": "tool-library",
        "members": "Members",
        "member": "Member no.",
        "name": "Name",
        "town": "Lives in",
        "loans": "Loans",
        "loan": "Loan",
        "object": "Object",
        "by": "Borrowed by",
        "at": "Collected at",
        "on": "Date",
        "note": "2 tables: {members_count} members, {loans_count} loans",
        "context": "A tool library keeps two tables: Loans (below) and Members (in the file). The member number "
        "links them. Tools are collected at one counter or another, wherever the member lives.",
        "question": "How many loans went to people who live in {asked}, and which loan has a number that no "
        "member has?",
        "count": "Loans to people living in {asked}",
        "count_hint": "A whole number, for example 85.",
        "orphan": "Loan without a member",
        "orphan_hint": "As in the list, for example L-1234.",
        "shown": "{right} loans; the loan without a member is {lost}.",
        "counter": "Those are the loans collected in {asked}. Where a member lives is in the other table: go through "
        "the member number.",
        "people": "That is the number of members who live in {asked}. Count their loans: some have several, some "
        "none.",
        "borrowers": "Those are the borrowers from {asked}, each counted once. The question is about loans.",
        "idle": "That is a member without a loan. The question is the other way round: a loan whose number is not "
        "among the members.",
        "number": "The member number {stray} is indeed the one nobody has. The question asks for the loan: {lost}.",
        "correction": "A key is written once in its own table, and each line of the other table points to it. So the "
        "town is kept in one place only, and is reached through the number.\n\n"
        "**One way:**\n\n"
        "1. In Members, note the numbers of those who live in {asked}: {keys}.\n"
        "2. In Loans, count the lines that carry one of these numbers: {right}.\n"
        "3. {stray} is not in Members: loan {lost} points to nobody.\n\n"
        "**Another way:** add a column to Loans with VLOOKUP or XLOOKUP on the member number to bring the town; the "
        "loan without a member shows an error. Then COUNTIF on “{asked}”.",
    },
    "fr": {
        "title": "Prêts et membres",
        "file": "outilotheque",
        "members": "Membres",
        "member": "N° de membre",
        "name": "Nom",
        "town": "Habite à",
        "loans": "Prêts",
        "loan": "Prêt",
        "object": "Objet",
        "by": "Emprunté par",
        "at": "Retiré à",
        "on": "Date",
        "note": "2 tableaux : {members_count} membres, {loans_count} prêts",
        "context": "Une outilothèque tient deux tableaux : Prêts (ci-dessous) et Membres (dans le fichier). Le "
        "numéro de membre les relie. Les outils se retirent à un guichet ou à un autre, où que l'on habite.",
        "question": "Combien de prêts ont été faits à des personnes qui habitent à {asked}, et quel prêt porte un "
        "numéro qu'aucun membre n'a ?",
        "count": "Prêts aux personnes qui habitent à {asked}",
        "count_hint": "Un nombre entier, par exemple 85.",
        "orphan": "Prêt sans membre",
        "orphan_hint": "Comme dans la liste, par exemple P-1234.",
        "shown": "{right} prêts ; le prêt sans membre est {lost}.",
        "counter": "Ce sont les prêts retirés à {asked}. La ville où l'on habite est dans l'autre tableau : passez "
        "par le numéro de membre.",
        "people": "C'est le nombre de membres qui habitent à {asked}. Comptez leurs prêts : certains en ont "
        "plusieurs, d'autres aucun.",
        "borrowers": "Ce sont les personnes de {asked} qui ont emprunté, comptées une fois chacune. La question "
        "porte sur les prêts.",
        "idle": "C'est un membre sans prêt. La question est dans l'autre sens : un prêt dont le numéro n'est pas "
        "parmi les membres.",
        "number": "Le numéro de membre {stray} est bien celui que personne n'a. La question demande le prêt : {lost}.",
        "correction": "Une clé est écrite une seule fois dans son tableau, et chaque ligne de l'autre tableau y "
        "renvoie. La ville n'est donc notée qu'à un endroit, et on y arrive par le numéro.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Dans Membres, relevez les numéros des personnes qui habitent à {asked} : {keys}.\n"
        "2. Dans Prêts, comptez les lignes qui portent un de ces numéros : {right}.\n"
        "3. {stray} n'est pas dans Membres : le prêt {lost} ne renvoie à personne.\n\n"
        "**Une autre :** ajouter une colonne à Prêts avec RECHERCHEV ou RECHERCHEX sur le numéro de membre pour "
        "ramener la ville ; le prêt sans membre affiche une erreur. Puis NB.SI sur « {asked} ».",
    },
}
OBJECTS = {
    "en": ("Drill", "Hedge trimmer", "Ladder", "Sander", "Sewing machine", "Spade", "Tent", "Wheelbarrow"),
    "fr": ("Bêche", "Brouette", "Échelle", "Machine à coudre", "Perceuse", "Ponceuse", "Taille-haie", "Tente"),
}
LETTER = {"en": "L", "fr": "P"}
TOWNS, MEMBERS, LOANS = 4, 14, 26
IDLE = (0, 4)  # two members who never borrow: one from the town asked about, one from another
FIRST_DAY = date(2024, 3, 4)


@dataclass(frozen=True, slots=True)
class Plan:
    """By rank: where each member lives, who made each loan, where it was collected. Town 0 is the one asked about."""

    homes: tuple[int, ...]
    borrowers: tuple[int, ...]  # MEMBERS stands for a member who is not in the list
    counters: tuple[int, ...]

    @property
    def right(self) -> int:
        """The loans of those who live in the town asked about."""
        return sum(self._at_home(borrower) for borrower in self.borrowers)

    @property
    def wrong(self) -> tuple[int, int, int]:
        """Collected there, members who live there, borrowers who live there."""
        return self.counters.count(0), self.homes.count(0), sum(map(self._at_home, set(self.borrowers)))

    def _at_home(self, borrower: int) -> bool:
        return borrower < MEMBERS and self.homes[borrower] == 0


def _plan(draw: Draw) -> Plan:
    homes = (0, 0, 0, 0, *(draw.between(1, TOWNS - 1) for _ in range(MEMBERS - 4)))
    active = [rank for rank in range(MEMBERS) if rank not in IDLE]
    while True:
        borrowers = (MEMBERS, *(draw.pick(active) for _ in range(LOANS - 1)))
        plan = Plan(homes, borrowers, tuple(draw.below(TOWNS) for _ in range(LOANS)))
        if plan.right > 4 and len({plan.right, *plan.wrong}) == 4:
            return plan


@dataclass(frozen=True, slots=True)
class Drawn:
    plan: Plan
    asked: str  # the town asked about
    numbers: tuple[str, ...]  # of the members, then the one that nobody has
    lost: str  # the loan that points to nobody
    sheets: tuple[Sheet, Sheet]


def _drawn(ask: Ask) -> Drawn:
    draw = Draw(ask.seed, "key-join")
    plan, numbers = _plan(draw), people.numbers(draw, "M", MEMBERS + 1)
    loans = people.numbers(draw, LETTER[ask.locale], LOANS)
    towns = draw.sample(locales.towns(ask.locale, ask.country), TOWNS)
    lent = [
        (loan, draw.pick(OBJECTS[ask.locale]), numbers[borrower], towns[counter])
        for loan, borrower, counter in zip(loans, plan.borrowers, plan.counters, strict=True)
    ]
    names = people.names(ask, Draw(ask.seed, "key-join names"), MEMBERS)
    homes = [towns[home] for home in plan.homes]
    members = [(number, " ".join(name), home) for number, name, home in zip(numbers, names, homes, strict=False)]
    sheets = (_members(ask, members), _loans(ask, draw, draw.shuffled(lent)))
    return Drawn(plan, towns[0], tuple(numbers), loans[0], sheets)


def _members(ask: Ask, members: list[tuple[str, str, str]]) -> Sheet:
    text = PHRASES[ask.locale]
    return Sheet(text["members"], (text["member"], text["name"], text["town"]), tuple(sorted(members)))


def _loans(ask: Ask, draw: Draw, lent: list[tuple[str, str, str, str]]) -> Sheet:
    text, day, rows = PHRASES[ask.locale], FIRST_DAY, []
    for loan in lent:
        day += timedelta(draw.below(5))
        rows.append((*loan, day))
    return Sheet(text["loans"], tuple(text[name] for name in ("loan", "object", "by", "at", "on")), tuple(rows))


def make(ask: Ask) -> Play:
    """The key leads from a loan to its member, and from there to the town."""
    drawn = _drawn(ask)
    say = phrased(PHRASES, ask.locale, _facts(drawn))
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=_fields(say),
        downloads=(Download(say["file"], ("xlsx", "ods", "zip"), say["note"]),),
        folder=as_files(ask, drawn.sheets),
        table=on_page(drawn.sheets[1], ask.locale),
        key=fields_key(count=exactly(drawn.plan.right), orphan=_coded(drawn.lost)),
        shown=say["shown"],
        mistakes=_mistakes(say, drawn),
        correction=say["correction"],
    )


def _fields(say: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        Field("count", say["count"], Format.NUMBER, say["count_hint"]),
        Field("orphan", say["orphan"], Format.TEXT, say["orphan_hint"]),
    )


def _facts(drawn: Drawn) -> dict[str, object]:
    keys = (number for number, home in zip(drawn.numbers, drawn.plan.homes, strict=False) if home == 0)
    return {
        "asked": drawn.asked,
        "right": drawn.plan.right,
        "lost": drawn.lost,
        "stray": drawn.numbers[MEMBERS],
        "keys": ", ".join(sorted(keys)),
        "members_count": MEMBERS,
        "loans_count": LOANS,
    }


def _coded(code: str) -> TextKey:
    """A code, with or without its letter."""
    return TextKey((code, code[2:]))


def _mistakes(say: Mapping[str, str], drawn: Drawn) -> tuple[Mistake, ...]:
    counter, residents, borrowers = (fields_key(count=exactly(wrong)) for wrong in drawn.plan.wrong)
    return foreseen(
        say,
        counter=counter,
        people=residents,
        borrowers=borrowers,
        idle=fields_key(orphan=TextKey(tuple(drawn.numbers[rank] for rank in IDLE))),
        number=fields_key(orphan=TextKey((drawn.numbers[MEMBERS],))),
    )


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Look up the town of each loan's member."""
    members, loans = _tables(play, data)
    homes = {number: town for number, _, town in members}
    asked = next(town for town in homes.values() if town in play.fields[0].label)
    (orphan,) = (loan[0] for loan in loans if loan[2] not in homes)
    return {"count": str(sum(homes.get(loan[2]) == asked for loan in loans)), "orphan": orphan}


def _tables(play: Play, data: bytes) -> tuple[Rows, Rows]:
    if data:
        members, loans = sheets_of(data).values()
    else:
        members, loans = (separated_rows(one.text or "") for one in play.folder)
    return members[1:], loans[1:]


TEMPLATE = Template(
    name="table.key-join",
    levels=(6,),
    make=make,
    solve=solve,
    build=builder(lambda ask: _drawn(ask).sheets),
    equivalent="Both tables are on the page: the loans as a table, the members as a text to open.",
)
