"""The shape of every content file: one pydantic model a kind of file, strict, with both languages required."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Shape):
    """A text in every language of the service."""

    en: Line
    fr: Line

    def in_(self, locale: str) -> str:
        """The text in one language; English for a language we do not speak."""
        return self.fr if locale == "fr" else self.en


class Words(Shape):
    """Accepted answers, collected in each language, never translated blindly."""

    en: tuple[Line, ...] = Field(min_length=1)
    fr: tuple[Line, ...] = Field(min_length=1)

    def in_(self, locale: str) -> tuple[str, ...]:
        """The accepted answers in one language; English for a language we do not speak."""
        return self.fr if locale == "fr" else self.en


# --- the framework: content/framework/<n>-<slug>.yaml, content/framework/bands.yaml ---------------------------------


class TopicFile(Shape):
    code: str = Field(pattern=r"^[1-5]\.[1-9]\.[1-9]$")
    slug: str = Field(pattern=r"^[a-z0-9-]+$")
    title: Text
    about: Text
    digcomp: tuple[str, ...] = Field(min_length=1)
    ladder: tuple[Text, ...] = Field(min_length=8, max_length=8)


class CompetenceFile(Shape):
    code: str = Field(pattern=r"^[1-5]\.[1-9]$")
    slug: str = Field(pattern=r"^[a-z0-9-]+$")
    title: Text
    short: Text
    digcomp_main: tuple[str, ...] = Field(min_length=1)
    digcomp_also: tuple[str, ...] = ()
    topics: tuple[TopicFile, ...] = Field(min_length=2)


class DomainFile(Shape):
    code: str = Field(pattern=r"^[1-5]$")
    slug: str = Field(pattern=r"^[a-z0-9-]+$")
    title: Text
    short: Text
    competences: tuple[CompetenceFile, ...] = Field(min_length=1)


class Band(Shape):
    slug: Literal["novice", "independent", "advanced", "expert"]
    title: Text
    level: int = Field(ge=1, le=8)
    can: Text
    autonomy: Text


class BandsFile(Shape):
    bands: tuple[Band, ...] = Field(min_length=8, max_length=8)


# --- one skill: content/competences/<code>-<slug>/<topic>-<level>.yaml ----------------------------------------------


class OptionFile(Shape):
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    text: Text
    right: bool = False
    feedback: Text | None = None


class SelectOption(Shape):
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    text: Text


class Number(Shape):
    """A range, both ends included; `value` alone means exactly that number."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    units: dict[str, Decimal] = Field(default_factory=dict)

    @model_validator(mode="after")
    def one_or_the_other(self) -> Self:
        if (self.value is None) == (self.low is None or self.high is None):
            raise ValueError("give either value, or both low and high")
        return self


class FieldMistake(Shape):
    """A wrong answer people give in this field, and what we tell them."""

    text: Words | None = None
    number: Decimal | None = None
    day: date | None = None
    option: str | None = None
    feedback: Text

    @model_validator(mode="after")
    def one_kind(self) -> Self:
        if sum(v is not None for v in (self.text, self.number, self.day, self.option)) != 1:
            raise ValueError("give exactly one of text, number, day, option")
        return self


class FieldFile(Shape):
    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text
    hint: Text | None = None
    unit: Text | None = None
    format: Literal["text", "number", "date", "select"] = "text"
    accept: Words | None = None  # text
    spelling: float = Field(default=0.0, ge=0.0, le=0.25)  # share of the expected letters; digits are never fuzzy
    exact: bool = False  # text: keep case, accents, spaces, punctuation (names of files, codes)
    number: Number | None = None  # number
    day: date | None = None  # date
    options: tuple[SelectOption, ...] = ()  # select
    right: str | None = None  # select: the id of the right option
    mistakes: tuple[FieldMistake, ...] = ()

    @model_validator(mode="after")
    def key_of_its_format(self) -> Self:
        keys = {"text": self.accept, "number": self.number, "date": self.day, "select": self.right}
        if [name for name, key in keys.items() if key is not None] != [self.format]:
            raise ValueError(
                f"a field of format {self.format} needs its own key and no other "
                "(text: accept, number: number, date: day, select: right)"
            )
        return self


class FilePiece(Shape):
    """A static file in assets/, in several formats that share one base name, for each language."""

    name: Text
    formats: tuple[str, ...] = Field(min_length=1)
    note: Text | None = None


class ImageFile(Shape):
    src: Text  # path under assets/, for each language
    alt: Text
    description: Text | None = None


class TableFile(Shape):
    caption: Text
    head: tuple[Text, ...] = Field(min_length=1)
    rows: tuple[tuple[Text | str, ...], ...] = Field(min_length=1)


class Access(Shape):
    """The accessibility sheet: how the challenge stands for each group of people."""

    blind: Literal["ok", "alternative", "not-relevant"] = "ok"
    colour: Literal["ok", "not-relevant"] = "ok"
    hearing: Literal["ok", "not-relevant"] = "ok"


class ChallengeFile(Shape):
    """A challenge: hand-written (kind, question, key…) or the name of a template that writes it all."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    pedagogy: Literal["do", "know", "decide"]
    mode: Literal["free", "focus"] = "free"
    seconds: int | None = Field(default=None, ge=10, le=600)
    devices: tuple[Literal["computer", "tablet", "phone"], ...] = ("computer", "tablet", "phone")
    access: Access = Access()
    credits: str = "Alidade, CC BY-SA 4.0"
    template: str | None = None

    title: Text | None = None
    context: Text | None = None
    question: Text | None = None
    kind: Literal["choice", "choices", "fields"] | None = None
    options: tuple[OptionFile, ...] = ()
    shuffle: bool = True
    fields: tuple[FieldFile, ...] = ()
    any_order: bool = False
    files: tuple[FilePiece, ...] = ()
    image: ImageFile | None = None
    table: TableFile | None = None
    shown: Text | None = None
    correction: Text | None = None

    @model_validator(mode="after")
    def written_or_generated(self) -> Self:
        written = (self.title, self.question, self.kind, self.shown, self.correction)
        if self.template is None and any(part is None for part in written):
            raise ValueError("a hand-written challenge needs title, question, kind, shown and correction")
        if self.template is not None and any(part is not None for part in written):
            raise ValueError(
                "a challenge with a template is written by it: remove title, question, kind, shown, correction"
            )
        return self


class TutorialFile(Shape):
    title: Text
    minutes: int = Field(ge=1, le=15)
    body: Text  # Markdown, 150 to 250 words
    diagram: ImageFile | None = None


class SkillFile(Shape):
    topic: str = Field(pattern=r"^[1-5]\.[1-9]\.[1-9]$")
    level: int = Field(ge=1, le=8)
    version: int = Field(default=1, ge=1)
    title: Text
    hint: Text
    tutorial: TutorialFile
    challenges: tuple[ChallengeFile, ...] = Field(min_length=1)


# --- a demo: content/demos/<slug>.yaml -------------------------------------------------------------------------------


class DemoFile(Shape):
    """A fixed list of challenges, played without account from a public link."""

    slug: str = Field(pattern=r"^[a-z0-9-]+$")
    title: Text
    about: Text
    challenges: tuple[Line, ...] = Field(min_length=1, max_length=20)
    closed: Text | None = None  # why it cannot be played any more
