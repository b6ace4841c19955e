"""What one reads in the ordinary files of a folder: notes, lists, pages, plans, letters and sheets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from families.locales import MONTHS
from families.seeds import Draw

_NOTES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "{event}: {n} chairs are missing. {name} brings some on Saturday.",
        "{event}: {n} people had signed up by {day}.",
        "{event}: deposit of {n} paid on {day}.",
        "{event}: call {name} before {day} about the tables.",
        "{event}: {n} posters printed, {name} puts them up.",
        "{event}: meeting moved to {day}, same room.",
        "{event}: {name} offers {n} cakes and some apple juice.",
        "{event}: bill {n} came on {day}, to be passed on to {name}.",
        "{event}: {n} photos to sort with {name}.",
        "{event}: the hall is booked from {day}, {n} places.",
        "{event}: {name} lends a trailer, {n} crates fit in.",
        "{event}: thank the {n} volunteers before {day}.",
    ),
    "fr": (
        "{event} : il manque {n} chaises. {name} en apporte samedi.",
        "{event} : {n} personnes inscrites au {day}.",
        "{event} : acompte de {n} euros versé le {day}.",
        "{event} : appeler {name} avant le {day} pour les tables.",
        "{event} : {n} affiches imprimées, {name} les pose.",
        "{event} : réunion déplacée au {day}, même salle.",
        "{event} : {name} propose {n} gâteaux et du jus de pomme.",
        "{event} : note de {n} euros reçue le {day}, à transmettre à {name}.",
        "{event} : {n} photos à trier avec {name}.",
        "{event} : la salle est réservée dès le {day}, {n} places.",
        "{event} : {name} prête une remorque, {n} caisses y tiennent.",
        "{event} : remercier les {n} bénévoles avant le {day}.",
    ),
}
_HEADS: Mapping[str, str] = {"en": "name;number;paid", "fr": "nom;nombre;payé"}
_PAID: Mapping[str, tuple[str, str]] = {"en": ("yes", "no"), "fr": ("oui", "non")}


@dataclass(frozen=True, slots=True)
class Talk:
    """What ordinary files may speak of."""

    locale: str
    events: Sequence[str]
    people: Sequence[str]


def line(talk: Talk, draw: Draw) -> str:
    """One thing the group had to remember."""
    event = draw.pick(talk.events)
    return draw.pick(_NOTES[talk.locale]).format(
        event=event[0].upper() + event[1:],
        n=draw.between(4, 160),
        name=draw.pick(talk.people),
        day=f"{draw.between(2, 28)} {draw.pick(MONTHS[talk.locale])}",
    )


def _note(talk: Talk, draw: Draw) -> str:
    return "".join(f"{line(talk, draw)}\n" for _ in range(draw.between(1, 4)))


def _memo(talk: Talk, draw: Draw) -> str:
    points = "".join(f"- {line(talk, draw)}\n" for _ in range(draw.between(2, 5)))
    return f"# {draw.pick(talk.events)}\n\n{points}"


def _table(talk: Talk, draw: Draw) -> str:
    people = draw.sample(talk.people, draw.between(4, 12))
    rows = [f"{name};{draw.between(1, 60)};{draw.pick(_PAID[talk.locale])}" for name in people]
    return "\n".join([_HEADS[talk.locale], *rows, ""])


def _page(talk: Talk, draw: Draw) -> str:
    title, said = draw.pick(talk.events), line(talk, draw)
    return f'<!doctype html>\n<html lang="{talk.locale}">\n<title>{title}</title>\n<p>{said}</p>\n</html>\n'


def _plan(talk: Talk, draw: Draw) -> str:
    left, top, width = draw.between(10, 90), draw.between(10, 60), draw.between(20, 60)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120">\n<title>{draw.pick(talk.events)}</title>\n'
        '<rect width="160" height="120" fill="#eef2f6"/>\n'
        f'<rect x="{left}" y="{top}" width="{width}" height="40" fill="#4a6b8a"/>\n</svg>\n'
    )


def _letter(talk: Talk, draw: Draw) -> str:
    return "\n".join(line(talk, draw) for _ in range(draw.between(1, 3)))


def _sheet(talk: Talk, draw: Draw) -> str:
    rows = draw.sample(talk.events, 3)
    return "\n".join(f"{event};{draw.between(20, 900)}" for event in rows)


Writer = Callable[[Talk, Draw], str]
WRITERS: Mapping[str, Writer] = {
    "txt": _note,
    "md": _memo,
    "csv": _table,
    "html": _page,
    "svg": _plan,
    "pdf": _letter,
    "odt": _letter,
    "ods": _sheet,
}
