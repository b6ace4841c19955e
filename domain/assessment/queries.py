"""Everything one may ask of sittings, the learner first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from domain.assessment import adaptive
from domain.assessment.marking import feedback
from domain.assessment.models import Answer, Mastery, Sitting
from domain.assessment.policies import COMPETENCE, POLICIES
from domain.assessment.seeds import seed
from domain.content.actions import Seen
from domain.content.catalogue import Challenge, catalogue
from domain.content.plays import download, play
from domain.content.queries import asset, current_release
from domain.core.errors import NotFound
from domain.core.rows import One
from families.contract import ChoiceKey, Play

NOTHING = ChoiceKey(frozenset())


def sitting_of(learner_id: UUID, sitting_id: UUID, *, locked: bool = False) -> Sitting:
    """The learner's own sitting; locked, for whoever changes it, until the end of the transaction."""
    found = One(Sitting, ("learner_id", "id"), locked).get(learner_id, sitting_id)
    if found is None:
        raise NotFound
    return found


def open_sitting(learner_id: UUID, subject: str, policy: str = COMPETENCE, *, locked: bool = False) -> Sitting | None:
    """The sitting a learner has open on a competence or a list; locked, for whoever changes it."""
    sittings = Sitting.objects.select_for_update() if locked else Sitting.objects.all()
    return sittings.filter(learner_id=learner_id, policy=policy, subject=subject, status=Sitting.Status.OPEN).first()


def sittings_of(learner_id: UUID) -> list[Sitting]:
    """All that a learner has sat for the profile, the newest first."""
    return list(Sitting.objects.filter(learner_id=learner_id, policy=COMPETENCE).order_by("-started_at", "id"))


def masteries_of(learner_id: UUID) -> dict[str, Mastery]:
    """What is believed of a learner, by competence."""
    return {mastery.competence: mastery for mastery in Mastery.objects.filter(learner_id=learner_id)}


def total_of(masteries: Iterable[Mastery]) -> tuple[float, float]:
    """The points of all measured competences together, and half of the 80 % band of their sum."""
    measured = {m.competence: bytes(m.likelihood) for m in masteries if m.is_measured}
    return adaptive.total(current_release(), measured) if measured else (0.0, 0.0)


def play_of(sitting: Sitting) -> Play:
    """The question this sitting is at, made for this learner."""
    return _play(sitting, sitting.position, catalogue(sitting.release).challenges[sitting.challenge])


def question_of(sitting: Sitting) -> Play:
    """All that may be seen of a question before its answer is kept: its key and its correction are left out."""
    return replace(play_of(sitting), key=NOTHING, shown="", correction="", mistakes=())


def download_of(sitting: Sitting, position: int, name: str) -> bytes | None:
    """A file of the question the sitting is at, by the name it is offered under."""
    if not sitting.is_open or position != sitting.position:
        return None
    challenge = catalogue(sitting.release).challenges[sitting.challenge]
    secret = seed(sitting.id, sitting.position, challenge.id)
    base, _, ending = name.rpartition(".")
    offered = {piece.name.rpartition("/")[2]: piece for piece in play_of(sitting).downloads}
    if base not in offered or ending not in offered[base].formats:
        return None
    if challenge.file.template is None:
        digest = catalogue(sitting.release).asset(challenge.skill, f"{offered[base].name}.{ending}")
        return bytes(asset(digest).data)
    return download(challenge, ending, seed=secret, locale=sitting.locale, country=sitting.country)


def _play(sitting: Sitting, position: int, challenge: Challenge) -> Play:
    secret = seed(sitting.id, position, challenge.id)
    return play(challenge, seed=secret, locale=sitting.locale, country=sitting.country)


@dataclass(frozen=True, slots=True)
class Corrected:
    """An answered question with all that one may now read about it."""

    answer: Answer
    challenge: Challenge
    play: Play
    feedback: str | None


def corrected(sitting: Sitting, first: int = 1, last: int | None = None) -> list[Corrected]:
    """The corrections of a range of questions, once the stage or the sitting that holds them is over."""
    readable = _readable(sitting)
    answers = Answer.objects.filter(
        learner_id=sitting.learner_id,
        sitting_id=sitting.id,
        position__gte=first,
        position__lte=min(readable, last or readable),
    ).order_by("position")
    return [_corrected(sitting, answer) for answer in answers]


def _readable(sitting: Sitting) -> int:
    """The last question whose correction may be read."""
    answered, stage = sitting.position - 1, POLICIES[sitting.policy].stage
    if not sitting.is_open or sitting.at_checkpoint:
        return answered
    return answered // stage * stage if stage else 0


def _corrected(sitting: Sitting, answer: Answer) -> Corrected:
    challenge = catalogue(sitting.release).challenges[answer.challenge]
    shown = _play(sitting, answer.position, challenge)
    said = feedback(answer.given, shown, sitting.locale) if answer.given is not None else None
    return Corrected(answer, challenge, shown, said)


def is_corrected(sitting: Sitting, position: int) -> bool:
    """The correction of a question may be read once its stage, or the sitting, is over."""
    return position <= _readable(sitting)


def seen(sitting: Sitting, position: int, *, device: str) -> Seen:
    """What the learner has before their eyes at a question: what a report on it must keep."""
    kept = Answer.objects.filter(learner_id=sitting.learner_id, sitting_id=sitting.id, position=position).first()
    if kept is None and (not sitting.is_open or position != sitting.position):
        raise NotFound
    challenge = kept.challenge if kept else sitting.challenge
    return Seen(
        release=sitting.release,
        challenge=challenge,
        seed=seed(sitting.id, position, challenge),
        locale=sitting.locale,
        given=kept.given if kept else None,
        device=device,
    )
