"""The contract of a challenge: what is shown (a play), what is right (a key), and how a template makes both.

A hand-written challenge and a generated one give the same `Play`. Everything a learner may see is in the upper half
of a play; `key`, `shown`, `mistakes` and `correction` stay on the server until the answer is recorded.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    CHOICE = "choice"  # one option among several
    CHOICES = "choices"  # two options or more
    FIELDS = "fields"  # one field (a short answer) or several


class Format(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    SELECT = "select"


# --- what is right -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TextKey:
    """Accepted wordings. `spelling` is the share of the expected letters that may differ (0: none); digits never may.

    `exact` keeps case, accents, spaces and punctuation (file names, codes, paths).
    """

    values: tuple[str, ...]
    spelling: float = 0.0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class NumberKey:
    """Any number from `low` to `high`, both included, in the unit of `factor` 1.

    `units` maps each unit a person may type to its factor (`{"KB": 1, "MB": 1000}`); without a unit the factor is 1.
    """

    low: Decimal
    high: Decimal
    units: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class DateKey:
    """One day, however it is written in the learner's locale."""

    value: date


@dataclass(frozen=True, slots=True)
class OptionKey:
    """The id of the option to pick in a drop-down; never tolerant."""

    values: tuple[str, ...]


FieldKey = TextKey | NumberKey | DateKey | OptionKey


@dataclass(frozen=True, slots=True)
class ChoiceKey:
    """The ids of the options to pick, all of them and no other."""

    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class FieldsKey:
    """A key for each field by its name; with `any_order` the answers may be swapped between the fields."""

    fields: tuple[tuple[str, FieldKey], ...]
    any_order: bool = False


Key = ChoiceKey | FieldsKey


@dataclass(frozen=True, slots=True)
class Mistake:
    """An anticipated wrong answer and its own kind word.

    A `ChoiceKey` matches when all its options are among those picked.
    """

    key: Key
    feedback: str


# --- what is shown -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    label: str
    format: Format = Format.TEXT
    hint: str = ""  # the expected form: "A whole number, for example 85."
    unit: str = ""  # shown behind the field
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or a folder as a file manager shows it. A folder's path ends with a slash, its size is 0."""

    path: str
    size: int = 0  # bytes
    modified: datetime | None = None  # naive: the clock of the person whose folder it is
    text: str | None = None  # what one reads on opening it, when it is a readable text
    properties: tuple[tuple[str, str], ...] = ()  # label and value, as in its properties window


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download, in one of several formats (endings without dot, the most common first)."""

    name: str  # without ending
    formats: tuple[str, ...]
    note: str = ""  # "46 files · 310 KB"


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Image:
    src: str  # path of the asset, relative to the competence's folder
    alt: str  # short; never gives the answer away
    description: str = ""  # the long text alternative (Markdown)


@dataclass(frozen=True, slots=True)
class Play:
    """One concrete question: one seed, one locale."""

    title: str  # names the question in lists, without giving the answer
    question: str  # the one sentence that asks
    kind: Kind
    key: Key
    shown: str  # the expected answer, written for people
    correction: str  # Markdown: why, one way step by step, another way
    context: str = ""  # Markdown, before the question
    options: tuple[Option, ...] = ()
    fields: tuple[Field, ...] = ()
    downloads: tuple[Download, ...] = ()
    folder: tuple[Entry, ...] = ()  # the same content as the download, to be browsed in the page
    table: Table | None = None
    image: Image | None = None
    mistakes: tuple[Mistake, ...] = ()


# --- templates -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ask:
    """What a template is asked for: 32 secret bytes set the incidentals, the level alone sets the difficulty."""

    seed: bytes
    level: int
    locale: str  # "en" or "fr"
    country: str  # ISO 3166-1: "FR", "BE", "GB"…


@dataclass(frozen=True, slots=True)
class Template:
    """A named generator. `make` is quick (no file is built); `build` gives the bytes of the download in one format.

    `solve` finds the answer from what the learner gets (the play and the file's bytes) without looking at the key, and
    gives it as a learner would type it: field name to text, or `{"choice": id, …}` joined by commas.
    """

    name: str  # "folder.same-name"
    levels: tuple[int, ...]
    make: Callable[[Ask], Play]
    solve: Callable[[Play, bytes], dict[str, str]]
    build: Callable[[Ask, str], bytes] | None = None
    equivalent: str = field(default="")  # how the task is done without sight or on a phone
