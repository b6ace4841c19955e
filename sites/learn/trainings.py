"""Which tutorials would help most: skills just out of reach, one topic after the other."""

from dataclasses import dataclass

from domain.assessment.models import Mastery
from domain.content.catalogue import Catalogue, Skill


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tutorial, and the skill it is for."""

    skill: str
    title: str
    minutes: int
    level: int
    topic: str


def recommended(content: Catalogue, competence: str, mastery: Mastery, locale: str, most: int = 3) -> list[Suggestion]:
    """The skills most in doubt first (a probability near one half), at most one a topic: the next steps."""
    held = {topic["code"]: topic["held"] for topic in mastery.topics}
    best: dict[str, tuple[float, Skill]] = {}
    for skill in content.skills_of(competence):
        chance = held.get(skill.topic.code, [0.0] * 8)[skill.level - 1]
        distance = abs(chance - 0.5)
        if chance < 0.8 and distance < best.get(skill.topic.code, (1.0, skill))[0]:
            best[skill.topic.code] = (distance, skill)
    nearest = sorted(best.values(), key=lambda pair: (pair[0], pair[1].id))
    return [suggestion(skill, locale) for _, skill in nearest[:most]]


def suggestion(skill: Skill, locale: str) -> Suggestion:
    """The tutorial of a skill, ready for a list."""
    tutorial = skill.file.tutorial
    return Suggestion(
        skill.id, tutorial.title.in_(locale), tutorial.minutes, skill.level, skill.topic.title.in_(locale)
    )
