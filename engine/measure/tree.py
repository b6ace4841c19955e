"""The tree: general factor, competence, topics, answers; what we believe after some answers and what to ask next.

theta ~ N(mean + general_sd G, competence_sd), eta ~ N(theta, topic_sd), P(right | eta) is the item's curve. Given
theta the topics are independent, so everything is a sum over grids, exact up to their width, and nothing is sampled.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from measure import grids, points
from measure.curves import Floats, Items, Whole, mean_probability

Singles = NDArray[np.float32]
IMPOSSIBLE = 1e-9  # the least chance given to an answer, so that one surprise never rules an ability out
NEGLIGIBLE = 1e-7  # chance under which an ability is left out of the distribution of the points
SURE, POSSIBLE = 0.8, 0.2  # chances from which a level is said to be reached, and not to be ruled out


@dataclass(frozen=True)
class Population:
    """Where people stand, on the level scale: mean, and the spread of the general factor, competences and topics."""

    mean: float
    general_sd: float
    competence_sd: float
    topic_sd: float

    def __post_init__(self) -> None:
        if not all(np.isfinite(getattr(self, field.name)) for field in fields(self)):
            raise ValueError(f"a population is described by finite numbers, not {self}")
        if min(self.general_sd, self.competence_sd, self.topic_sd) <= 0:
            raise ValueError(f"the spreads of a population are above 0, not {self}")


@dataclass(frozen=True, eq=False)
class Bank:
    """Tables of one competence, built once and never changed."""

    row: Whole  # (n,) each item's row
    topic: Whole  # (r,)
    right: Floats  # (r, h) chance of a right answer
    log_right: Singles  # (r, h)
    log_wrong: Singles  # (r, h)
    cells: Floats  # (k, h) chance of each cell given the competence's ability
    nodes: Floats  # (k,) competence abilities, in levels
    given_general: Floats  # (g, k)
    worth: Floats  # (t, h) points of each topic in each cell
    lattice: points.Lattice  # the same by level


@dataclass(frozen=True, eq=False)
class Belief:
    """All that is kept of one learner and one competence; single precision, so that storing it loses nothing."""

    log_likelihood: Singles  # (t, h) of the answers, by topic
    outside: Singles  # (g,) log message of the other competences through the general factor


@dataclass(frozen=True, eq=False)
class View:
    """What is needed between two questions."""

    expected: float  # points
    sd: float  # points
    ability: float  # expected ability in the competence, in levels
    p_right: Floats  # (n,)
    gain: Floats  # (n,) expected fall of the variance of the points, in points squared
    level: Floats  # (t,) expected level of each topic


@dataclass(frozen=True, eq=False)
class Report:
    """What is said at the end: points, level and topics, with their uncertainty."""

    expected: float  # points
    sd: float
    points: points.Points
    at_least: Floats  # (l,) chance that the competence's level is at least 1, 2, ...
    sure: int  # the highest level reached with a chance of 0.8
    possible: int  # the highest level reached with a chance of 0.2
    mastered: Floats  # (t, l) chance that each level of each topic, hence each of its skills, is mastered

    @property
    def interval80(self) -> tuple[float, float]:
        """The shortest range of points that holds 80 % of the chance."""
        return self.points.interval(0.80)

    @property
    def interval95(self) -> tuple[float, float]:
        """The shortest range of points that holds 95 % of the chance."""
        return self.points.interval(0.95)

    @property
    def level(self) -> int | None:
        """The level, when one can be named; otherwise it lies between sure and possible."""
        return self.sure if self.sure == self.possible else None


@dataclass(frozen=True)
class Total:
    """Expected sum of the points of several competences and its standard deviation."""

    expected: float
    sd: float


@dataclass(frozen=True, eq=False)
class _Given:
    """What the answers of this competence say at each node of its ability."""

    likelihood: Floats  # (t, h) each topic's, up to a factor
    evidence: Floats  # (t, k) the same, the topic's ability summed out
    topic_points: Floats  # (t, k) expected points of each topic
    mean: Floats  # (k,) expected points
    variance: Floats  # (k,) of the points


def equal_weights(topics: int, highest: int, points_a_level: float = 8.0) -> Floats:
    """A level is worth the same everywhere, shared equally by the topics, up to the highest open level; (t, l)."""
    weights = np.zeros((topics, grids.LEVELS))
    weights[:, :highest] = points_a_level / topics
    return weights


def prepare(population: Population, items: Items, weights: Floats) -> Bank:
    """The tables of a competence; weights (t, l) are the points of holding level l of topic t.

    Refuses weights that are negative or of another shape, and items of a topic without weights (ValueError).
    """
    _check_weights(weights, items)
    rows, row = _distinct(items)
    right = mean_probability(grids.CELL_LOW, grids.CELL_HIGH, rows).clip(IMPOSSIBLE, 1.0 - IMPOSSIBLE)  # (r, h)
    mean, general_sd, competence_sd, topic_sd = (getattr(population, field.name) for field in fields(population))
    nodes = grids.ability_nodes(mean, general_sd, competence_sd, topic_sd)
    level_worth = np.cumsum(np.pad(weights, ((0, 0), (1, 0))), axis=1)  # (t, levels + 1)
    return Bank(
        row=row,
        topic=rows.topic,
        right=right,
        log_right=np.log(right).astype(np.float32),
        log_wrong=np.log1p(-right).astype(np.float32),
        cells=grids.cell_given_ability(nodes, topic_sd),
        nodes=nodes,
        given_general=grids.ability_given_general(nodes, mean, general_sd, competence_sd),
        worth=level_worth[:, grids.CELL_LEVEL],
        lattice=points.lattice_of(level_worth),
    )


def start(bank: Bank, outside: NDArray[np.floating] | None = None) -> Belief:
    """Before the first answer we know the population, and what the other competences say (their messages, summed)."""
    said = np.zeros(grids.GENERAL.size) if outside is None else outside
    if said.shape != grids.GENERAL.shape:
        raise ValueError(f"a message has {grids.GENERAL.size} values, not shape {said.shape}")
    return Belief(np.zeros(bank.worth.shape, np.float32), said.astype(np.float32))


def observe(bank: Bank, belief: Belief, item: int, right: bool) -> Belief:
    """An answer multiplies the likelihood of its topic by the item's curve; the other topics keep theirs."""
    row = bank.row[item]
    likelihood = belief.log_likelihood.copy()
    likelihood[bank.topic[row]] += (bank.log_right if right else bank.log_wrong)[row]
    return replace(belief, log_likelihood=likelihood)


