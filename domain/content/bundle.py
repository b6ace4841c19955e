"""All the content of one folder, read and typed: what is checked, published and played."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from domain.content.schema import BandsFile, DemoFile, DomainFile, Shape, SkillFile


class Placed(Shape):
    """A skill and the folder of its competence, where its pictures and files are."""

    folder: str
    skill: SkillFile

    @property
    def id(self) -> str:
        return f"{self.skill.topic}-{self.skill.level}"


class Bundle(Shape):
    """The framework, its bands, its skills and the demos."""

    domains: tuple[DomainFile, ...]
    bands: BandsFile
    skills: tuple[Placed, ...]
    demos: tuple[DemoFile, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in a content file: where it is, what it is, how to mend it."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what} {self.remedy}"


ADAPTER = TypeAdapter(Bundle)
