"""The catalogue: all of a release, found by code or by id, and never changed."""

from typing import Any

import pytest

from domain.content import queries
from domain.content.catalogue import Catalogue, catalogue
from domain.content.models import Release
from domain.core.errors import NotFound
from families.registry import TEMPLATES

pytestmark = pytest.mark.django_db
MAPS = ("competences", "domain_of", "topics", "skills", "challenges", "demos", "assets")


def test_the_framework_is_whole(content: Catalogue) -> None:
    assert (len(content.domains), len(content.competences), len(content.topics), len(content.bands)) == (5, 16, 71, 8)
    assert [band.level for band in content.bands] == list(range(1, 9))


def test_every_competence_knows_its_domain(content: Catalogue) -> None:
    for domain in content.domains:
        for competence in domain.competences:
            assert content.domain_of[competence.code] is domain


def test_the_skills_of_a_competence_come_by_topic_and_level(content: Catalogue) -> None:
    skills = content.skills_of("1.2")

    places = [(skill.topic.code, skill.level) for skill in skills]
    assert places == sorted(places)
    assert {skill.competence.code for skill in skills} == {"1.2"}
    assert len(skills) >= 19


def test_the_challenges_of_a_competence_follow_their_skills(content: Catalogue) -> None:
    challenges = content.challenges_of("1.2")

    assert [c.id for c in challenges] == [c.id for skill in content.skills_of("1.2") for c in skill.file.challenges]
    assert all(content.challenges[c.id] is c for c in challenges)


def test_a_competence_is_open_when_something_can_be_asked(content: Catalogue) -> None:
    assert content.is_open("1.2")
    assert not content.is_open("5.2")
    assert not content.is_open("9.9")
    assert content.skills_of("5.2") == ()


def test_a_file_is_found_by_its_skill_and_its_name(content: Catalogue) -> None:
    skill = content.skills["1.2.1-1"]

    digest = content.asset(skill, "1-2-1-1-save-window.fr.svg")

    assert b"<svg" in bytes(queries.asset(digest).data)


@pytest.mark.parametrize("skill", ["1.2.1-1", "1.2.4-6"])
def test_a_skill_knows_its_topic_its_level_and_its_competence(content: Catalogue, skill: str) -> None:
    found = content.skills[skill]

    assert f"{found.topic.code}-{found.level}" == skill
    assert found.topic in found.competence.topics


@pytest.mark.parametrize("name", MAPS)
def test_a_catalogue_cannot_be_changed(content: Catalogue, name: str) -> None:
    with pytest.raises(TypeError):
        getattr(content, name)["new"] = "thing"


def test_a_release_is_read_once(django_assert_num_queries: Any) -> None:
    first = queries.current_catalogue()

    with django_assert_num_queries(0):
        assert catalogue(first.number) is first


def test_every_template_that_content_names_exists(content: Catalogue) -> None:
    named = {c.file.template for c in content.challenges.values() if c.file.template}
    assert named <= set(TEMPLATES)


def test_every_challenge_of_a_demo_exists(content: Catalogue) -> None:
    assert content.demos
    for demo in content.demos.values():
        assert set(demo.challenges) <= set(content.challenges)


# --- what is not there -----------------------------------------------------------------------------------------------


def test_without_any_release_there_is_nothing() -> None:
    Release.objects.all().delete()

    with pytest.raises(queries.NoRelease):
        queries.current_release()


@pytest.mark.parametrize("digest", ["0" * 64, "", "x" * 500], ids=["unknown", "empty", "long"])
def test_an_unknown_file_is_not_found(digest: str) -> None:
    with pytest.raises(NotFound):
        queries.asset(digest)
