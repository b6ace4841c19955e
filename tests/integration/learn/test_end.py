"""The end of a test: where one stands, in words that suit, and what to do next."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from domain.assessment.models import Sitting
from domain.content.queries import current_catalogue
from tests.conftest import NOON
from tests.integration.learn.places import (
    Page,
    at_checkpoint,
    demo_of,
    ended,
    expected,
    filled,
    halfway,
    plain,
    url,
)
from tests.steps import play_to_the_end, reply, start

pytestmark = pytest.mark.django_db
POLES = '//*[local-name()="svg"][contains(@class, "al-pole")]'


def here(client: Client, sitting: Sitting, language: str = "en") -> Page:
    return Page(client.get(url("sitting", sitting), headers={"Accept-Language": language}))


def placed(sitting: Sitting, **figures: Any) -> Sitting:
    """The same end with other figures."""
    mine = Sitting.objects.filter(learner_id=sitting.learner_id, id=sitting.id)
    mine.update(**figures)
    return mine.get()


def test_it_says_the_points_their_doubt_and_each_topic(as_ada: Client, ada: Any) -> None:
    sitting = halfway(ada.learner_id)

    page = here(as_ada, sitting)

    assert page.title == f"Between {sitting.sure} and {sitting.possible}"
    assert f"{round(sitting.points)} points" in page.text()
    assert f"within {round(sitting.doubt)} points" in page.text()
    topics = current_catalogue().competences["1.2"].topics
    assert page.texts('//section[@aria-labelledby="h-topics"]//h3') == [
        plain(t.title.en.replace("'", "’")) for t in topics
    ]
    assert len(page.all(POLES)) == 1 + len(topics)


@pytest.mark.parametrize(
    ("sure", "possible", "headline", "lead"),
    [
        (0, 0, "Level 1 is the next step", "You are at the start of the path."),
        (0, 2, "Between 0 and 2", "You are at the start of the path."),
        (3, 3, "Level 3 reached", ""),
        (3, 5, "Between 3 and 5", ""),
        (7, 7, "Level 7 reached", ""),
    ],
    ids=["nothing yet", "perhaps something", "a level", "between levels", "the highest"],
)
def test_its_tone_suits_what_was_found(
    as_ada: Client, ada: Any, sure: int, possible: int, headline: str, lead: str
) -> None:
    sitting = placed(halfway(ada.learner_id), sure=sure, possible=possible, points=8.0 * sure)
    lead = lead or current_catalogue().bands[sure - 1].can.en.replace("'", "’")

    page = here(as_ada, sitting)

    assert page.title == headline
    assert lead in page.text()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_point_at_all_is_an_ordinary_page(as_ada: Client, ada: Any, language: str) -> None:
    sitting = placed(ended(ada.learner_id, right=False), points=0.0, doubt=0.0, sure=0, possible=0)

    answer = as_ada.get(url("sitting", sitting), headers={"Accept-Language": language})

    assert answer.status_code == 200
    assert "0" in Page(answer).texts('//*[@class="al-figure"]')


@pytest.mark.parametrize("right", [True, False], ids=["all right", "all wrong"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_best_and_the_worst_end_well(as_ada: Client, ada: Any, right: bool, language: str) -> None:
    page = here(as_ada, ended(ada.learner_id, right=right), language)

    assert page.title
    assert len(page.all('//ol[contains(@class, "al-verdicts")]/li')) >= 8


def test_a_test_stopped_before_any_doubt_is_gone_says_it_does_not_choose(as_ada: Client, ada: Any) -> None:
    page = here(as_ada, placed(halfway(ada.learner_id), sure=1, possible=3))

    assert "We do not choose for you between these levels" in page.text()


def test_it_says_when_the_test_can_be_taken_again(as_ada: Client, ada: Any, clock: Any) -> None:
    sitting = halfway(ada.learner_id)
    assert "You can take this test again from 6 March 2026." in here(as_ada, sitting).text()
    clock.shift(settings.RETRY_AFTER)
    later = Client()
    later.force_login(ada)

    assert "You can take this test again now." in here(later, sitting).text()


def test_a_second_test_says_what_was_gained(as_ada: Client, ada: Any) -> None:
    first = halfway(ada.learner_id)
    second = ended(ada.learner_id, at=NOON + settings.RETRY_AFTER)

    gained = round(second.points - first.points)
    assert gained > 0
    assert f"+ {gained} since last time" in here(as_ada, second).text()
    assert "since last time" not in here(as_ada, first).text()


def test_points_lost_are_said_without_a_plus(as_ada: Client, ada: Any) -> None:
    sitting = placed(halfway(ada.learner_id), points=10.0, before=14.0)

    assert "-4 since last time" in here(as_ada, sitting).text()


def test_it_leads_to_tutorials_to_the_profile_and_to_each_report(as_ada: Client, ada: Any) -> None:
    sitting = halfway(ada.learner_id)

    links = here(as_ada, sitting).links()

    assert {"/competences/", "/tutorials/", url("report", sitting, position=1)} <= set(links)
    assert any(link.startswith("/tutorials/1.2.") for link in links)


def test_the_highest_level_is_not_told_to_reach_one_that_is_not_open(as_ada: Client, ada: Any) -> None:
    sitting = placed(ended(ada.learner_id), sure=7, possible=7, points=56.0)

    page = here(as_ada, sitting)

    assert "Highest level open today" in page.text()
    assert "level 8" not in page.text('//section[@aria-labelledby="h-next"]')


def test_without_an_account_one_is_told_how_to_keep_the_result(client: Client) -> None:
    client.post("/try/")
    sitting = Sitting.objects.get()
    play_to_the_end(sitting)

    assert "/sign-up/" in here(client, sitting).links()


def test_a_result_stays_as_it_was_when_the_test_is_taken_again(as_ada: Client, ada: Any) -> None:
    first = halfway(ada.learner_id)
    before = here(as_ada, first).text('//section[@aria-labelledby="h-pole"]')

    ended(ada.learner_id, at=NOON + settings.RETRY_AFTER)

    assert here(as_ada, first).text('//section[@aria-labelledby="h-pole"]') == before


def test_the_end_of_someone_else_is_not_found(as_ada: Client, bob: Any) -> None:
    assert as_ada.get(url("sitting", ended(bob.learner_id))).status_code == 404


# --- a fixed list ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "said"), [(True, "7 right answers out of 7."), (False, "0 right answers out of 7.")], ids=["all", "none"]
)
def test_the_end_of_a_list_counts_and_measures_nothing(as_ada: Client, ada: Any, right: bool, said: str) -> None:
    page = here(as_ada, play_to_the_end(demo_of(ada.learner_id), right=right))

    assert page.title == "You have reached the end"
    assert said in page.text()
    assert page.all(POLES) == []
    assert page.buttons == ["Find where I stand"]


def test_the_end_of_a_list_counts_one_right_answer_in_the_singular(as_ada: Client, ada: Any) -> None:
    sitting = reply(demo_of(ada.learner_id))
    sitting = play_to_the_end(sitting, right=False)

    assert "1 right answer out of 7." in here(as_ada, sitting).text()


# --- corrections -----------------------------------------------------------------------------------------------------


def test_before_the_end_of_a_stage_no_correction_can_be_read(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    for _ in range(4):
        sitting = reply(sitting)

    page = Page(as_ada.get(url("corrections", sitting)))

    assert "Nothing to read yet" in page.text()
    assert page.all("//details") == []


def test_during_the_second_stage_those_of_the_first_can_be_read(as_ada: Client, ada: Any) -> None:
    sitting = reply(reply(at_checkpoint(ada.learner_id)))

    page = Page(as_ada.get(url("corrections", sitting)))

    assert page.links('//ol[contains(@class, "al-verdicts")]/li/@id') == ["q1", "q2", "q3", "q4", "q5"]


def test_during_a_list_no_correction_can_be_read(as_ada: Client, ada: Any) -> None:
    sitting = reply(reply(demo_of(ada.learner_id)))

    assert "Nothing to read yet" in Page(as_ada.get(url("corrections", sitting))).text()


def test_after_the_end_all_can_be_read(as_ada: Client, ada: Any) -> None:
    sitting = ended(ada.learner_id)

    page = Page(as_ada.get(url("corrections", sitting)))

    assert len(page.all('//ol[contains(@class, "al-verdicts")]/li')) == len(sitting.listed)


def test_a_foreseen_mistake_is_told_its_own_word(as_ada: Client, ada: Any) -> None:
    sitting = demo_of(ada.learner_id)
    given = expected(sitting)
    name = next(iter(given["fields"]))
    mistake = current_catalogue().challenges[sitting.challenge].file.fields[0].mistakes[0]
    as_ada.post(url("answer", sitting), filled(sitting, {"fields": {**given["fields"], name: mistake.text.en[0]}}))
    play_to_the_end(Sitting.objects.get(learner_id=ada.learner_id), right=False)

    words = Page(as_ada.get(url("corrections", sitting))).text('//li[@id="q1"]')

    assert plain(mistake.feedback.en.replace("'", "’")) in words
    assert mistake.text.en[0] in words


def test_a_skipped_question_shows_what_was_expected(as_ada: Client, ada: Any) -> None:
    sitting = demo_of(ada.learner_id)
    as_ada.post(url("answer", sitting), filled(sitting))
    play_to_the_end(Sitting.objects.get(learner_id=ada.learner_id))

    words = Page(as_ada.get(url("corrections", sitting))).text('//li[@id="q1"]')

    assert "No answer" in words
    assert "Skipped" in words
