"""How a solver reads figures on a page, in either language."""

import re
from decimal import Decimal

from families.contract import Table
from families.locales import NARROW
from families.storage.words import IN_MB

SIZE = re.compile(r"(\d[\d.,\u202f]*)\s([KMGT])([Bo])\b")


def figure(text: str) -> Decimal:
    """The first number in a text; a comma is taken for a decimal mark."""
    found = re.search(r"\d+(?:[.,]\d+)?", text)
    if found is None:
        raise ValueError(text)
    return Decimal(found.group().replace(",", "."))


def sizes(text: str) -> list[Decimal]:
    """Every size in a text, in MB, in the order of reading. The unit tells the language, so what a comma means."""
    return [_decimal(count, french=last == "o") * IN_MB[f"{prefix}B"] for count, prefix, last in SIZE.findall(text)]


def _decimal(text: str, *, french: bool) -> Decimal:
    return Decimal(text.replace(NARROW, "").replace(",", ".") if french else text.replace(",", ""))


def rows(table: Table | None) -> tuple[tuple[str, ...], ...]:
    """The rows of the table on the page."""
    return () if table is None else table.rows
