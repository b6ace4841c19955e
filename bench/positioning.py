"""How well the engine places simulated learners, question by question, beside a peer's published algorithm."""

import argparse
import math
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that the file also runs by its path

from measure import curves, select, tree

from bench import report, simulated

Floats = NDArray[np.float64]

POPULATION = tree.Population(mean=3.0, general_sd=1.7, competence_sd=0.8, topic_sd=0.9)  # how the data are drawn
LENGTHS = range(2, 31)  # questions a competence
CAP = 56.0  # points a competence
STRONG_GUESSING = (0.05, 0.2)  # slip and guess for which a gain over the peer is promised
THRESHOLD = 1e6  # slope of a challenge mastered from its level on and never below it: the data have no other


@dataclass(frozen=True, eq=False)
class Placement:
    """What came of one learner, asked so many questions in every competence."""

    expected: list[float]  # points, by competence
    low: list[float]  # ends of the 95 % intervals, by competence
    high: list[float]
    total: float  # expected points of all competences
    microseconds: list[float]  # of the engine, by answer


@dataclass(frozen=True)
class Figures:
    """Errors over learners and competences, in points, and the share of 95 % intervals that hold."""

    rmse: float
    bias: float
    coverage: float
    total_rmse: float


@dataclass(frozen=True)
class PeerFigures:
    """The same errors for the peer, and its mean number of questions a competence."""

    questions: float
    rmse: float
    bias: float
    total_rmse: float


def main() -> int:
    """Place everyone, print the report and give the exit code."""
    options = _options()
    noise = f"slip{options.slip:g}_guess{options.guess:g}"
    competences = simulated.competences(options.data)
    banks = [bank_of(competence, curve_for(options)) for competence in competences]
    placements = place_all(banks, competences, simulated.answers(options.data, noise), options.jobs)
    truth = np.stack([competence.truth for competence in competences], axis=1).clip(max=CAP)  # (learners, competences)
    ours = {length: figures([placed[length] for placed in placements], truth) for length in LENGTHS}
    peer = peer_figures(simulated.peer_rows(options.data, noise))
    conditions = report.conditions(
        data=options.data.name,
        noise={"slip": options.slip, "guess": options.guess, "told": options.noise},
        learners=len(truth),
        population=asdict(POPULATION),
        processes=options.jobs,
    )
    shown = {
        "by_questions": {str(length): _rounded(asdict(found)) for length, found in ours.items()},
        "peer": _rounded(asdict(peer)),
        "engine": _rounded(engine_time(placements)),
    }
    return report.publish(conditions, shown, targets(options, ours, peer), as_json=options.json)


def curve_for(options: argparse.Namespace) -> Callable[[int], curves.Curve]:
    """The true curve of a challenge when the noise is known, else what the product assumes of any new challenge."""
    if options.noise == "default":
        return curves.prior_curve
    return lambda level: curves.Curve(THRESHOLD, level - 0.5, options.guess, 1.0 - options.slip)


def bank_of(competence: simulated.Competence, curve: Callable[[int], curves.Curve]) -> tree.Bank:
    """The engine's tables of a competence, with the points of the data."""
    items = curves.items_from(competence.topic.tolist(), [curve(int(level)) for level in competence.level])
    return tree.prepare(POPULATION, items, competence.worth)


def place_all(
    banks: Sequence[tree.Bank], competences: Sequence[simulated.Competence], answers: simulated.Answers, jobs: int
) -> list[dict[int, Placement]]:
    """Every learner at every length, learners spread over the processes."""
    by_competence = [[row[competence.columns] for competence in competences] for row in answers]
    place = partial(_place_at_every_length, banks)
    with ProcessPoolExecutor(jobs) as pool:
        chunk = math.ceil(len(answers) / (4 * jobs))
        return list(pool.map(place, range(len(answers)), by_competence, chunksize=chunk))


def place(banks: Sequence[tree.Bank], right: Sequence[simulated.Answers], length: int, learner: int) -> Placement:
    """One competence after the other, each told what the ones before it say of the general factor at this length."""
    parts: list[tuple[tree.Bank, tree.Belief]] = []
    microseconds: list[float] = []
    outside = None
    for number, (bank, answers) in enumerate(zip(banks, right, strict=True)):
        belief, taken = _asked(bank, outside, answers, length, np.random.default_rng([learner, number]))
        said = tree.message(bank, belief)
        outside = said if outside is None else outside + said
        parts.append((bank, belief))
        microseconds += taken
    reports = [tree.report(bank, belief) for bank, belief in parts]
    return Placement(
        expected=[min(found.expected, CAP) for found in reports],
        low=[found.interval95[0] for found in reports],
        high=[found.interval95[1] for found in reports],
        total=tree.total(parts).expected,
        microseconds=microseconds,
    )


