"""From the sheets of a play to its table on the page and its workbook to download."""

from collections.abc import Callable
from datetime import date
from functools import partial

from families import locales
from families.contract import Ask, Download, Entry, Table
from families.seeds import watermark
from families.table.sheets import Book, Cell, Sheet, files, shown, written

SEPARATORS = {"en": ",", "fr": ";"}  # in French the comma is taken by decimals
ROWS = {"en": ("row", "rows"), "fr": ("ligne", "lignes")}


def show(cell: Cell, locale: str) -> str:
    """A cell as people read it."""
    if isinstance(cell, date):
        return locales.short_date(cell)
    return cell if isinstance(cell, str) else locales.number(cell, locale)


def on_page(sheet: Sheet, locale: str) -> Table:
    """The sheet as a table of the page, under its own name."""
    return Table(sheet.name, sheet.head, shown(sheet, partial(show, locale=locale)))


def book(ask: Ask, title: str, sheets: tuple[Sheet, ...]) -> Book:
    """The workbook of one person."""
    return Book(title, watermark(ask.seed), sheets, SEPARATORS[ask.locale], partial(show, locale=ask.locale))


def download(ask: Ask, sheet: Sheet, formats: tuple[str, ...] = ("xlsx", "ods", "csv")) -> Download:
    """What is offered to download, with the size people care about: the number of rows."""
    note = locales.counted(len(sheet.rows), *ROWS[ask.locale], ask.locale)
    return Download(locales.slug(sheet.name), formats, note)


def as_files(ask: Ask, sheets: tuple[Sheet, ...]) -> tuple[Entry, ...]:
    """The sheets as the files of the ZIP, to be read on the page."""
    return tuple(
        Entry(name, len(content), modified=None, text=content.decode("utf-8-sig"))
        for name, content in files(book(ask, "", sheets))
    )


def builder(sheets: Callable[[Ask], tuple[Sheet, ...]]) -> Callable[[Ask, str], bytes]:
    """How a template gives its file: the sheets of a seed, written in one format."""

    def build(ask: Ask, fmt: str) -> bytes:
        drawn = sheets(ask)
        return written(book(ask, drawn[0].name, drawn), fmt)

    return build
