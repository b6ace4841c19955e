"""Every challenge of the content on its page, in both languages: it is shown whole, and its answer stays secret."""

import re
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client

from domain.assessment import queries
from domain.assessment.actions import sittings
from domain.assessment.models import Sitting
from families.contract import Play
from sites.learn.given import said
from tests.conftest import NOON
from tests.integration.learn.places import Page, asked, expected, filled, flat, kept, url
from tests.steps import play_to_the_end

pytestmark = pytest.mark.django_db
FILES = sorted((settings.CONTENT_DIR / "competences").glob("*/*.yaml"))
IDS = [name for path in FILES for name in re.findall(r"^  - id: (\S+)$", path.read_text("utf-8"), re.MULTILINE)]


def learner_of(client: Client) -> UUID:
    """Someone new, who tries without an account."""
    session = client.session
    session["learner"] = str(uuid4())
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return UUID(session["learner"])


def a_list_of(names: list[str], learner_id: UUID, locale: str) -> Sitting:
    """A fixed list of all these challenges."""
    sitting = sittings.start_preview(learner_id, names[0], locale=locale, at=NOON)
    sitting.listed = names
    sitting.save(update_fields=["listed"])
    return sitting


def secrets(play: Play) -> list[str]:
    """What nobody may read before they have answered."""
    told = [mistake.feedback for mistake in play.mistakes]
    return [text for text in (*told, play.correction) if len(text) > 30]


@pytest.mark.parametrize("name", IDS)
def test_a_question_is_shown_whole_its_secrets_kept_and_its_answer_taken(client: Client, name: str) -> None:
    for locale in ("en", "fr"):
        sitting = asked(learner_of(client), name, locale=locale)
        play = queries.play_of(sitting)
        reader = {"Accept-Language": locale}

        client.post(url("clock", sitting))
        page = Page(client.get(url("sitting", sitting), headers=reader))
        client.post(url("answer", sitting), filled(sitting, expected(sitting)), headers=reader)

        body = flat(page.text("//body"))
        assert flat(page.title) == flat(play.question)
        assert [text for text in secrets(play) if flat(text) in body] == []
        assert all(flat(text) in body for text in (*(f.label for f in play.fields), *(o.text for o in play.options)))
        assert kept(sitting).verdict == "right"


@pytest.mark.parametrize("name", IDS)
def test_its_pictures_and_files_can_be_opened_from_the_page(client: Client, name: str) -> None:
    sitting = asked(learner_of(client), name)
    client.post(url("clock", sitting))
    page = Page(client.get(url("sitting", sitting)))
    files = page.links("//main//a[@download]/@href")

    assert len(files) == sum(len(piece.formats) for piece in queries.play_of(sitting).downloads)
    for link in (*files, *page.links("//main//img/@src")):
        opened = client.get(link)
        assert opened.status_code == 200
        assert opened.content


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_every_correction_says_what_was_given_and_what_was_expected(client: Client, locale: str, right: bool) -> None:
    sitting = play_to_the_end(a_list_of(IDS, learner_of(client), locale), right=right)

    page = Page(client.get(url("corrections", sitting), headers={"Accept-Language": locale}))

    for one in queries.corrected(sitting):
        words = flat(page.text(f'//li[@id="q{one.answer.position}"]'))
        assert one.answer.verdict == ("right" if right else "wrong"), one.challenge.id
        assert flat(one.play.shown) in words, one.challenge.id
        assert not right or flat(said(one.answer.given, one.play)) in words, one.challenge.id