def faded(belief: Belief, keep: float) -> Belief:
    """After some days old answers count for less: their likelihood to the power keep, from 0 (forget) to 1."""
    if not 0.0 <= keep <= 1.0:
        raise ValueError(f"keep lies between 0 and 1, not {keep}")
    return replace(belief, log_likelihood=belief.log_likelihood * np.float32(keep))


def pack(belief: Belief) -> bytes:
    """The belief as bytes, four a number; unpack gives it back to the last bit."""
    return belief.log_likelihood.astype("<f4").tobytes() + belief.outside.astype("<f4").tobytes()


def unpack(bank: Bank, stored: bytes) -> Belief:
    """The belief that was packed; refuses bytes of another bank or grid (ValueError)."""
    needed = 4 * (bank.worth.size + grids.GENERAL.size)
    if len(stored) != needed:
        raise ValueError(f"a belief of this bank takes {needed} bytes, not {len(stored)}")
    numbers = np.frombuffer(stored, "<f4").astype(np.float32)
    return Belief(numbers[: bank.worth.size].reshape(bank.worth.shape), numbers[bank.worth.size :])


def message(bank: Bank, belief: Belief) -> Singles:
    """What this competence's answers alone say of the general factor: their log-likelihood (g,), at most 0."""
    _, evidence = _by_topic(bank, belief)
    said = np.log(bank.given_general @ _by_ability(evidence) + grids.TINY)  # (g,)
    return np.asarray(said - said.max(), np.float32)


def look(bank: Bank, belief: Belief) -> View:
    """What we expect now, and how much each item would tell.

    The gain of an item is exactly the expected fall of the variance of the points S after its answer,
    Cov(S, P)^2 / (p (1 - p)), by the law of total variance for a binary answer. With the topics independent given
    theta, E[S P] = sum over theta of E[P] times the points of the other topics, plus E[points of its topic times P].
    """
    given = _given(bank, belief)
    ability = _ability(bank, belief, given.evidence)
    expected = float(ability @ given.mean)
    above = given.mean - expected  # (k,)

    share = ability / given.evidence  # (t, k)
    cells = given.likelihood * (share @ bank.cells)  # (t, h) chance of each cell of each topic
    others = given.likelihood * ((share * (above - given.topic_points)) @ bank.cells)  # (t, h)
    moved = others + cells * bank.worth  # (t, h) E[(S - E S) 1(cell)]
    p_right = np.vecdot(bank.right, cells[bank.topic])
    covariance = np.vecdot(bank.right, moved[bank.topic])
    gain = covariance * covariance / (p_right * (1.0 - p_right))
    return View(
        expected=expected,
        sd=float(ability @ (given.variance + above * above)) ** 0.5,
        ability=float(ability @ bank.nodes),
        p_right=p_right[bank.row],
        gain=gain[bank.row],
        level=cells @ grids.CELL_LEVEL,
    )


def at_least(bank: Bank, belief: Belief, points_a_level: float = 8.0) -> Floats:
    """Chance that the competence's level is at least 1, 2, ...: that its points reach as many levels; (l,)."""
    given = _given(bank, belief)
    return _reached(_points(bank, given, _ability(bank, belief, given.evidence)), points_a_level)


