"""When to stop asking: always for a reason that can be named."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from measure.curves import Floats, Mask
from measure.tree import View


class Reason(StrEnum):
    """Why a sitting is over."""

    NOTHING_TO_ASK = "nothing to ask"
    LONG_ENOUGH = "long enough"
    PRECISE = "precise"
    CERTAIN = "certain"
    NOTHING_TO_GAIN = "nothing to gain"


@dataclass(frozen=True)
class Limits:
    """From shortest to longest, stop at this precision, at this certainty, or when an answer would tell too little."""

    shortest: int  # answers
    longest: int  # answers
    sd: float  # points
    certain: float  # chance of the likeliest level
    gain: float  # the least part of the variance for which one more question is asked


def reason_to_stop(
    asked: int, view: View, allowed: Mask, limits: Limits, at_least: Floats | None = None
) -> Reason | None:
    """The first reason that holds, or None to go on; a sitting shorter than the shortest only ends for want of items.

    asked counts the answers; allowed (n,) are the items that may still be asked; at_least (l,) the chance of reaching
    each level, left out where the level's certainty is no reason to stop.
    """
    if not allowed.any():
        return Reason.NOTHING_TO_ASK
    if asked >= limits.longest:
        return Reason.LONG_ENOUGH
    if asked < limits.shortest:
        return None
    if view.sd <= limits.sd:
        return Reason.PRECISE
    if at_least is not None and certainty(at_least) >= limits.certain:
        return Reason.CERTAIN
    if view.gain[allowed].max() <= limits.gain * view.sd**2:
        return Reason.NOTHING_TO_GAIN
    return None


def certainty(at_least: Floats) -> float:
    """The chance of the likeliest level, level 0 included, from the chance of reaching each of the others (l,)."""
    return float(-np.diff(at_least, prepend=1.0, append=0.0).min())
