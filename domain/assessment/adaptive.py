"""The one door to the engine: challenges to curves, rows to arrays, numbers to what people are told."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from django.conf import settings
from measure import curves, grids, select, stops, tree

from domain.assessment.policies import End, Policy
from domain.content.catalogue import Challenge, catalogue

POINTS_A_LEVEL = 8
# Nobody is calibrated yet: a wide population around the middle of the scale.
POPULATION = tree.Population(mean=3.0, general_sd=1.5, competence_sd=0.8, topic_sd=0.9)
# A test taken again some days later: what was seen keeps half of its weight, for people learn and forget.
KEPT_ON_RETRY = 0.5

ENDS = {
    stops.Reason.PRECISE: End.PRECISE,
    stops.Reason.CERTAIN: End.CERTAIN,
    stops.Reason.NOTHING_TO_GAIN: End.NOTHING_TO_GAIN,
    stops.Reason.NOTHING_TO_ASK: End.NOTHING_TO_GAIN,
    stops.Reason.LONG_ENOUGH: End.LENGTH,
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """One competence of one release, ready for the engine."""

    topics: tuple[str, ...]
    challenges: tuple[str, ...]
    place: Mapping[str, int]
    bank: tree.Bank


@dataclass(frozen=True, slots=True)
class TopicOutlook:
    """What is believed of one topic."""

    code: str
    level: float
    held: tuple[float, ...]  # probability that each level, from 1, is held


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where a learner stands in a competence, with the doubt."""

    points: float
    doubt: float  # half of the 80 % band, in points
    low: float  # the 80 % band, in levels
    high: float
    sure: int
    possible: int
    held: tuple[float, ...]
    topics: tuple[TopicOutlook, ...]

    @property
    def level(self) -> float:
        return self.points / POINTS_A_LEVEL


@dataclass(frozen=True, slots=True)
class Choice:
    """The next challenge, how likely it is to be answered well, and about how many more will follow it."""

    challenge: str
    chance: float
    left: int


@lru_cache(maxsize=64)
def prepared(release: int, competence: str) -> Prepared:
    """The curves of a competence's challenges, from the levels their authors gave them."""
    content = catalogue(release)
    topics = tuple(topic.code for topic in content.competences[competence].topics)
    challenges = content.challenges_of(competence)
    items = curves.items_from([topics.index(c.skill.topic.code) for c in challenges], [_curve(c) for c in challenges])
    weights = tree.equal_weights(len(topics), settings.OPEN_LEVEL, POINTS_A_LEVEL)
    ids = tuple(challenge.id for challenge in challenges)
    place = {name: index for index, name in enumerate(ids)}
    return Prepared(topics, ids, place, tree.prepare(POPULATION, items, weights))


def _curve(challenge: Challenge) -> curves.Curve:
    file, level = challenge.file, challenge.skill.level
    if file.kind == "choice":
        return curves.prior_curve(level, curves.Format.ONE, len(file.options))
    if file.kind == "choices":
        return curves.prior_curve(level, curves.Format.SUBSET, len(file.options))
    lists = [len(field.options) for field in file.fields if field.options]
    if lists and len(lists) == len(file.fields):
        return curves.prior_curve(level, curves.Format.ONE, int(np.prod(lists)))
    return curves.prior_curve(level, curves.Format.FREE)


# --- what is stored --------------------------------------------------------------------------------------------------


def start(ready: Prepared, likelihood: bytes, others: Iterable[bytes]) -> bytes:
    """The belief a sitting starts from: what the other competences say, and what was seen before, half forgotten."""
    outside = sum((_singles(other) for other in others), np.zeros(grids.GENERAL.size, np.float32))
    belief = tree.start(ready.bank, outside)
    if len(likelihood) == belief.log_likelihood.nbytes:  # otherwise the topics have changed: begin afresh
        seen = _singles(likelihood).reshape(belief.log_likelihood.shape)
        belief = tree.faded(tree.Belief(seen, belief.outside), KEPT_ON_RETRY)
    return tree.pack(belief)


