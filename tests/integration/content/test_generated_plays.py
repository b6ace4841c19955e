"""Every template the content names, over twenty seeds and both languages: what it makes is marked as it says."""

import pytest
from django.conf import settings

from domain.assessment.marking import can_be_read, feedback, is_right
from domain.content.catalogue import Catalogue, Challenge
from domain.content.plays import download
from domain.content.plays import play as play_of
from families.contract import FieldsKey
from families.registry import TEMPLATES
from tests.integration.content.answering import right_answers, slips

SEEDS = [bytes([number]) * 32 for number in range(1, 21)]
pytestmark = [pytest.mark.parametrize("locale", ["en", "fr"]), pytest.mark.parametrize("template", sorted(TEMPLATES))]


def challenges(content: Catalogue, template: str) -> list[Challenge]:
    return [challenge for challenge in content.challenges.values() if challenge.file.template == template]


def test_its_expected_answer_is_right_and_can_be_typed(content: Catalogue, template: str, locale: str) -> None:
    for challenge in challenges(content, template):
        for seed in SEEDS:
            play = play_of(challenge, seed=seed, locale=locale, country=settings.COUNTRY)
            formats = {field.name: field.format for field in play.fields}
            for given in right_answers(play, locale):
                assert is_right(given, play.key, locale), (seed[0], given)
                typed = given["fields"].items() if "fields" in given else ()
                assert all(can_be_read(text, formats[name], locale) for name, text in typed), (seed[0], given)


def test_its_foreseen_mistakes_are_wrong_and_get_a_word(content: Catalogue, template: str, locale: str) -> None:
    for challenge in challenges(content, template):
        for seed in SEEDS:
            play = play_of(challenge, seed=seed, locale=locale, country=settings.COUNTRY)
            for slip in slips(play, locale):
                # A mistake may hold another one, foreseen before it, which is then the one that is told.
                earlier = play.mistakes[: play.mistakes.index(slip.mistake) + 1]
                assert not is_right(slip.given, play.key, locale), (seed[0], slip)
                assert feedback(slip.given, play, locale) in {mistake.feedback for mistake in earlier}, (seed[0], slip)


def test_its_solver_finds_what_is_marked_right(content: Catalogue, template: str, locale: str) -> None:
    solve = TEMPLATES[template].solve
    for challenge in challenges(content, template):
        for seed in SEEDS[:5]:
            play = play_of(challenge, seed=seed, locale=locale, country=settings.COUNTRY)
            endings = play.downloads[0].formats if play.downloads else ("",)
            data = download(challenge, endings[0], seed=seed, locale=locale, country=settings.COUNTRY) or b""
            found = solve(play, data)
            given = {"fields": found} if isinstance(play.key, FieldsKey) else {"choice": found["choice"].split(",")}
            assert is_right(given, play.key, locale), (seed[0], found)


def test_all_that_it_shows_is_written(content: Catalogue, template: str, locale: str) -> None:
    for challenge in challenges(content, template):
        for seed in SEEDS:
            play = play_of(challenge, seed=seed, locale=locale, country=settings.COUNTRY)
            options, names = [o.id for o in play.options], [f.name for f in play.fields]
            assert all((play.title, play.question, play.shown, play.correction, play.mistakes))
            assert len(options) == len(set(options))
            assert len(names) == len(set(names))


def test_two_learners_do_not_get_the_same_question(content: Catalogue, template: str, locale: str) -> None:
    for challenge in challenges(content, template):
        asked = {repr(play_of(challenge, seed=s, locale=locale, country=settings.COUNTRY)) for s in SEEDS}
        assert len(asked) == len(SEEDS)
