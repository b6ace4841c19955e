"""A release in memory: immutable, indexed, shared by all requests of the process."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import orjson

from domain.content.bundle import ADAPTER, Bundle
from domain.content.models import Release
from domain.content.schema import Band, ChallengeFile, CompetenceFile, DemoFile, DomainFile, SkillFile, TopicFile


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill in its place: topic, competence, and its challenges by id."""

    id: str
    topic: TopicFile
    competence: CompetenceFile
    file: SkillFile

    @property
    def level(self) -> int:
        return self.file.level


@dataclass(frozen=True, slots=True)
class Challenge:
    """A challenge in its place: the skill it measures."""

    id: str
    skill: Skill
    file: ChallengeFile


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that a release holds, found by code or by id."""

    number: int
    domains: tuple[DomainFile, ...]
    bands: tuple[Band, ...]
    competences: Mapping[str, CompetenceFile]
    domain_of: Mapping[str, DomainFile]
    topics: Mapping[str, TopicFile]
    skills: Mapping[str, Skill]
    challenges: Mapping[str, Challenge]
    demos: Mapping[str, DemoFile]
    assets: Mapping[str, str]  # "1.2-ranger/window.en.svg" to its digest

    def skills_of(self, competence: str) -> tuple[Skill, ...]:
        """The skills of a competence, in the order of topics and levels."""
        return tuple(skill for skill in self.skills.values() if skill.competence.code == competence)

    def challenges_of(self, competence: str) -> tuple[Challenge, ...]:
        """The challenges of a competence, in the order of their skills."""
        return tuple(c for c in self.challenges.values() if c.skill.competence.code == competence)

    def is_open(self, competence: str) -> bool:
        """A competence is open when it has at least one skill to ask about."""
        return any(skill.competence.code == competence for skill in self.skills.values())

    def asset(self, skill: Skill, name: str) -> str:
        """The digest of a file shown by a challenge or a tutorial of this skill."""
        return self.assets[f"{skill.competence.code}-{skill.competence.slug}/{name}"]


@lru_cache(maxsize=8)
def catalogue(number: int) -> Catalogue:
    """The catalogue of a release; read once by process, since a release never changes."""
    stored = orjson.loads(gzip.decompress(bytes(Release.objects.get(pk=number).body)))
    return _indexed(number, ADAPTER.validate_python(stored["bundle"], strict=False), stored["assets"])


def _indexed(number: int, bundle: Bundle, assets: Mapping[str, str]) -> Catalogue:
    competences = {c.code: c for d in bundle.domains for c in d.competences}
    home = {t.code: (t, c) for c in competences.values() for t in c.topics}
    placed = sorted(bundle.skills, key=lambda p: (p.skill.topic, p.skill.level))
    skills = {p.id: Skill(p.id, *home[p.skill.topic], p.skill) for p in placed}
    challenges = {c.id: Challenge(c.id, skill, c) for skill in skills.values() for c in skill.file.challenges}
    return Catalogue(
        number=number,
        domains=bundle.domains,
        bands=bundle.bands.bands,
        competences=MappingProxyType(competences),
        domain_of=MappingProxyType({c.code: d for d in bundle.domains for c in d.competences}),
        topics=MappingProxyType({code: topic for code, (topic, _) in home.items()}),
        skills=MappingProxyType(skills),
        challenges=MappingProxyType(challenges),
        demos=MappingProxyType({demo.slug: demo for demo in bundle.demos}),
        assets=MappingProxyType(dict(assets)),
    )
