"""Simulated people, their answers, and what a peer made of them: the files a placement benchmark reads."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.intp]
Answers = NDArray[np.bool_]

LEVELS = 8


class Skill(TypedDict):
    """A level of a topic, and its points."""

    id: str
    competence: str
    topic: str
    level: int
    points: float


class Challenge(TypedDict):
    """One question on a skill."""

    id: str
    skill: str


class Learner(TypedDict):
    """A person, by their true level in each topic."""

    id: str
    topic_levels: dict[str, int]


class Framework(TypedDict):
    """The whole of framework.json."""

    skills: list[Skill]
    challenges: list[Challenge]
    learners: list[Learner]


class Peer(TypedDict):
    """What the peer asked and found: a row is learner, competence, questions, true points, estimated points."""

    rows: list[tuple[str, str, int, float, float]]


@dataclass(frozen=True, eq=False)
class Competence:
    """One competence: its challenges, what its skills are worth, and everyone's level in its topics."""

    columns: Whole  # (n,) of the answers
    topic: Whole  # (n,)
    level: Whole  # (n,)
    worth: Floats  # (t, l) points
    held: Whole  # (learners, t) true levels

    @property
    def truth(self) -> Floats:
        """True points: a skill is mastered when its level is at most the learner's level in its topic."""
        mastered = self.held[:, :, None] >= np.arange(1, LEVELS + 1)  # (learners, t, l)
        return np.asarray((mastered * self.worth).sum(axis=(1, 2)), np.float64)


def competences(folder: Path) -> list[Competence]:
    """The competences of framework.json, in its order."""
    framework: Framework = json.loads((folder / "framework.json").read_text())
    names = dict.fromkeys(skill["competence"] for skill in framework["skills"])
    return [_competence(framework, name) for name in names]


def answers(folder: Path, noise: str) -> Answers:
    """Whether each learner answers each challenge well, (learners, challenges) and some columns of padding."""
    packed = np.load(folder / f"answers_{noise}.npz")["right"]
    return np.unpackbits(packed, axis=1).astype(np.bool_)


def peer_rows(folder: Path, noise: str) -> Peer:
    """What the peer made of the same answers."""
    peer: Peer = json.loads((folder / f"peer_{noise}.json").read_text())
    return peer


def _competence(framework: Framework, name: str) -> Competence:
    skills = {skill["id"]: skill for skill in framework["skills"] if skill["competence"] == name}
    topics = {topic: at for at, topic in enumerate(dict.fromkeys(skill["topic"] for skill in skills.values()))}
    worth = np.zeros((len(topics), LEVELS))
    for skill in skills.values():
        worth[topics[skill["topic"]], skill["level"] - 1] += skill["points"]
    asked = list(_asked(framework, skills))
    return Competence(
        columns=np.array([column for column, _ in asked]),
        topic=np.array([topics[skill["topic"]] for _, skill in asked]),
        level=np.array([skill["level"] for _, skill in asked]),
        worth=worth,
        held=np.array([[learner["topic_levels"][topic] for topic in topics] for learner in framework["learners"]]),
    )


def _asked(framework: Framework, skills: dict[str, Skill]) -> Iterator[tuple[int, Skill]]:
    for column, challenge in enumerate(framework["challenges"]):
        if challenge["skill"] in skills:
            yield column, skills[challenge["skill"]]
