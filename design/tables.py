"""A table to print: every figure has one, a click below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    label: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """The first cell of a row names it; on phones each row folds into a card."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    cards: bool = True
    caption_hidden: bool = False

    @property
    def lines(self) -> Iterator[tuple[str, list[tuple[Column, str]]]]:
        for row in self.rows:
            yield row[0], list(zip(self.columns[1:], row[1:], strict=True))
