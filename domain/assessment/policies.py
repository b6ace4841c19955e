"""What tells kinds of sitting apart, as values: length, comfort, stages, stop."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class End(StrEnum):
    """Why a sitting is over."""

    PRECISE = "precise"  # the doubt is small enough
    CERTAIN = "certain"  # the level no longer moves
    NOTHING_TO_GAIN = "nothing-to-gain"  # no question left would tell more
    LENGTH = "length"  # as long as it may be
    CHOSEN = "chosen"  # the learner asked for the results
    LIST = "list"  # the fixed list is done
    RESET = "reset"  # the learner starts the competence again


@dataclass(frozen=True, slots=True)
class Policy:
    """One kind of sitting. Doubts are standard deviations, in points."""

    adaptive: bool  # chooses by the engine, and keeps what it learns; otherwise plays a fixed list
    stage: int  # answers between two checkpoints; 0: none
    least: int = 0  # answers before it may stop by itself
    most: int = 1_000
    doubt: float = 0.0  # precise enough
    gain: float = 0.0  # share of the variance a question must be expected to remove
    comfort: int = 0  # first questions that most people in this place get right
    comfort_chance: float = 0.0


COMPETENCE = "competence"
DEMO = "demo"

POLICIES: Mapping[str, Policy] = {
    COMPETENCE: Policy(adaptive=True, stage=5, least=8, most=20, doubt=2.5, gain=0.02, comfort=1, comfort_chance=0.65),
    DEMO: Policy(adaptive=False, stage=0),
}


def at_checkpoint(policy: Policy, answers: int) -> bool:
    """A stage ends each time its number of answers is reached."""
    return policy.stage > 0 and answers > 0 and answers % policy.stage == 0
