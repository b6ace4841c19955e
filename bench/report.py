"""What every benchmark prints: the conditions, the figures, and the targets it met or missed."""

import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

import orjson


@dataclass(frozen=True)
class Target:
    """A figure and the bound it was promised to keep."""

    name: str
    value: float
    bound: float
    highest: bool

    @property
    def met(self) -> bool:
        """A bound is kept when the figure is on its right side, or on it; a figure that is not a number keeps none."""
        return self.value <= self.bound if self.highest else self.value >= self.bound

    def as_json(self) -> dict[str, object]:
        """The target under the names of the printed report."""
        side = "at_most" if self.highest else "at_least"
        return {"name": self.name, "value": self.value, side: self.bound, "met": self.met}


def at_most(name: str, value: float, bound: float) -> Target:
    """The figure may not be above the bound."""
    return Target(name, value, bound, highest=True)


def at_least(name: str, value: float, bound: float) -> Target:
    """The figure may not be under the bound."""
    return Target(name, value, bound, highest=False)


def conditions(**more: object) -> dict[str, object]:
    """Where and with what the figures were taken, and whatever the benchmark adds."""
    return {
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "machine": platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
        "numpy": version("numpy"),
        **more,
    }


def publish(
    conditions: Mapping[str, object], figures: Mapping[str, object], targets: Sequence[Target], *, as_json: bool
) -> int:
    """Print one JSON object, or the same for people; the exit code is 1 when a target is missed."""
    whole = {"conditions": conditions, **figures, "targets": [target.as_json() for target in targets]}
    sys.stdout.write(orjson.dumps(whole).decode() if as_json else _for_people(whole, targets))
    sys.stdout.write("\n")
    return 0 if all(target.met for target in targets) else 1


def _for_people(whole: Mapping[str, object], targets: Sequence[Target]) -> str:
    lines = [f"{name}: {orjson.dumps(value).decode()}" for name, value in _flat(whole) if name != "targets"]
    return "\n".join(lines + [_line(target) for target in targets])


def _flat(whole: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in whole.items():
        if isinstance(value, Mapping) and any(isinstance(inner, Mapping) for inner in value.values()):
            yield from _flat(value, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", value


def _line(target: Target) -> str:
    verdict, side = ("met" if target.met else "MISSED"), ("at most" if target.highest else "at least")
    return f"{verdict}: {target.name} is {target.value:g}, {side} {target.bound:g}"
