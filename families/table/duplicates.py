"""Identifiers and duplicates: who is entered twice, and which number was given to two people."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from families import locales
from families.contract import Ask, Field, FieldsKey, Format, Kind, Mistake, Play, Template, TextKey
from families.seeds import Draw
from families.table import people
from families.table.books import builder, download, on_page
from families.table.reading import rows_of
from families.table.saying import exactly, fields_key, foreseen, phrased
from families.table.sheets import Row, Sheet

PHRASES = {
    "en": {
        "title": "Members entered twice",
        "sheet": "Members",
        "number": "Member no.",
        "name": "Name",
        "born": "Born on",
        "context": "This list of members was gathered from several files. Some people are in it more than once, at "
        "times with the name typed another way. And one member number was given by mistake to two different people. "
        "Same name and same birth date: same person.",
        "question": "How many different people are in the list, and which number was given to two of them?",
        "people": "Different people",
        "people_hint": "A whole number, for example 85.",
        "clash_label": "Number given twice",
        "clash_hint": "As in the list, for example M-1234.",
        "shown": "{count} people; the number given to two of them is {clash}.",
        "lines": "That is the number of lines. {extra} of them repeat someone already there.",
        "ids": "That is the number of different member numbers. But {clash} belongs to two people: one more.",
        "same_names": "People of the same name were taken for one. {namesake} is the name of two people, with two "
        "birth dates and two numbers.",
        "spellings": "The same name typed in two ways was counted twice: {typed} is {clean}, born on the same day.",
        "twice": "That number does come twice, but for one and the same person: same birth date, however the name is "
        "typed. Look for a number with two different people.",
        "namesakes": "That number belongs to one person only. Somebody else has the same name, but another number "
        "and another birth date.",
        "correction": "An identifier is worth something when each person has one, and each one belongs to one "
        "person. A name alone is not enough: two people may share it, and it can be typed in many ways.\n\n"
        "**One way:**\n\n"
        "1. Sort by number. A number that comes twice is either a repeated line (same birth date) or a mistake.\n"
        "2. {clash} has two birth dates and two names: {clash_people}. It was given to two people.\n"
        "3. Remove the {extra} repeated lines: {rows} − {extra} = {count} people. Namesakes, such as {namesake}, "
        "stay: they are different people.\n\n"
        "**Another way:** count each number with COUNTIF and look only at those above 1; or add a column joining "
        "number and birth date, then remove its duplicates: {count} values remain.",
    },
    "fr": {
        "title": "Des membres inscrits deux fois",
        "sheet": "Membres",
        "number": "N° de membre",
        "name": "Nom",
        "born": "Naissance",
        "context": "Cette liste de membres réunit plusieurs fichiers. Des personnes y sont plusieurs fois, parfois "
        "avec un nom saisi autrement. Et un numéro de membre a été donné par erreur à deux personnes différentes. "
        "Même nom et même date de naissance : même personne.",
        "question": "Combien de personnes différentes y a-t-il, et quel numéro a été donné à deux d'entre elles ?",
        "people": "Personnes différentes",
        "people_hint": "Un nombre entier, par exemple 85.",
        "clash_label": "Numéro donné deux fois",
        "clash_hint": "Comme dans la liste, par exemple M-1234.",
        "shown": "{count} personnes ; le numéro donné à deux d'entre elles est {clash}.",
        "lines": "C'est le nombre de lignes. {extra} d'entre elles répètent une personne déjà présente.",
        "ids": "C'est le nombre de numéros différents. Mais {clash} désigne deux personnes : une de plus.",
        "same_names": "Des personnes de même nom ont été prises pour une seule. {namesake} est le nom de deux "
        "personnes, avec deux dates de naissance et deux numéros.",
        "spellings": "Le même nom saisi de deux façons a été compté deux fois : {typed}, c'est {clean}, même date de "
        "naissance.",
        "twice": "Ce numéro revient bien deux fois, mais pour une même personne : même date de naissance, quelle que "
        "soit la façon d'écrire le nom. Cherchez un numéro avec deux personnes différentes.",
        "namesakes": "Ce numéro n'est qu'à une personne. Une autre porte le même nom, avec un autre numéro et une "
        "autre date de naissance.",
        "correction": "Un identifiant est utile si chaque personne en a un, et si chacun n'est qu'à une personne. Un "
        "nom seul ne suffit pas : deux personnes peuvent le porter, et il se saisit de bien des façons.\n\n"
        "**Une façon de faire :**\n\n"
        "1. Triez par numéro. Un numéro qui revient est soit une ligne répétée (même date de naissance), soit une "
        "erreur.\n"
        "2. {clash} a deux dates de naissance et deux noms : {clash_people}. Il a été donné à deux personnes.\n"
        "3. Enlevez les {extra} lignes répétées : {rows} − {extra} = {count} personnes. Les homonymes, comme "
        "{namesake}, restent : ce sont des personnes différentes.\n\n"
        "**Une autre :** compter chaque numéro avec NB.SI et ne regarder que ceux qui dépassent 1 ; ou réunir numéro "
        "et date de naissance dans une colonne, puis supprimer ses doublons : il reste {count} valeurs.",
    },
}
NAMESAKES = 2  # pairs of people with the same name
FIRST_BIRTH, BIRTH_DAYS = date(1946, 1, 1), 20_000


@dataclass(frozen=True, slots=True)
class Person:
    number: str
    first: str
    family: str
    born: date

    @property
    def name(self) -> str:
        """As it should be typed."""
        return f"{self.first} {self.family}"

    def row(self, name: str) -> Row:
        """A line of the list, with the name as it was typed."""
        return (self.number, name, self.born)


@dataclass(frozen=True, slots=True)
class Drawn:
    people: tuple[Person, ...]
    clash: tuple[Person, Person]
    namesakes: tuple[Person, ...]
    retyped: tuple[tuple[Person, str], ...]  # entered again under another spelling
    repeated: tuple[Person, ...]  # entered again as they were
    sheet: Sheet

    @property
    def extra(self) -> int:
        """How many lines repeat someone."""
        return len(self.retyped) + len(self.repeated)


def _drawn(ask: Ask) -> Drawn:
    draw = Draw(ask.seed, "duplicates")
    count, retyped, repeated = draw.between(20, 26), draw.between(3, 4), draw.between(1, 2)
    everyone = _everyone(ask, draw, count)
    namesakes, clash = tuple(everyone[: 2 * NAMESAKES]), (everyone[4], everyone[5])
    again = tuple((person, _retyped(draw, person)) for person in everyone[6 : 6 + retyped])
    as_is = tuple(everyone[6 + retyped : 6 + retyped + repeated])
    rows = [person.row(person.name) for person in (*everyone, *as_is)] + [person.row(name) for person, name in again]
    return Drawn(tuple(everyone), clash, namesakes, again, as_is, _sheet(ask, draw.shuffled(rows)))


def _everyone(ask: Ask, draw: Draw, count: int) -> list[Person]:
    """First the namesakes two by two, then the two people of one number, then all the others."""
    numbers = people.numbers(draw, "M", count)
    numbers[5] = numbers[4]
    births = [FIRST_BIRTH + timedelta(day) for day in _apart(draw, count)]
    names = people.names(ask, Draw(ask.seed, "duplicates names"), count)
    names[1], names[3] = names[0], names[2]
    return [Person(number, *name, born) for number, name, born in zip(numbers, names, births, strict=True)]


def _apart(draw: Draw, count: int) -> list[int]:
    step = BIRTH_DAYS // count
    return draw.shuffled([place * step + draw.below(step) for place in range(count)])


def _retyped(draw: Draw, person: Person) -> str:
    return draw.pick((person.name.upper(), person.name.lower(), f"{person.family} {person.first}"))


def _sheet(ask: Ask, rows: Sequence[Row]) -> Sheet:
    text = PHRASES[ask.locale]
    return Sheet(text["sheet"], (text["number"], text["name"], text["born"]), tuple(rows))


def make(ask: Ask) -> Play:
    """Same name and same birth date, same person; one number, one person."""
    drawn = _drawn(ask)
    say = phrased(PHRASES, ask.locale, _facts(drawn, ask.locale))
    return Play(
        title=say["title"],
        context=say["context"],
        question=say["question"],
        kind=Kind.FIELDS,
        fields=_fields(say),
        downloads=(download(ask, drawn.sheet),),
        table=on_page(drawn.sheet, ask.locale),
        key=fields_key(people=exactly(len(drawn.people)), clash=_numbered(drawn.clash[:1])),
        shown=say["shown"],
        mistakes=_mistakes(say, drawn),
        correction=say["correction"],
    )


def _fields(say: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        Field("people", say["people"], Format.NUMBER, say["people_hint"]),
        Field("clash", say["clash_label"], Format.TEXT, say["clash_hint"]),
    )


def _facts(drawn: Drawn, locale: str) -> dict[str, object]:
    person, typed = drawn.retyped[0]
    return {
        "count": len(drawn.people),
        "extra": drawn.extra,
        "rows": len(drawn.sheet.rows),
        "clash": drawn.clash[0].number,
        "clash_people": locales.listed([one.name for one in drawn.clash], locale),
        "namesake": drawn.namesakes[0].name,
        "typed": locales.quoted(typed, locale),
        "clean": locales.quoted(person.name, locale),
    }


def _numbered(some: Sequence[Person]) -> TextKey:
    """Their numbers, with or without the letter."""
    return TextKey(tuple(form for person in some for form in (person.number, person.number[2:])))


def _mistakes(say: Mapping[str, str], drawn: Drawn) -> tuple[Mistake, ...]:
    count = len(drawn.people)
    entered_again = (*(person for person, _ in drawn.retyped), *drawn.repeated)
    return foreseen(
        say,
        lines=_people(count + drawn.extra),
        ids=_people(count - 1),
        same_names=_people(count - NAMESAKES),
        spellings=_people(count + len(drawn.retyped)),
        twice=fields_key(clash=_numbered(entered_again)),
        namesakes=fields_key(clash=_numbered(drawn.namesakes)),
    )


def _people(count: int) -> FieldsKey:
    return fields_key(people=exactly(count))


def solve(play: Play, data: bytes) -> dict[str, str]:
    """Tell people apart by the words of their name and their birth date, then look for a number with two of them."""
    by_number: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for number, name, born in rows_of(play, data):
        by_number[number].add((*sorted(re.findall(r"\w+", name.casefold())), born))
    (clash,) = (number for number, found in by_number.items() if len(found) > 1)
    return {"people": str(len(set.union(*by_number.values()))), "clash": clash}


TEMPLATE = Template(
    name="table.duplicates",
    levels=(5,),
    make=make,
    solve=solve,
    build=builder(lambda ask: (_drawn(ask).sheet,)),
    equivalent="The whole list is on the page: on a phone or read aloud, it can be gone through without the file.",
)