def observe(ready: Prepared, state: bytes, challenge: str, *, right: bool) -> bytes:
    """The belief after one more answer."""
    return tree.pack(tree.observe(ready.bank, tree.unpack(ready.bank, state), ready.place[challenge], right))


def likelihood_of(ready: Prepared, state: bytes) -> bytes:
    """The part of the belief that a mastery keeps: what the answers to this competence say."""
    return tree.unpack(ready.bank, state).log_likelihood.astype("<f4").tobytes()


def message_of(ready: Prepared, state: bytes) -> bytes:
    """What this competence says of the others through the general ability."""
    return tree.message(ready.bank, tree.unpack(ready.bank, state)).astype("<f4").tobytes()


def _singles(stored: bytes) -> tree.Singles:
    return np.frombuffer(stored, "<f4").astype(np.float32)


# --- what is told ----------------------------------------------------------------------------------------------------


def outlook(ready: Prepared, state: bytes) -> Outlook:
    """Where the learner stands: expected points, the 80 % band, the chance of each level, topic by topic."""
    told = tree.report(ready.bank, tree.unpack(ready.bank, state), POINTS_A_LEVEL)
    low, high = told.interval80
    return Outlook(
        points=told.expected,
        doubt=(high - low) / 2,
        low=low / POINTS_A_LEVEL,
        high=high / POINTS_A_LEVEL,
        sure=told.sure,
        possible=told.possible,
        held=tuple(told.at_least.tolist()),
        topics=tuple(
            TopicOutlook(code, float(held.sum()), tuple(held.tolist()))
            for code, held in zip(ready.topics, told.mastered, strict=True)
        ),
    )


def total(release: int, likelihoods: Mapping[str, bytes]) -> tuple[float, float]:
    """The expected points of several competences together, and half of their 80 % band (normal, 1.2816 sd)."""
    parts = []
    for competence, likelihood in likelihoods.items():
        ready = prepared(release, competence)
        belief = tree.start(ready.bank)
        if len(likelihood) == belief.log_likelihood.nbytes:
            seen = _singles(likelihood).reshape(belief.log_likelihood.shape)
            parts.append((ready.bank, tree.Belief(seen, belief.outside)))
    if not parts:
        return 0.0, 0.0
    found = tree.total(parts)
    return found.expected, 1.2816 * found.sd


# --- what to ask next ------------------------------------------------------------------------------------------------


def next_challenge(
    ready: Prepared, state: bytes, policy: Policy, allowed: Collection[str], asked: int, draw: bytes
) -> Choice | End:
    """The challenge expected to remove most doubt, by a draw that can be replayed among near ties; or why none is."""
    view = tree.look(ready.bank, tree.unpack(ready.bank, state))
    mask = np.array([name in allowed for name in ready.challenges])
    reason = stops.reason_to_stop(asked, view, mask, _limits(policy))
    if reason is not None:
        return ENDS[reason]
    open_ = select.comfortable(view.p_right, mask, policy.comfort_chance) if asked < policy.comfort else mask
    chosen = select.choose(view.gain, open_, np.random.default_rng(int.from_bytes(draw)))
    if chosen is None:
        return End.NOTHING_TO_GAIN
    left = _left(view, mask, policy, asked)
    return Choice(ready.challenges[chosen], float(view.p_right[chosen]), left)


def _limits(policy: Policy) -> stops.Limits:
    return stops.Limits(policy.least, policy.most, policy.doubt, certain=1.0, gain=policy.gain)


def _left(view: tree.View, mask: np.ndarray[tuple[int], np.dtype[np.bool_]], policy: Policy, asked: int) -> int:
    """About how many questions follow this one, if each removes the share of the variance that the best one does."""
    share = min(0.9, float(view.gain[mask].max()) / max(view.sd**2, 1e-9))
    wanted = math.log(max(1.0, (view.sd / policy.doubt) ** 2)) / -math.log1p(-share) if share > 0 else 0.0
    return max(0, policy.least - asked - 1, min(policy.most - asked - 1, math.ceil(wanted) - 1))
