"""What holds for every seed of an unruly folder."""

from hashlib import sha256

from families.contract import Ask, Template
from families.folder import (
    content_word,
    count_kind,
    criteria,
    duplicates,
    finding,
    metadata,
    newest,
    paths,
    patterns,
    renaming,
    same_name,
    series,
)
from families.folder.reading import files
from tests.unit.families.storage_proofs import apart, fields_of, inside

MODULES = {
    module.TEMPLATE.name: module
    for module in (
        content_word,
        count_kind,
        criteria,
        duplicates,
        finding,
        metadata,
        newest,
        paths,
        patterns,
        renaming,
        same_name,
        series,
    )
}
PLACES = (("en", "GB"), ("fr", "FR"), ("fr", "BE"))


def asked(template: Template, number: int, place: tuple[str, str] | None = None) -> Ask:
    """One of the seeds: places take turns, and levels within each place."""
    locale, country = place or PLACES[number % 3]
    level = template.levels[number // 3 % len(template.levels)]
    return Ask(sha256(number.to_bytes(4, "big")).digest(), level, locale, country)


def prove(template: Template, number: int) -> None:
    """One right answer, found without the key; foreseen errors that are not it; a folder within bounds."""
    play = template.make(asked(template, number))
    found = {"answer": MODULES[template.name].find(play, play.folder)}
    key, mistakes = fields_of(play.key), [fields_of(mistake.key) for mistake in play.mistakes]
    assert inside(key, found), (number, key, found)
    assert inside(key, {"answer": play.shown.partition(" (")[0]}), (number, key, play.shown)
    assert len(mistakes) >= 2, number
    assert all(apart(key, mistake) for mistake in mistakes), (number, key, mistakes)
    assert len(files(play.folder)) >= 30, number
    assert len(play.folder) <= 300, number
    assert sum(entry.size for entry in play.folder) <= 4_000_000, number
