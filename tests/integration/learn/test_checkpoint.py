"""The end of a stage: where one stands so far, five corrections, and the choice to go on or to stop."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from domain.assessment import queries
from domain.assessment.models import Answer
from domain.assessment.policies import COMPETENCE, POLICIES
from sites.learn import run, standing
from tests.integration.learn.places import Page, at_checkpoint, ended, filled, flat, state, url
from tests.steps import reply, start

pytestmark = pytest.mark.django_db
VERDICTS = '//ol[contains(@class, "al-verdicts")]/li'


def here(client: Client, sitting: Any) -> Page:
    return Page(client.get(url("sitting", sitting)))


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_it_gives_the_five_corrections_of_the_stage(as_ada: Client, ada: Any, right: bool) -> None:
    page = here(as_ada, at_checkpoint(ada.learner_id, right=right))

    words = page.texts(f'{VERDICTS}//*[contains(@class, "al-vword")]')
    assert page.links(f"{VERDICTS}/@id") == ["q1", "q2", "q3", "q4", "q5"]
    assert words == ["Right" if right else "To look at again"] * 5


def test_each_correction_says_what_was_given_and_what_was_expected(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)

    page = here(as_ada, sitting)

    for one in queries.corrected(sitting):
        words = page.text(f'//li[@id="q{one.answer.position}"]')
        assert one.play.title.replace("'", "’") in words
        assert "You answered" in words
        assert "Expected" in words


def test_each_correction_repeats_the_question_in_its_language(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)

    page = here(as_ada, sitting)

    for one in queries.corrected(sitting):
        asked = f'//li[@id="q{one.answer.position}"]//div[@lang="en"]'
        assert flat(one.play.question) in flat(page.text(asked))
        assert len(page.all(f'{asked}//*[contains(@class, "al-prose")]')) == (2 if one.play.context else 1)


def test_a_long_context_is_not_repeated(as_ada: Client, ada: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = at_checkpoint(ada.learner_id)
    monkeypatch.setattr(run, "SHORT", 0)

    assert len(here(as_ada, sitting).all(f'{VERDICTS}//*[contains(@class, "al-prose")]')) == 5


def test_a_level_made_sure_in_the_middle_of_the_stage_is_announced(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    before = sitting.sure
    while not sitting.at_checkpoint:
        sitting = reply(sitting, right=sitting.position < 5)

    assert sitting.sure > before
    assert sitting.reached is None
    (notice,) = here(as_ada, sitting).notices
    assert notice.startswith(f"Level {sitting.sure} is now sure.")


def test_a_level_is_announced_once(as_ada: Client, ada: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(POLICIES, COMPETENCE, replace(POLICIES[COMPETENCE], least=15))
    sitting = at_checkpoint(ada.learner_id)
    before, sitting = sitting.sure, reply(sitting, right=False)
    while not sitting.at_checkpoint:
        sitting = reply(sitting, right=False)

    assert sitting.sure <= before
    assert here(as_ada, sitting).notices == []


def test_a_test_begun_before_stages_kept_their_beginning_announces_the_last_answer(ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)
    sitting.trail, sitting.reached = [place[:3] for place in sitting.trail], 4

    assert run.reached(sitting) == 4


def test_a_right_answer_has_no_hint_and_a_wrong_one_has(as_ada: Client, ada: Any, bob: Any) -> None:
    good, bad = at_checkpoint(ada.learner_id), at_checkpoint(bob.learner_id, right=False)
    as_bob = Client()
    as_bob.force_login(bob)

    assert "A hint for another time" not in here(as_ada, good).text()
    assert here(as_bob, bad).text().count("A hint for another time") == 5


def test_the_second_stage_gives_its_own_five(as_ada: Client, ada: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(POLICIES, COMPETENCE, replace(POLICIES[COMPETENCE], least=15))
    sitting = reply(at_checkpoint(ada.learner_id))
    while not sitting.at_checkpoint:
        sitting = reply(sitting)

    page = here(as_ada, sitting)

    assert page.links(f"{VERDICTS}/@id") == ["q6", "q7", "q8", "q9", "q10"]
    assert "Stage 2, after 10 questions" in page.text()


def test_it_tells_where_one_stands_so_far(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)

    words = here(as_ada, sitting).text()

    assert standing.level_words(sitting.sure, sitting.possible) in words
    assert f"5 answers out of about {sitting.about}" in words
    assert "Everything is saved" in words


def test_the_narrowing_has_its_table(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)

    rows = here(as_ada, sitting).texts("//figure//tbody/tr/th")

    assert rows == ["0", "2", "4", "5"]
    assert len(sitting.trail) == 6


def test_nothing_can_be_answered_before_going_on(as_ada: Client, ada: Any) -> None:
    page = here(as_ada, at_checkpoint(ada.learner_id))

    assert page.all("//form[@data-answer]") == []
    assert page.buttons == ["Continue", "See my results now"]


def test_continuing_leads_to_the_next_question(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)

    page = Page(as_ada.post(url("continue", sitting), follow=True))

    assert page.links('//form[@data-answer]//input[@name="position"]/@value') == ["6"]


def test_continuing_twice_changes_nothing_more(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)
    as_ada.post(url("continue", sitting))
    before = state(sitting)

    assert as_ada.post(url("continue", sitting)).status_code == 302
    assert state(sitting) == before


def test_a_reload_stays_at_the_checkpoint(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)

    assert here(as_ada, sitting).text() == here(as_ada, sitting).text()


def test_results_can_be_seen_now(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)

    page = Page(as_ada.post(url("finish", sitting), follow=True))

    assert len(page.all(VERDICTS)) == 5
    assert queries.sitting_of(ada.learner_id, sitting.id).end == "chosen"


def test_a_double_click_on_the_results_shows_them(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)
    as_ada.post(url("finish", sitting))
    before = state(sitting)

    assert as_ada.post(url("finish", sitting))["Location"] == url("sitting", sitting)
    assert state(sitting) == before


def test_results_cannot_be_asked_for_in_the_middle_of_a_stage(as_ada: Client, ada: Any) -> None:
    sitting = reply(start(ada.learner_id))
    before = state(sitting)

    assert as_ada.post(url("finish", sitting)).status_code == 409
    assert state(sitting) == before


def test_the_fifth_answer_leads_there_in_one_round_trip(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    while sitting.position < 5:
        sitting = reply(sitting)

    answer = as_ada.post(url("answer", sitting), filled(sitting), headers={"HX-Request": "true"})

    assert Page(answer).title == "Your position is getting clearer"
    assert Answer.objects.filter(learner_id=ada.learner_id).count() == 5


@pytest.mark.parametrize("name", ["continue", "finish"])
def test_someone_else_neither_continues_nor_stops_it(as_ada: Client, bob: Any, name: str) -> None:
    sitting = at_checkpoint(bob.learner_id)

    assert as_ada.post(url(name, sitting)).status_code == 404
    assert queries.sitting_of(bob.learner_id, sitting.id).at_checkpoint


def test_continuing_a_test_that_is_over_leads_to_its_results(as_ada: Client, ada: Any) -> None:
    sitting = ended(ada.learner_id)

    assert as_ada.post(url("continue", sitting))["Location"] == url("sitting", sitting)
