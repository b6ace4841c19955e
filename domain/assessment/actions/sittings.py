"""A sitting starts, goes on after a checkpoint, ends; a competence is begun again."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from domain.assessment import adaptive, progress
from domain.assessment.errors import (
    AnotherQuestionIsOpen,
    CompetenceIsNotOpen,
    DemoIsClosed,
    HighestLevelReached,
    NothingToReset,
    SittingIsOver,
    TooEarly,
)
from domain.assessment.events import SittingFinished
from domain.assessment.models import Answer, Mastery, Sitting
from domain.assessment.policies import COMPETENCE, DEMO, End
from domain.assessment.queries import open_sitting, sitting_of
from domain.content.catalogue import catalogue
from domain.content.queries import current_catalogue
from domain.core.errors import NotFound
from domain.core.ids import new_id
from domain.core.news import tell


def start_competence(learner_id: UUID, competence: str, *, locale: str, at: datetime) -> Sitting:
    """Open a sitting on a competence, or give back the one already open."""
    if competence not in current_catalogue().competences:
        raise NotFound
    return _only_one(learner_id, COMPETENCE, competence, lambda: _start_competence(learner_id, competence, locale, at))


def _only_one(learner_id: UUID, policy: str, subject: str, begin: Callable[[], Sitting]) -> Sitting:
    """Begin a sitting, or give back the one already open."""
    try:
        with transaction.atomic():
            return open_sitting(learner_id, subject, policy) or begin()
    except IntegrityError:
        # The same click arrived twice, and the other one began it.
        found = open_sitting(learner_id, subject, policy)
        if found is None:
            raise
        return found


def _start_competence(learner_id: UUID, competence: str, locale: str, at: datetime) -> Sitting:
    content = current_catalogue()
    if not content.is_open(competence):
        raise CompetenceIsNotOpen
    masteries = {m.competence: m for m in Mastery.objects.select_for_update().filter(learner_id=learner_id)}
    mastery = masteries.pop(competence, None)
    if mastery is not None:
        _refuse_retry(mastery, at)

    before = mastery if mastery is not None and mastery.is_measured else None
    ready = adaptive.prepared(content.number, competence)
    state = adaptive.start(
        ready,
        bytes(before.likelihood) if before else b"",
        [bytes(other.message) for other in masteries.values() if other.is_measured],
    )
    sitting = Sitting(
        learner_id=learner_id,
        id=new_id(),
        policy=COMPETENCE,
        release=content.number,
        subject=competence,
        locale=locale,
        country=settings.COUNTRY,
        state=state,
        known=_met_before(learner_id, competence),
        before=before.points if before else None,
        asked_at=at,
        started_at=at,
    )
    outlook = adaptive.outlook(ready, state)
    progress.stand(sitting, outlook)
    _begin_stage(sitting)
    progress.ask_next(sitting, ready, at)
    sitting.save(force_insert=True)
    _keep_started(mastery or Mastery(learner_id=learner_id, competence=competence), sitting, ready, outlook, at)
    return sitting


def _begin_stage(sitting: Sitting) -> None:
    """Keep, at the end of the trail, the level that is sure: what the stage is then said to have made sure."""
    if sitting.trail:
        sitting.trail = [*sitting.trail[:-1], [*sitting.trail[-1][:3], sitting.sure]]


def _refuse_retry(mastery: Mastery, at: datetime) -> None:
    if mastery.status != Mastery.Status.COMPLETED:
        return
    if mastery.sure >= settings.OPEN_LEVEL:
        raise HighestLevelReached
    if at < (when := mastery.moved_at + settings.RETRY_AFTER):
        raise TooEarly(when)


def _keep_started(
    mastery: Mastery, sitting: Sitting, ready: adaptive.Prepared, outlook: adaptive.Outlook, at: datetime
) -> None:
    values = progress.mastery_values(sitting, ready, outlook, at)
    if mastery.is_measured:  # a retry changes nothing of what is shown before its first answer
        values = {"status": Mastery.Status.STARTED}
    for name, value in values.items():
        setattr(mastery, name, value)
    mastery.save()


def _met_before(learner_id: UUID, competence: str) -> list[str]:
    earlier = Sitting.objects.filter(learner_id=learner_id, policy=COMPETENCE, subject=competence)
    listed = earlier.order_by("-started_at").values_list("listed", flat=True)[:3]
    return sorted({name for names in listed for name in names})


def start_demo(learner_id: UUID, slug: str, *, locale: str, at: datetime) -> Sitting:
    """Open a sitting on a fixed list of challenges; it tells nothing to the profile."""
    content = current_catalogue()
    demo = content.demos.get(slug)
    if demo is None:
        raise NotFound
    if demo.closed is not None:
        raise DemoIsClosed
    listed = list(demo.challenges)
    return _only_one(learner_id, DEMO, slug, lambda: _play_list(learner_id, slug, listed, locale, at))


def start_preview(learner_id: UUID, challenge: str, *, locale: str, at: datetime) -> Sitting:
    """Play one challenge as its author or its reviewer, as learners will see it."""
    if challenge not in current_catalogue().challenges:
        raise NotFound
    return _only_one(learner_id, DEMO, challenge, lambda: _play_list(learner_id, challenge, [challenge], locale, at))


def _play_list(learner_id: UUID, subject: str, challenges: list[str], locale: str, at: datetime) -> Sitting:
    sitting = Sitting(
        learner_id=learner_id,
        id=new_id(),
        policy=DEMO,
        release=current_catalogue().number,
        subject=subject,
        locale=locale,
        country=settings.COUNTRY,
        listed=challenges,
        asked_at=at,
        started_at=at,
    )
    progress.ask_next(sitting, None, at)
    sitting.save(force_insert=True)
    return sitting


@transaction.atomic
def start_clock(learner_id: UUID, sitting_id: UUID, *, at: datetime) -> None:
    """Start the clock of a timed challenge, once: reloading the page gives no second more."""
    sitting = sitting_of(learner_id, sitting_id, locked=True)
    if not sitting.is_open:
        raise SittingIsOver
    if sitting.timer_at is None and catalogue(sitting.release).challenges[sitting.challenge].file.seconds:
        sitting.timer_at = at
        sitting.save(update_fields=["timer_at"])


@transaction.atomic
def leave_checkpoint(learner_id: UUID, sitting_id: UUID, *, at: datetime) -> None:
    """Go on with the questions after reading the corrections."""
    sitting = sitting_of(learner_id, sitting_id, locked=True)
    if sitting.is_open and sitting.at_checkpoint:
        sitting.at_checkpoint, sitting.asked_at = False, at
        _begin_stage(sitting)
        sitting.save(update_fields=["at_checkpoint", "asked_at", "trail"])


@transaction.atomic
def finish(learner_id: UUID, sitting_id: UUID, *, at: datetime) -> None:
    """Stop here, and see the results: the doubt stays as it is."""
    sitting = sitting_of(learner_id, sitting_id, locked=True)
    if not sitting.is_open:
        return
    if not sitting.at_checkpoint:
        raise AnotherQuestionIsOpen
    progress.close(sitting, End.CHOSEN, at)
    sitting.save()
    Mastery.objects.filter(learner_id=learner_id, competence=sitting.subject).update(status=Mastery.Status.COMPLETED)
    tell(SittingFinished(learner_id, sitting_id))


@transaction.atomic
def reset_competence(learner_id: UUID, competence: str, *, at: datetime) -> None:
    """Forget what a competence was measured at, to begin again from nothing; sittings and answers stay as history."""
    if competence not in current_catalogue().competences:
        raise NotFound
    # The sitting first, then the mastery: the order in which an answer locks them.
    sitting = open_sitting(learner_id, competence, locked=True)
    mastery = Mastery.objects.select_for_update().filter(learner_id=learner_id, competence=competence).first()
    if mastery is None or not mastery.is_measured:
        raise NothingToReset
    if at < (when := mastery.moved_at + settings.RESET_AFTER):
        raise TooEarly(when)

    if sitting is not None:
        progress.close(sitting, End.RESET, at)
        sitting.save()
    mastery.status, mastery.answers = Mastery.Status.RESET, 0
    mastery.held, mastery.topics = [], []
    mastery.likelihood = mastery.message = b""
    mastery.points = mastery.doubt = 0.0
    mastery.sure = mastery.possible = 0
    mastery.moved_at = at
    mastery.save()


@transaction.atomic
def erase_learner(learner_id: UUID) -> None:
    """Remove all that is known of a learner; an answer under way waits, then finds nothing."""
    list(Sitting.objects.select_for_update().filter(learner_id=learner_id).values_list("id"))
    for model in (Answer, Sitting, Mastery):
        model._default_manager.filter(learner_id=learner_id).delete()


@transaction.atomic
def adopt(anonymous_id: UUID, learner_id: UUID) -> None:
    """What was done without an account joins the account, for competences it has not measured yet; the rest goes."""
    measured = Mastery.objects.filter(learner_id=learner_id).exclude(status=Mastery.Status.RESET)
    taken = set(measured.values_list("competence", flat=True))
    Mastery.objects.filter(learner_id=learner_id, status=Mastery.Status.RESET).delete()
    brought = Mastery.objects.filter(learner_id=anonymous_id).exclude(competence__in=taken)
    competences = list(brought.values_list("competence", flat=True))
    sittings = Sitting.objects.filter(learner_id=anonymous_id, policy=COMPETENCE, subject__in=competences)
    # Locked before anything moves: an answer under way in another tab is finished first.
    ids = list(sittings.select_for_update().values_list("id", flat=True))
    Answer.objects.filter(learner_id=anonymous_id, sitting_id__in=ids).update(learner_id=learner_id)
    sittings.update(learner_id=learner_id)
    brought.update(learner_id=learner_id)
    if anonymous_id != learner_id:  # what the account had already measured itself: nobody could read it any more
        erase_learner(anonymous_id)
