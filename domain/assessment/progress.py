"""How a sitting moves on in memory: where the learner stands, what is asked next, what the mastery keeps."""

from datetime import datetime

from domain.assessment import adaptive
from domain.assessment.adaptive import Choice, Outlook, Prepared
from domain.assessment.models import Mastery, Sitting
from domain.assessment.policies import POLICIES, End, at_checkpoint
from domain.assessment.seeds import seed
from domain.content.catalogue import Catalogue, catalogue


def ask_next(sitting: Sitting, ready: Prepared | None, at: datetime) -> None:
    """Put the next challenge on the sitting, or end it."""
    chosen = _next_of_list(sitting) if ready is None else _next_adaptive(sitting, ready)
    if isinstance(chosen, End):
        close(sitting, chosen, at)
        return
    sitting.challenge, sitting.chance = chosen.challenge, chosen.chance
    sitting.about = sitting.position + chosen.left
    sitting.asked_at, sitting.timer_at = at, None
    sitting.at_checkpoint = at_checkpoint(POLICIES[sitting.policy], sitting.position - 1)


def close(sitting: Sitting, end: End, at: datetime) -> None:
    """The sitting is over: nothing is asked any more, its figures are final."""
    sitting.status = Sitting.Status.ABANDONED if end is End.RESET else Sitting.Status.FINISHED
    sitting.challenge, sitting.at_checkpoint, sitting.timer_at = "", False, None
    sitting.end, sitting.finished_at = end, at


def _next_of_list(sitting: Sitting) -> Choice | End:
    left = len(sitting.listed) - sitting.position
    return End.LIST if left < 0 else Choice(sitting.listed[sitting.position - 1], 0.5, left)


def _next_adaptive(sitting: Sitting, ready: Prepared) -> Choice | End:
    policy = POLICIES[sitting.policy]
    draw = seed(sitting.id, sitting.position, "choice")
    allowed = _allowed(sitting, catalogue(sitting.release), ready)
    return adaptive.next_challenge(ready, bytes(sitting.state), policy, allowed, len(sitting.listed), draw)


def _allowed(sitting: Sitting, content: Catalogue, ready: Prepared) -> set[str]:
    """No challenge twice; none met in an earlier sitting while its skill has another; no two timed ones in a row."""
    asked = set(sitting.listed)
    fresh = [name for name in ready.challenges if name not in asked]
    known = set(sitting.known)
    replaced = {content.challenges[name].skill.id for name in fresh if name not in known}
    fresh = [name for name in fresh if name not in known or content.challenges[name].skill.id not in replaced]
    if not sitting.listed or content.challenges[sitting.listed[-1]].file.seconds:
        calm = [name for name in fresh if not content.challenges[name].file.seconds]
        fresh = calm or fresh
    return set(fresh)


def stand(sitting: Sitting, outlook: Outlook) -> None:
    """Write on the sitting where the learner stands, and lengthen the trail of the narrowing."""
    sitting.reached = outlook.sure if sitting.sure is not None and outlook.sure > sitting.sure else None
    sitting.points, sitting.doubt = outlook.points, outlook.doubt
    sitting.held, sitting.topics = _rounded(outlook.held), topics_of(outlook)
    sitting.sure, sitting.possible = outlook.sure, outlook.possible
    sitting.trail = [*sitting.trail, [round(v, 2) for v in (outlook.low, outlook.level, outlook.high)]]


def topics_of(outlook: Outlook) -> list[dict[str, object]]:
    """The topics of an outlook as they are stored: code, expected level, probability of each level."""
    return [{"code": t.code, "level": round(t.level, 2), "held": _rounded(t.held)} for t in outlook.topics]


def _rounded(chances: tuple[float, ...]) -> list[float]:
    return [round(chance, 3) for chance in chances]


def mastery_values(sitting: Sitting, ready: Prepared, outlook: Outlook, at: datetime) -> dict[str, object]:
    """What a mastery keeps of a sitting: its likelihood, its message to the others, and what they come to."""
    state = bytes(sitting.state)
    done = sitting.status == Sitting.Status.FINISHED
    return {
        "status": Mastery.Status.COMPLETED if done else Mastery.Status.STARTED,
        "likelihood": adaptive.likelihood_of(ready, state),
        "message": adaptive.message_of(ready, state),
        "held": sitting.held,
        "topics": sitting.topics,
        "points": outlook.points,
        "doubt": outlook.doubt,
        "sure": outlook.sure,
        "possible": outlook.possible,
        "moved_at": at,
    }
