"""From YAML files to a typed bundle, with the line of every fault."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from domain.content.bundle import Bundle, Fault, Placed
from domain.content.schema import BandsFile, DemoFile, DomainFile, Shape, SkillFile

S = TypeVar("S", bound=Shape)


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
        if node is None:
            self.faults.append(Fault(name, 1, "The file is empty.", "Write it or remove it."))
            return None
        self.nodes[name] = node
        try:
            return shape.model_validate(data)
        except ValidationError as error:
            self.faults.extend(_shape_faults(name, node, error))
            return None

    def line(self, name: str, *path: str | int) -> int:
        """The line of a value inside a file, or of its nearest parent."""
        return line_of(self.nodes[name], path)


def read_folder(root: Path) -> tuple[Bundle | None, Reader]:
    """Read `framework/`, `competences/` and `demos/`; the bundle is None when a file could not be read."""
    reader = Reader(root)
    domains = [reader.read(path, DomainFile) for path in sorted((root / "framework").glob("[0-9]*.yaml"))]
    bands = reader.read(root / "framework" / "bands.yaml", BandsFile)
    skills = [
        (path.parent.name, reader.read(path, SkillFile)) for path in sorted((root / "competences").glob("*/*.yaml"))
    ]
    demos = [reader.read(path, DemoFile) for path in sorted((root / "demos").glob("*.yaml"))]
    if reader.faults or bands is None:
        return None, reader
    placed = tuple(Placed(folder=folder, skill=skill) for folder, skill in skills if skill is not None)
    bundle = Bundle(
        domains=tuple(d for d in domains if d is not None),
        bands=bands,
        skills=placed,
        demos=tuple(d for d in demos if d is not None),
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
