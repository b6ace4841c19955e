"""From YAML files to a typed bundle, with the line of every fault."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError
from yaml.constructor import SafeConstructor

from domain.content.bundle import Bundle, Fault, Placed
from domain.content.schema import BandsFile, DemoFile, DomainFile, Shape, SkillFile

S = TypeVar("S", bound=Shape)
TIMESTAMP = "tag:yaml.org,2002:timestamp"


class Reader:
    """Reads the files of a content folder one after the other, and keeps their faults."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.nodes: dict[str, yaml.Node] = {}

    def read(self, path: Path, shape: type[S]) -> S | None:
        """The file as a value of its shape, or None and its faults."""
        name = path.relative_to(self.root).as_posix()
        try:
            source = path.read_text(encoding="utf-8")
            node = yaml.compose(source, yaml.CSafeLoader)  # for the lines
            data = yaml.load(source, yaml.CSafeLoader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            self.faults.append(_syntax_fault(name, error))
            return None
        except ValueError as error:  # a date that is in no calendar
            self.faults.append(Fault(name, _line_of_bad_day(node), f"{error}.".capitalize(), "Write a real day."))
            return None
        if node is None:
            self.faults.append(Fault(name, 1, "The file is empty.", "Write it or remove it."))
            return None
        self.nodes[name] = node
        try:
            return shape.model_validate(data)
        except ValidationError as error:
            self.faults.extend(_shape_faults(name, node, error))
            return None

    def read_all(self, pattern: str, shape: type[S], name_of: Callable[[S], str]) -> list[tuple[Path, S]]:
        """The files of a pattern that could be read. Each bears the name of what it holds: faults are told by it."""
        found = [(path, self.read(path, shape)) for path in sorted(self.root.glob(pattern))]
        read = [(path, value) for path, value in found if value is not None]
        for path, value in read:
            if path.stem != (name := name_of(value)):
                where = path.relative_to(self.root).as_posix()
                self.faults.append(Fault(where, 1, f"This file holds {name}.", f"Call it {name}.yaml."))
        return read

    def line(self, name: str, *path: str | int) -> int:
        """The line of a value inside a file, or of its nearest parent."""
        return line_of(self.nodes[name], path)


def read_folder(root: Path) -> tuple[Bundle | None, Reader]:
    """Read `framework/`, `competences/` and `demos/`; the bundle is None when a file could not be read."""
    reader = Reader(root)
    domains = reader.read_all("framework/[0-9]*.yaml", DomainFile, lambda domain: f"{domain.code}-{domain.slug}")
    bands = reader.read_all("framework/bands.yaml", BandsFile, lambda _: "bands")
    skills = reader.read_all("competences/*/*.yaml", SkillFile, lambda skill: f"{skill.topic}-{skill.level}")
    demos = reader.read_all("demos/*.yaml", DemoFile, lambda demo: demo.slug)
    if not (root / "framework" / "bands.yaml").is_file():
        reader.faults.append(Fault("framework/bands.yaml", 1, "This file is missing.", "Write what one can do."))
    if reader.faults:
        return None, reader
    bundle = Bundle(
        domains=tuple(domain for _, domain in domains),
        bands=bands[0][1],
        skills=tuple(Placed(folder=path.parent.name, skill=skill) for path, skill in skills),
        demos=tuple(demo for _, demo in demos),
    )
    return bundle, reader


def line_of(node: yaml.Node, path: Sequence[str | int]) -> int:
    """Follow keys and indexes down the YAML tree as far as they go."""
    line = node.start_mark.line + 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == step]
            if not found:
                break
            line, node = found[0][0].start_mark.line + 1, found[0][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _syntax_fault(name: str, error: Exception) -> Fault:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    what = getattr(error, "problem", None) or str(error)
    return Fault(
        name, line, f"This is not readable YAML: {what}.", "Check the indentation, the quotes and the colons."
    )


def _line_of_bad_day(node: yaml.Node | None) -> int:
    """The line of the first date that is in no calendar."""
    for scalar in _scalars(node) if node else ():
        try:
            if scalar.tag == TIMESTAMP:
                SafeConstructor().construct_yaml_timestamp(scalar)
        except ValueError:
            return scalar.start_mark.line + 1
    return 1


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from (*_scalars(key), *_scalars(value))
    else:
        for value in node.value:
            yield from _scalars(value)


def _shape_faults(name: str, node: yaml.Node, error: ValidationError) -> list[Fault]:
    faults = []
    for detail in error.errors():
        where = ".".join(str(step) for step in detail["loc"]) or "the file"
        faults.append(Fault(name, line_of(node, detail["loc"]), f"{where}: {detail['msg']}.", _remedy(detail["type"])))
    return faults


def _remedy(kind: str) -> str:
    return {
        "missing": "Add it.",
        "extra_forbidden": "Remove it, or correct its name.",
        "string_too_short": "Write the text.",
        "string_pattern_mismatch": "Write it in the form shown.",
        "literal_error": "Use one of the values listed.",
    }.get(kind, "Correct it; domain/content/schema.py says what is expected.")
