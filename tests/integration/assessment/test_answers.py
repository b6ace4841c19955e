"""A learner answers: receipts, order, first write wins, the chain."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.assessment import queries
from domain.assessment.actions import answers
from domain.assessment.errors import AlreadyAnswered, AnotherQuestionIsOpen
from domain.assessment.models import Answer, Mastery
from domain.assessment.receipts import START, link
from domain.core.errors import NotFound
from domain.core.ids import new_id
from tests.conftest import NOON
from tests.steps import play_to_the_end, reply, sent, start


def test_the_same_answer_sent_twice_gets_the_same_receipt_byte_for_byte(ada):
    sitting = start(ada.learner_id)
    message = sent(sitting)

    first = answers.answer(ada.learner_id, sitting.id, message, at=NOON)
    second = answers.answer(ada.learner_id, sitting.id, message, at=NOON + timedelta(hours=1))

    assert bytes(first.receipt) == bytes(second.receipt)
    assert Answer.objects.filter(learner_id=ada.learner_id).count() == 1
    assert second.sitting.position == 2


def test_another_answer_to_the_same_question_is_refused_with_the_receipt_of_the_first(ada):
    sitting = start(ada.learner_id)
    kept = answers.answer(ada.learner_id, sitting.id, sent(sitting), at=NOON)

    with pytest.raises(AlreadyAnswered) as refusal:
        answers.answer(ada.learner_id, sitting.id, answers.Sent(1, new_id(), lambda play: None), at=NOON)

    assert refusal.value.receipt == kept.receipt


def test_an_answer_to_a_question_not_yet_asked_is_refused(ada):
    sitting = start(ada.learner_id)

    with pytest.raises(AnotherQuestionIsOpen):
        answers.answer(ada.learner_id, sitting.id, answers.Sent(2, new_id(), lambda play: None), at=NOON)

    assert not Answer.objects.filter(learner_id=ada.learner_id).exists()


def test_a_sitting_of_someone_else_does_not_exist(ada, bob):
    sitting = start(ada.learner_id)

    with pytest.raises(NotFound):
        answers.answer(bob.learner_id, sitting.id, sent(sitting), at=NOON)


def test_receipts_form_a_chain_that_the_stored_answers_prove(ada):
    sitting = start(ada.learner_id)
    for _ in range(4):
        sitting = reply(sitting)

    before = START
    for kept in Answer.objects.filter(learner_id=ada.learner_id, sitting_id=sitting.id).order_by("position"):
        before = link(before, sitting=sitting.id, position=kept.position, key=kept.key, given=kept.given, at=kept.at)
        assert kept.chain == before
    assert sitting.chain == before


def test_right_answers_raise_the_points_and_wrong_ones_lower_them(ada, bob):
    good, bad = start(ada.learner_id), start(bob.learner_id)
    for _ in range(3):
        good, bad = reply(good, right=True), reply(bad, right=False)

    assert good.points > bad.points


def test_no_challenge_is_asked_twice_in_a_sitting(ada):
    sitting = play_to_the_end(start(ada.learner_id))

    asked = list(
        Answer.objects.filter(learner_id=ada.learner_id, sitting_id=sitting.id).values_list("challenge", flat=True)
    )
    assert len(asked) == len(set(asked)) >= 8


def test_the_mastery_follows_each_answer(ada):
    sitting = reply(start(ada.learner_id))

    mastery = queries.masteries_of(ada.learner_id)["1.2"]

    assert mastery.answers == 1
    assert mastery.points == pytest.approx(sitting.points)
    assert mastery.status == Mastery.Status.STARTED


def test_a_first_sure_level_is_announced_once(ada):
    sitting = start(ada.learner_id)
    announced = []
    while sitting.is_open:
        sitting = reply(sitting)
        announced += [sitting.reached] if sitting.reached else []

    assert announced == sorted(set(announced))
    assert announced[-1] == sitting.sure


def test_an_answer_costs_six_statements_at_most_sign_in_included(as_ada, ada):
    from django.urls import reverse

    sitting = start(ada.learner_id)
    as_ada.get(reverse("learn:sitting", args=[sitting.id]))
    form = {"position": 1, "key": str(new_id()), "skip": "1"}

    with CaptureQueriesContext(connection) as seen:
        as_ada.post(reverse("learn:answer", args=[sitting.id]), form, headers={"HX-Request": "true"})

    spoken = [q["sql"] for q in seen.captured_queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(spoken) <= 6, "\n".join(spoken)
