"""Every hand-written challenge in both languages: its answer is marked right, each foreseen mistake gets its word."""

import re
from itertools import product

import pytest
from django.conf import settings

from domain.assessment.marking import Given, can_be_read, feedback, is_right
from domain.content.catalogue import Catalogue
from domain.content.plays import play as play_of
from domain.content.queries import asset
from families.contract import FieldsKey, Kind, Play
from tests.integration.content.answering import right_answers, slips

LOCALES = ("en", "fr")
FILES = sorted((settings.CONTENT_DIR / "competences").glob("*/*.yaml"))
IDS = [name for path in FILES for name in re.findall(r"^  - id: (\S+)$", path.read_text("utf-8"), re.MULTILINE)]
CASES = list(product(IDS, LOCALES))
SEED = b"\x07" * 32


def made(content: Catalogue, name: str, locale: str) -> Play:
    return play_of(content.challenges[name], seed=SEED, locale=locale, country="FR")


def unreadable(given: Given, play: Play, locale: str) -> list[str]:
    """What the answer form would send back before it is marked."""
    formats = {field.name: field.format for field in play.fields}
    typed = given["fields"].items() if "fields" in given else ()
    return [f"{name}: {text}" for name, text in typed if not can_be_read(text, formats[name], locale)]


def test_no_challenge_is_left_out(content: Catalogue) -> None:
    assert sorted(IDS) == sorted(content.challenges)


@pytest.mark.parametrize(("name", "locale"), CASES)
def test_the_expected_answer_is_right_in_each_of_its_wordings(content: Catalogue, name: str, locale: str) -> None:
    play = made(content, name, locale)

    for given in right_answers(play, locale):
        assert is_right(given, play.key, locale), given
        assert feedback(given, play, locale) is None, given
        assert unreadable(given, play, locale) == []


@pytest.mark.parametrize(("name", "locale"), CASES)
def test_a_foreseen_mistake_is_wrong_and_gets_its_own_word(content: Catalogue, name: str, locale: str) -> None:
    play = made(content, name, locale)

    for slip in slips(play, locale):
        assert not is_right(slip.given, play.key, locale), slip.given
        assert feedback(slip.given, play, locale) == slip.mistake.feedback, slip.given
        assert unreadable(slip.given, play, locale) == []


@pytest.mark.parametrize(("name", "locale"), CASES)
def test_all_that_is_shown_is_written(content: Catalogue, name: str, locale: str) -> None:
    play = made(content, name, locale)

    assert all((play.title, play.question, play.shown, play.correction))
    assert all(option.text for option in play.options)
    assert all(field.label for field in play.fields)
    assert play.image is None or play.image.alt
    assert play.table is None or {len(row) for row in play.table.rows} == {len(play.table.head)}


@pytest.mark.parametrize("name", IDS)
def test_names_are_unique_and_the_key_speaks_of_them(content: Catalogue, name: str) -> None:
    play = made(content, name, "en")

    options = [option.id for option in play.options]
    fields = [field.name for field in play.fields]
    assert len(options) == len(set(options))
    assert len(fields) == len(set(fields))
    assert (play.kind is Kind.FIELDS) == isinstance(play.key, FieldsKey) == bool(fields) == (not options)
    assert {n for n, _ in play.key.fields} == set(fields) if fields else play.key.right < set(options)
    for field in play.fields:
        listed = [option.id for option in field.options]
        assert len(listed) == len(set(listed))


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "locale"), CASES)
def test_its_pictures_and_files_are_in_the_release(content: Catalogue, name: str, locale: str) -> None:
    challenge = content.challenges[name]
    play = made(content, name, locale)
    files = [f"{piece.name}.{ending}" for piece in play.downloads for ending in piece.formats]
    wanted = [] if challenge.file.template else files
    wanted += [play.image.src] if play.image else []

    for file in wanted:
        assert bytes(asset(content.asset(challenge.skill, file)).data), file


@pytest.mark.parametrize("name", IDS)
def test_its_languages_ask_the_same_thing(content: Catalogue, name: str) -> None:
    english, french = made(content, name, "en"), made(content, name, "fr")

    assert [f.name for f in english.fields] == [f.name for f in french.fields]
    assert {o.id for o in english.options} == {o.id for o in french.options}
    assert len(english.mistakes) == len(french.mistakes)
    assert bool(english.image) == bool(french.image)


@pytest.mark.parametrize("name", IDS)
def test_a_reload_shows_the_same_question(content: Catalogue, name: str) -> None:
    assert made(content, name, "fr") == made(content, name, "fr")


def test_a_language_we_do_not_speak_gets_english(content: Catalogue) -> None:
    assert made(content, "1-2-4-1-bus", "de") == made(content, "1-2-4-1-bus", "en")


# --- what goes with a skill ------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_every_skill_has_a_hint_and_a_tutorial_with_its_diagram(content: Catalogue) -> None:
    for skill, locale in product(content.skills.values(), LOCALES):
        tutorial = skill.file.tutorial
        assert all((skill.file.hint.in_(locale), tutorial.title.in_(locale), tutorial.body.in_(locale)))
        if tutorial.diagram:
            assert bytes(asset(content.asset(skill, tutorial.diagram.src.in_(locale))).data)
