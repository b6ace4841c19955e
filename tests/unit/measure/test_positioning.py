"""The placement benchmark, run as people run it on a handful of simulated learners."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[3]
LEARNERS = {"low": {"x": 1, "y": 0, "z": 2}, "middle": {"x": 3, "y": 5, "z": 4}, "high": {"x": 8, "y": 8, "z": 7}}
SKILLS = [("a", "x", 2), ("a", "x", 4), ("a", "y", 3), ("b", "z", 1), ("b", "z", 3), ("b", "z", 6)]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    skills = [
        {"id": f"s{at}", "competence": competence, "topic": topic, "level": level, "points": 4.0}
        for at, (competence, topic, level) in enumerate(SKILLS)
    ]
    challenges = [{"id": f"c{at}", "skill": f"s{at % len(SKILLS)}", "timed": False} for at in range(4 * len(SKILLS))]
    learners = [{"id": name, "topic_levels": levels} for name, levels in LEARNERS.items()]
    right = [[levels[topic] >= level for _, topic, level in SKILLS * 4] for levels in LEARNERS.values()]
    rows = [(name, competence, 5, 8.0, 7.0) for name in LEARNERS for competence in "ab"]
    framework = {"skills": skills, "challenges": challenges, "learners": learners}
    (folder / "framework.json").write_text(json.dumps(framework))
    for noise in ("slip0_guess0", "slip0.05_guess0.2"):
        (folder / f"peer_{noise}.json").write_text(json.dumps({"rows": rows}))
        np.savez(folder / f"answers_{noise}.npz", right=np.packbits(right, axis=1))
    return folder


def run(data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "bench/positioning.py",
        "--data",
        str(data),
        "--slip",
        "0",
        "--guess",
        "0",
        "--jobs",
        "1",
    ]
    return subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, check=False)


def test_learners_who_answer_without_noise_are_found_exactly(data: Path) -> None:
    done = run(data, "--slip", "0", "--guess", "0", "--noise", "known", "--json")

    told = json.loads(done.stdout)
    exact = {"rmse": 0.0, "bias": 0.0, "coverage": 1.0, "total_rmse": 0.0}
    assert done.returncode == 0
    assert list(told["by_questions"]) == [str(length) for length in range(2, 31)]
    assert told["by_questions"]["12"] == pytest.approx(exact, abs=1e-3)
    assert told["peer"] == {"questions": 5.0, "rmse": 1.0, "bias": -1.0, "total_rmse": 2.0}


def test_a_missed_target_is_said_and_fails_the_run(data: Path) -> None:
    perfect = {"rows": [("low", "a", 5, 8.0, 8.0)]}
    (data / "peer_slip0.05_guess0.2.json").write_text(json.dumps(perfect))

    done = run(data, "--slip", "0.05", "--guess", "0.2", "--noise", "known")

    assert done.returncode == 1
    assert "MISSED: questions to reach the peer's final rmse is inf, at most 6" in done.stdout
    assert "met: rmse at 12 questions is" in done.stdout
