"""Sittings start, pause, end; retry and reset have their delays; nothing is lost."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from domain.assessment import queries
from domain.assessment.actions import answers, sittings
from domain.assessment.errors import (
    AnotherQuestionIsOpen,
    ClockIsNotStarted,
    CompetenceIsNotOpen,
    NothingToReset,
    TooEarly,
)
from domain.assessment.models import Answer, Mastery, Sitting, Verdict
from domain.assessment.policies import COMPETENCE, POLICIES
from domain.content.queries import current_catalogue
from domain.core.errors import NotFound
from domain.core.ids import new_id
from tests.conftest import NOON
from tests.steps import play_to_the_end, reply, sent, start


def test_starting_twice_gives_the_same_sitting(ada):
    assert start(ada.learner_id).id == start(ada.learner_id).id


def test_the_first_question_is_one_most_people_get_right_and_is_not_timed(ada):
    sitting = start(ada.learner_id)

    assert sitting.chance >= POLICIES[COMPETENCE].comfort_chance
    assert current_catalogue().challenges[sitting.challenge].file.seconds is None


def test_two_timed_questions_never_follow_each_other(ada, bob):
    for person, right in ((ada, True), (bob, False)):
        sitting = play_to_the_end(start(person.learner_id), right=right)
        timed = [bool(current_catalogue().challenges[name].file.seconds) for name in sitting.listed]
        assert not any(a and b for a, b in pairwise(timed))


def test_a_checkpoint_comes_every_five_answers(ada):
    sitting = start(ada.learner_id)
    for _ in range(5):
        sitting = reply(sitting)

    assert sitting.at_checkpoint
    assert [one.answer.position for one in queries.corrected(sitting)] == [1, 2, 3, 4, 5]


def test_corrections_stay_closed_until_the_stage_is_over(ada):
    sitting = reply(start(ada.learner_id))

    assert queries.corrected(sitting) == []


def test_results_may_be_asked_for_at_a_checkpoint_only(ada):
    sitting = start(ada.learner_id)
    with pytest.raises(AnotherQuestionIsOpen):
        sittings.finish(ada.learner_id, sitting.id, at=NOON)
    for _ in range(5):
        sitting = reply(sitting)

    sittings.finish(ada.learner_id, sitting.id, at=NOON)

    assert queries.masteries_of(ada.learner_id)["1.2"].status == Mastery.Status.COMPLETED


@pytest.mark.parametrize("right", [True, False], ids=["all right", "all wrong"])
def test_a_sitting_ends_within_its_length(ada, right):
    sitting = play_to_the_end(start(ada.learner_id), right=right)
    policy = POLICIES[COMPETENCE]

    assert sitting.status == Sitting.Status.FINISHED
    assert policy.least <= len(sitting.listed) <= policy.most


def test_a_retry_waits_for_its_delay_then_keeps_what_was_known(ada):
    first = play_to_the_end(start(ada.learner_id))
    with pytest.raises(TooEarly):
        start(ada.learner_id, at=NOON + settings.RETRY_AFTER - timedelta(minutes=1))

    again = start(ada.learner_id, at=NOON + settings.RETRY_AFTER) if first.sure < settings.OPEN_LEVEL else first

    assert again.id != first.id or first.sure == settings.OPEN_LEVEL
    assert again.points == pytest.approx(first.points, abs=8)


def test_a_retry_serves_challenges_not_met_before_first(ada):
    first = play_to_the_end(start(ada.learner_id), right=False)
    again = start(ada.learner_id, at=NOON + settings.RETRY_AFTER)

    assert again.challenge not in first.listed


def test_a_reset_waits_for_its_delay_and_keeps_history(ada):
    play_to_the_end(start(ada.learner_id), right=False)
    with pytest.raises(TooEarly):
        sittings.reset_competence(ada.learner_id, "1.2", at=NOON + timedelta(days=1))

    sittings.reset_competence(ada.learner_id, "1.2", at=NOON + settings.RESET_AFTER)

    assert not queries.masteries_of(ada.learner_id)["1.2"].is_measured
    assert Answer.objects.filter(learner_id=ada.learner_id).exists()
    assert start(ada.learner_id, at=NOON + settings.RESET_AFTER).before is None


def test_nothing_measured_is_nothing_to_reset(ada):
    with pytest.raises(NothingToReset):
        sittings.reset_competence(ada.learner_id, "1.2", at=NOON)


def test_a_competence_without_questions_says_so(ada):
    with pytest.raises(CompetenceIsNotOpen):
        sittings.start_competence(ada.learner_id, "5.2", locale="en", at=NOON)
    with pytest.raises(NotFound):
        sittings.start_competence(ada.learner_id, "9.9", locale="en", at=NOON)


def timed_sitting(person):
    """A sitting placed on a timed challenge of the real content."""
    sitting = start(person.learner_id)
    timed = next(c.id for c in current_catalogue().challenges.values() if c.file.seconds)
    Sitting.objects.filter(learner_id=person.learner_id, id=sitting.id).update(challenge=timed)
    return queries.sitting_of(person.learner_id, sitting.id)


def test_server_time_decides_for_a_timed_question(ada):
    sitting = timed_sitting(ada)
    seconds = current_catalogue().challenges[sitting.challenge].file.seconds
    with pytest.raises(ClockIsNotStarted):
        answers.answer(ada.learner_id, sitting.id, sent(sitting), at=NOON)
    sittings.start_clock(ada.learner_id, sitting.id, at=NOON)
    sittings.start_clock(ada.learner_id, sitting.id, at=NOON + timedelta(seconds=30))

    late = NOON + timedelta(seconds=seconds) + answers.GRACE + timedelta(milliseconds=1)
    answers.answer(ada.learner_id, sitting.id, sent(sitting), at=late)

    assert Answer.objects.get(learner_id=ada.learner_id).verdict == Verdict.OUT_OF_TIME


def test_a_timed_question_answered_in_time_counts(ada):
    sitting = timed_sitting(ada)
    sittings.start_clock(ada.learner_id, sitting.id, at=NOON)

    answers.answer(ada.learner_id, sitting.id, sent(sitting), at=NOON + timedelta(seconds=5))

    assert Answer.objects.get(learner_id=ada.learner_id).verdict == Verdict.RIGHT


def test_what_was_done_without_an_account_joins_it(ada):
    anonymous = new_id()
    sitting = reply(start(anonymous))

    sittings.adopt(anonymous, ada.learner_id)

    assert queries.sitting_of(ada.learner_id, sitting.id).position == 2
    assert Answer.objects.filter(learner_id=ada.learner_id).count() == 1


def test_what_does_not_join_the_account_is_forgotten(ada):
    anonymous = new_id()
    reply(start(ada.learner_id))
    reply(start(anonymous))

    sittings.adopt(anonymous, ada.learner_id)

    assert not any(m.objects.filter(learner_id=anonymous).exists() for m in (Sitting, Answer, Mastery))
    assert Answer.objects.filter(learner_id=ada.learner_id).count() == 1


def test_an_erased_learner_leaves_nothing(ada):
    play_to_the_end(start(ada.learner_id))

    sittings.erase_learner(ada.learner_id)

    assert not any(m.objects.filter(learner_id=ada.learner_id).exists() for m in (Sitting, Answer, Mastery))


def test_the_database_refuses_an_answer_to_the_sitting_of_another_learner(ada, bob):
    sitting = start(ada.learner_id)
    stray = Answer(
        learner_id=bob.learner_id,
        sitting_id=sitting.id,
        position=1,
        key=new_id(),
        challenge=sitting.challenge,
        verdict=Verdict.SKIPPED,
        chance=0.5,
        asked_at=NOON,
        at=NOON,
        chain="0" * 64,
    )
    stray.save(force_insert=True)

    if connection.vendor == "postgresql":  # SQLite cannot hold this constraint
        with pytest.raises(IntegrityError), transaction.atomic():
            connection.check_constraints()
    stray.delete()
