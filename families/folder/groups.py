"""The groups whose folders are shown: what they are called and what they organise, by language."""

from collections.abc import Mapping
from dataclasses import dataclass

from families.locales import slug


@dataclass(frozen=True, slots=True)
class Group:
    of: str  # "of the {town} choir"
    slug: str
    events: tuple[tuple[str, str], ...]  # what the group organises, and how a file name says it


def _group(of: str, name: str, events: str) -> Group:
    return Group(of, name, tuple((event, slug(event)) for event in events.split(", ")))


GROUPS: Mapping[str, tuple[Group, ...]] = {
    "en": (
        _group(
            "of the {town} choir",
            "{town}-choir",
            "winter concert, spring concert, dress rehearsal, voice workshop, music day, family tea, autumn tour, "
            "solo night",
        ),
        _group(
            "of the {town} village fair committee",
            "{town}-fair",
            "village fair, jumble sale, barn dance, winter market, midsummer fire, quiz night, soup day, lantern walk",
        ),
        _group(
            "of the {town} repair café",
            "{town}-repair",
            "sewing day, bike day, radio evening, toaster drive, soldering class, open day, spare parts fair, "
            "lamp clinic",
        ),
        _group(
            "of the {town} school garden",
            "{town}-garden",
            "seed swap, harvest day, compost build, hedge planting, class visits, cuttings class, greenhouse "
            "build, plant sale",
        ),
        _group(
            "of the Friends of {town} Library",
            "{town}-library",
            "reading night, story hour, book club, book sale, binding class, photo show, comics day, board games",
        ),
        _group(
            "of the {town} walking club",
            "{town}-walkers",
            "ridge walk, lake loop, night hike, hut weekend, family stroll, coast path, mill trail, photo trail",
        ),
        _group(
            "of the {town} theatre group",
            "{town}-theatre",
            "spring play, public reading, clown course, schools tour, improv night, june festival, costume day, "
            "preview night",
        ),
        _group(
            "of the {town} community pantry",
            "{town}-pantry",
            "may food drive, november drive, cooking class, monday round, volunteer party, sorting day, depot "
            "visit, shared meal",
        ),
        _group(
            "of the {town} brass band",
            "{town}-band",
            "street parade, bandstand concert, brass course, harbour tour, town twinning, uniform fitting, lake "
            "concert, band camp",
        ),
        _group(
            "of the {town} bike workshop",
            "{town}-bikes",
            "bike sale, brake class, night ride, school check, wheel building, tandem day, lights campaign, tool "
            "library",
        ),
    ),
    "fr": (
        _group(
            "de la chorale {town}",
            "chorale-{town}",
            "concert de printemps, grand concert, stage de voix, journée musique, goûter des familles, tournée de "
            "mai, soirée quatuor, bal des voix",
        ),
        _group(
            "du comité des fêtes {town}",
            "comite-des-fetes-{town}",
            "fête du village, vide-grenier, bal de juillet, soirée loto, feu de juin, fête de la soupe, carnaval, "
            "course de caisses",
        ),
        _group(
            "de l'atelier de réparation {town}",
            "atelier-reparation-{town}",
            "journée couture, journée vélo, soirée radio, collecte de grille-pain, stage soudure, portes "
            "ouvertes, bourse aux pièces, soirée lampes",
        ),
        _group(
            "du jardin partagé {town}",
            "jardin-partage-{town}",
            "bourse aux graines, fête des récoltes, chantier compost, plantation de la haie, visite des écoles, "
            "atelier boutures, pose de la serre, troc de plants",
        ),
        _group(
            "de la bibliothèque {town}",
            "bibliotheque-{town}",
            "nuit de la lecture, heure du conte, club de lecture, vente de livres, atelier reliure, expo photo, "
            "journée BD, soirée jeux",
        ),
        _group(
            "du club de marche {town}",
            "club-de-marche-{town}",
            "sortie des crêtes, boucle du lac, rando de nuit, week-end en refuge, balade des familles, marche du "
            "littoral, tour des moulins, rallye photo",
        ),
        _group(
            "de la troupe de théâtre {town}",
            "theatre-{town}",
            "pièce de mai, lecture publique, stage de clown, tournée des écoles, soirée impro, festival de juin, "
            "atelier costumes, générale de mars",
        ),
        _group(
            "de l'épicerie solidaire {town}",
            "epicerie-solidaire-{town}",
            "collecte de mai, collecte de novembre, cours de cuisine, livraison du lundi, fête des bénévoles, tri "
            "des dons, visite du dépôt, repas partagé",
        ),
        _group(
            "de la fanfare {town}",
            "fanfare-{town}",
            "défilé de rue, concert du kiosque, stage de cuivres, tournée du port, jumelage, essayage des "
            "costumes, concert du lac, camp de juillet",
        ),
        _group(
            "de l'atelier vélo {town}",
            "atelier-velo-{town}",
            "bourse aux vélos, cours de freins, balade de nuit, contrôle des écoles, atelier roues, journée "
            "tandem, campagne éclairage, prêt de matériel",
        ),
    ),
}