def report(bank: Bank, belief: Belief, points_a_level: float = 8.0) -> Report:
    """The exact distribution of the points, the level they make, and the chance that each level of a topic is held."""
    given = _given(bank, belief)
    ability = _ability(bank, belief, given.evidence)
    found = _points(bank, given, ability)
    reached = _reached(found, points_a_level)
    expected = float(ability @ given.mean)
    cells = given.likelihood * ((ability / given.evidence) @ bank.cells)  # (t, h)
    return Report(
        expected=expected,
        sd=float(ability @ (given.variance + (given.mean - expected) ** 2)) ** 0.5,
        points=found,
        at_least=reached,
        sure=int((reached >= SURE).sum()),
        possible=int((reached >= POSSIBLE).sum()),
        mastered=cells @ grids.CELL_HOLDS,
    )


def total(parts: Sequence[tuple[Bank, Belief]]) -> Total:
    """The sum over competences, independent once the general factor is known; their outsides are not used."""
    sums = sum((_by_general(bank, belief) for bank, belief in parts), np.zeros((3, grids.GENERAL.size)))
    said, means, variances = sums  # (g,) each
    general = grids.GENERAL_CHANCE * _relative(said)  # (g,)
    general /= general.sum()
    expected = float(general @ means)
    return Total(expected, float(general @ (variances + (means - expected) ** 2)) ** 0.5)


def _check_weights(weights: Floats, items: Items) -> None:
    if weights.ndim != 2 or weights.shape[1] != grids.LEVELS or not len(weights):
        raise ValueError(f"weights have shape (topics, {grids.LEVELS}), not {weights.shape}")
    if not (np.isfinite(weights).all() and (weights >= 0).all()):
        raise ValueError("weights are points, finite and not below 0")
    if items.topic.max(initial=-1) >= len(weights):
        raise ValueError(f"item {items.topic.argmax()}: topic {items.topic.max()} has no weights")


def _distinct(items: Items) -> tuple[Items, Whole]:
    columns = np.stack([items.topic, items.a, items.b, items.c, items.d], axis=1)  # (n, 5)
    _, first, row = np.unique(columns, axis=0, return_index=True, return_inverse=True)
    return Items(*(getattr(items, field.name)[first] for field in fields(items))), row.reshape(-1)


def _by_topic(bank: Bank, belief: Belief) -> tuple[Floats, Floats]:
    likelihood = _relative(belief.log_likelihood)
    return likelihood, likelihood @ bank.cells.T  # (t, h), (t, k)


def _by_ability(evidence: Floats) -> Floats:
    return _relative(np.log(evidence).sum(axis=0))  # (k,)


def _relative(logarithms: NDArray[np.floating]) -> Floats:
    relative: Floats = np.exp(logarithms - logarithms.max(axis=-1, keepdims=True), dtype=np.float64)
    return relative


def _given(bank: Bank, belief: Belief) -> _Given:
    likelihood, evidence = _by_topic(bank, belief)
    points_likelihood = likelihood * bank.worth  # (t, h)
    topic_points = points_likelihood @ bank.cells.T / evidence  # (t, k)
    squares = (points_likelihood * bank.worth) @ bank.cells.T / evidence  # (t, k)
    variance = (squares - topic_points * topic_points).sum(axis=0).clip(0.0)
    return _Given(likelihood, evidence, topic_points, topic_points.sum(axis=0), variance)


def _ability(bank: Bank, belief: Belief, evidence: Floats) -> Floats:
    general = grids.GENERAL_CHANCE * _relative(belief.outside)  # (g,)
    chance = (general @ bank.given_general + grids.TINY) * _by_ability(evidence)  # (k,)
    return np.asarray(chance / chance.sum(), np.float64)


def _by_general(bank: Bank, belief: Belief) -> Floats:
    given = _given(bank, belief)
    ability = bank.given_general * _by_ability(given.evidence) + grids.TINY  # (g, k)
    said = ability.sum(axis=1)  # (g,)
    ability /= said[:, None]
    mean = ability @ given.mean
    variance = (ability @ (given.variance + given.mean**2) - mean**2).clip(0.0)
    return np.stack([np.log(said), mean, variance])  # (3, g)


def _points(bank: Bank, given: _Given, ability: Floats) -> points.Points:
    kept = np.flatnonzero(ability > NEGLIGIBLE)
    by_level = given.likelihood[:, None, :] * grids.LEVEL_CELLS  # (t, levels + 1, h)
    levels = by_level @ bank.cells[kept].T / given.evidence[:, None, kept]  # (t, levels + 1, k)
    return points.distribution(ability[kept] / ability[kept].sum(), levels, bank.lattice)


def _reached(found: points.Points, points_a_level: float) -> Floats:
    return found.at_least(points_a_level * np.arange(1, grids.LEVELS + 1, dtype=np.float64))