def figures(placements: Sequence[Placement], truth: Floats) -> Figures:
    """Errors of the placements at one length; truth (learners, competences) in points."""
    error = np.array([placed.expected for placed in placements]) - truth
    low, high = (np.array([getattr(placed, end) for placed in placements]) for end in ("low", "high"))
    total_error = np.array([placed.total for placed in placements]) - truth.sum(axis=1)
    return Figures(
        rmse=_root_mean_square(error),
        bias=float(error.mean()),
        coverage=float(((low <= truth + 1e-6) & (truth <= high + 1e-6)).mean()),
        total_rmse=_root_mean_square(total_error),
    )


def peer_figures(peer: simulated.Peer) -> PeerFigures:
    """The peer's errors, both sides capped as ours are."""
    errors: dict[str, list[float]] = {}
    for learner, _, _, true, estimated in peer["rows"]:
        errors.setdefault(learner, []).append(min(estimated, CAP) - min(true, CAP))
    every = np.array([error for of_learner in errors.values() for error in of_learner])
    return PeerFigures(
        questions=float(np.mean([row[2] for row in peer["rows"]])),
        rmse=_root_mean_square(every),
        bias=float(every.mean()),
        total_rmse=_root_mean_square(np.array([sum(of_learner) for of_learner in errors.values()])),
    )


def engine_time(placements: Sequence[Mapping[int, Placement]]) -> dict[str, float]:
    """Microseconds of processor time of one answer: look, choose, observe."""
    every = np.concatenate([placed.microseconds for lengths in placements for placed in lengths.values()])
    return {"answers": every.size, "us_p50": float(np.median(every)), "us_p99": float(np.quantile(every, 0.99))}


def targets(options: argparse.Namespace, ours: Mapping[int, Figures], peer: PeerFigures) -> list[report.Target]:
    """What is promised: honesty when the noise is known, and no more error than the peer's, or than a bound."""
    if options.noise == "known":
        precise = _precise(ours, peer) if (options.slip, options.guess) == STRONG_GUESSING else []
        return precise + _honest(ours)
    if options.slip == options.guess == 0.0:
        return [report.at_most("rmse at 21 questions, clean answers", ours[21].rmse, 0.7)]
    length = math.floor(peer.questions)
    found = ours[length]
    return [
        report.at_most(f"rmse at {length} questions, the peer's", found.rmse, peer.rmse),
        report.at_most(f"rmse of the total at {length} questions, the peer's", found.total_rmse, peer.total_rmse),
    ]


def _precise(ours: Mapping[int, Figures], peer: PeerFigures) -> list[report.Target]:
    as_good = min((length for length, found in ours.items() if found.rmse <= peer.rmse), default=math.inf)
    return [
        report.at_most("questions to reach the peer's final rmse", as_good, 6),
        report.at_most("rmse at 12 questions", ours[12].rmse, 3.0),
        report.at_most("share of 95 % intervals that hold at 12 questions", ours[12].coverage, 0.97),
    ]


def _honest(ours: Mapping[int, Figures]) -> list[report.Target]:
    return [
        report.at_most("absolute bias at 12 questions", abs(ours[12].bias), 0.4),
        report.at_least("share of 95 % intervals that hold at 12 questions", ours[12].coverage, 0.93),
    ]


def _place_at_every_length(
    banks: Sequence[tree.Bank], learner: int, right: Sequence[simulated.Answers]
) -> dict[int, Placement]:
    return {length: place(banks, right, length, learner) for length in LENGTHS}


def _asked(
    bank: tree.Bank, outside: tree.Singles | None, right: simulated.Answers, length: int, rng: np.random.Generator
) -> tuple[tree.Belief, list[float]]:
    belief, allowed, microseconds = tree.start(bank, outside), np.ones(right.size, np.bool_), []
    for _ in range(length):
        before = time.thread_time_ns()
        item = select.choose(tree.look(bank, belief).gain, allowed, rng)
        if item is None:
            break
        belief = tree.observe(bank, belief, item, bool(right[item]))
        microseconds.append((time.thread_time_ns() - before) / 1000)
        allowed[item] = False
    return belief, microseconds


def _root_mean_square(errors: Floats) -> float:
    return float(np.sqrt((errors**2).mean()))


def _rounded(figures: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in figures.items()}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="positioning", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of framework.json, answers_*.npz, peer_*.json"
    )
    parser.add_argument("--slip", type=float, required=True, help="chance of a wrong answer to a mastered skill")
    parser.add_argument("--guess", type=float, required=True, help="chance of a right answer to another skill")
    parser.add_argument("--noise", choices=("known", "default"), default="default", help="whether the engine is told")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
