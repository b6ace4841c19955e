"""The hot path: a learner answers, in one transaction, and gets a receipt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from domain.assessment import adaptive, progress
from domain.assessment.errors import AlreadyAnswered, AnotherQuestionIsOpen, ClockIsNotStarted, SittingIsOver
from domain.assessment.events import SittingFinished
from domain.assessment.marking import Given, is_right
from domain.assessment.models import Answer, Mastery, Sitting, Verdict
from domain.assessment.policies import POLICIES
from domain.assessment.queries import play_of, sitting_of
from domain.assessment.receipts import Receipt, link
from domain.content.catalogue import Challenge, catalogue
from domain.core import rows
from domain.core.ids import new_id
from domain.core.news import tell
from families.contract import Play

# What an answer changes on a sitting.
MOVING = (
    *(
        "status",
        "position",
        "challenge",
        "chance",
        "asked_at",
        "timer_at",
        "at_checkpoint",
        "listed",
        "state",
        "trail",
    ),
    *("about", "chain", "points", "doubt", "sure", "possible", "held", "topics", "reached", "finished_at", "end"),
)
GRACE = timedelta(seconds=2)  # what a slow network may cost to someone who answered in time


@dataclass(frozen=True, slots=True)
class Sent:
    """What the page sends: for which question, under which key, and how to read what was answered (None: skipped).

    It is read once the sitting is locked and the question known to be the open one: an answer sent again is
    recognised by its key alone.
    """

    position: int
    key: UUID
    read: Callable[[Play], Given | None]
    left_page: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What came of an answer: its receipt, and the sitting as it now is."""

    receipt: Receipt
    sitting: Sitting


@transaction.atomic
def answer(learner_id: UUID, sitting_id: UUID, sent: Sent, *, at: datetime) -> Step:
    """Mark an answer, keep it, measure again and move the sitting on; the same key always gets the same receipt."""
    sitting = sitting_of(learner_id, sitting_id, locked=True)
    if sent.position != sitting.position or not sitting.is_open:
        return Step(_kept_receipt(sitting, sent), sitting)
    challenge, play = catalogue(sitting.release).challenges[sitting.challenge], play_of(sitting)
    given = sent.read(play)
    if challenge.file.seconds and sitting.timer_at is None and given is not None:
        raise ClockIsNotStarted

    kept = _keep(sitting, sent, given, _verdict(sitting, challenge, play, given, at), at)
    _move_on(sitting, kept, at)
    return Step(kept.receipt, sitting)


def _kept_receipt(sitting: Sitting, sent: Sent) -> Receipt:
    """The receipt of the same answer sent before; another answer, or an early one, is refused."""
    kept = Answer.objects.filter(learner_id=sitting.learner_id, sitting_id=sitting.id, position=sent.position).first()
    if kept is None:
        raise AnotherQuestionIsOpen if sitting.is_open else SittingIsOver
    if kept.key != sent.key:
        raise AlreadyAnswered(kept.receipt)
    return kept.receipt


def _keep(sitting: Sitting, sent: Sent, given: Given | None, verdict: Verdict, at: datetime) -> Answer:
    kept = Answer(
        learner_id=sitting.learner_id,
        id=new_id(),
        sitting_id=sitting.id,
        position=sitting.position,
        key=sent.key,
        challenge=sitting.challenge,
        given=given,
        verdict=verdict,
        chance=sitting.chance,
        left_page=sent.left_page,
        asked_at=sitting.timer_at or sitting.asked_at,
        at=at,
        chain=link(sitting.chain, sitting=sitting.id, position=sitting.position, key=sent.key, given=given, at=at),
    )
    rows.insert(kept)
    return kept


def _verdict(sitting: Sitting, challenge: Challenge, play: Play, given: Given | None, at: datetime) -> Verdict:
    if given is None:
        return Verdict.SKIPPED
    seconds = challenge.file.seconds
    if seconds and sitting.timer_at and at > sitting.timer_at + timedelta(seconds=seconds) + GRACE:
        return Verdict.OUT_OF_TIME
    return Verdict.RIGHT if is_right(given, play.key, sitting.locale) else Verdict.WRONG


def _move_on(sitting: Sitting, kept: Answer, at: datetime) -> None:
    sitting.chain = kept.chain
    sitting.position += 1
    if not POLICIES[sitting.policy].adaptive:
        progress.ask_next(sitting, None, at)
    else:
        _measure(sitting, kept, at)
    rows.update(Sitting, _key(sitting), {name: getattr(sitting, name) for name in MOVING})
    if not sitting.is_open:
        tell(SittingFinished(sitting.learner_id, sitting.id))


def _key(sitting: Sitting) -> dict[str, UUID]:
    return {"learner_id": sitting.learner_id, "id": sitting.id}


def _measure(sitting: Sitting, kept: Answer, at: datetime) -> None:
    ready = adaptive.prepared(sitting.release, sitting.subject)
    right = kept.verdict == Verdict.RIGHT
    sitting.state = adaptive.observe(ready, bytes(sitting.state), kept.challenge, right=right)
    sitting.listed = [*sitting.listed, kept.challenge]
    outlook = adaptive.outlook(ready, sitting.state)
    progress.stand(sitting, outlook)
    progress.ask_next(sitting, ready, at)
    values = progress.mastery_values(sitting, ready, outlook, at)
    believed = {"learner_id": sitting.learner_id, "competence": sitting.subject}
    rows.update(Mastery, believed, values, counted="answers")
