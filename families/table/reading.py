"""Workbooks read back, whatever their format, for the solvers."""

import csv
import io
import zipfile
from datetime import date

from odf.opendocument import load
from odf.table import Table, TableCell, TableRow
from odf.teletype import extractText
from openpyxl import load_workbook

from families.contract import Play

Rows = tuple[tuple[str, ...], ...]


def sheets_of(data: bytes) -> dict[str, Rows]:
    """Each sheet's rows as text, its head first; the format is told from the bytes."""
    if not data.startswith(b"PK"):
        return {"": _separated(data)}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if "xl/workbook.xml" in names:
            return _xlsx(data)
        if "mimetype" in names:
            return _ods(data)
        return {name.removesuffix(".csv"): _separated(archive.read(name)) for name in names}


def rows_of(play: Play, data: bytes) -> Rows:
    """The rows of the only sheet, without its head: from the file if there is one, else from the table on the page."""
    if data:
        (rows,) = sheets_of(data).values()
        return rows[1:]
    return () if play.table is None else play.table.rows


def _separated(data: bytes) -> Rows:
    return separated_rows(data.decode("utf-8-sig"))


def separated_rows(text: str) -> Rows:
    """The rows of a text of separated values, its head first."""
    separator = ";" if ";" in text.splitlines()[0] else ","
    return tuple(tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def _xlsx(data: bytes) -> dict[str, Rows]:
    pages = load_workbook(io.BytesIO(data)).worksheets
    return {page.title: tuple(tuple(map(_told, row)) for row in page.iter_rows(values_only=True)) for page in pages}


def _told(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _ods(data: bytes) -> dict[str, Rows]:
    pages = load(io.BytesIO(data)).spreadsheet.getElementsByType(Table)
    return {page.getAttribute("name"): _ods_rows(page) for page in pages}


def _ods_rows(page: Table) -> Rows:
    lines = page.getElementsByType(TableRow)
    return tuple(tuple(extractText(cell) for cell in line.getElementsByType(TableCell)) for line in lines)
