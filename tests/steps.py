"""How tests play: a right answer, a wrong one, a whole test; always through the actions."""

from datetime import datetime
from typing import Any
from uuid import UUID

from domain.assessment import queries
from domain.assessment.actions import answers, sittings
from domain.assessment.models import Sitting
from domain.core.ids import new_id
from sites.operate.management.commands.demo import as_given
from tests.conftest import NOON


def sent(sitting: Sitting, *, right: bool = True, key: UUID | None = None) -> answers.Sent:
    given = as_given(queries.play_of(sitting).key) if right else wrong(sitting)
    return answers.Sent(sitting.position, key or new_id(), lambda play: given)


def wrong(sitting: Sitting) -> Any:
    play = queries.play_of(sitting)
    if play.options:
        return {"choice": []}
    return {"fields": {field.name: "nothing of the kind" for field in play.fields}}


def reply(sitting: Sitting, *, right: bool = True, at: datetime = NOON) -> Sitting:
    """Answer the current question, leaving the checkpoint and starting the clock where needed."""
    sittings.leave_checkpoint(sitting.learner_id, sitting.id, at=at)
    sittings.start_clock(sitting.learner_id, sitting.id, at=at)
    return answers.answer(sitting.learner_id, sitting.id, sent(sitting, right=right), at=at).sitting


def start(learner_id: UUID, *, locale: str = "en", at: datetime = NOON) -> Sitting:
    return sittings.start_competence(learner_id, "1.2", locale=locale, at=at)


def play_to_the_end(sitting: Sitting, *, right: bool = True, at: datetime = NOON) -> Sitting:
    while sitting.is_open:
        sitting = reply(sitting, right=right, at=at)
    return sitting
