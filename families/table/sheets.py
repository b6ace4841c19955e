"""Workbooks written: the same rows as XLSX, ODS, CSV or a ZIP of CSV files."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from odf.dc import Title
from odf.meta import UserDefined
from odf.number import DateStyle, Day, Month, Text, Year
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableColumnProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P, S
from openpyxl import Workbook

from families.locales import slug

Cell = str | int | Decimal | date
Row = tuple[Cell, ...]
Show = Callable[[Cell], str]

# The earliest a ZIP can hold: the clock of the day must not show in a file.
CLOCK = (1980, 1, 1, 0, 0, 0)
STAMP = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]{8}Z")
STILL_STAMP = b"1980-01-01T00:00:00Z"
WIDTH = 24  # characters: names are read without touching the columns


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Sheets to hand out. `mark` tells from which attempt a file comes; `show` writes a cell as its readers would."""

    title: str
    mark: str
    sheets: tuple[Sheet, ...]
    separator: str
    show: Show


def written(book: Book, fmt: str) -> bytes:
    """The same cells in every format."""
    return WRITERS[fmt](book)


def shown(sheet: Sheet, show: Show) -> tuple[tuple[str, ...], ...]:
    """The rows as a page shows them."""
    return tuple(tuple([cell if isinstance(cell, str) else show(cell) for cell in row]) for row in sheet.rows)


def files(book: Book) -> tuple[tuple[str, bytes], ...]:
    """Each sheet as a file of separated values: its name and its bytes."""
    return tuple((f"{slug(sheet.name)}.csv", _separated(sheet, book)) for sheet in book.sheets)


def _separated(sheet: Sheet, book: Book) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=book.separator, lineterminator="\r\n")
    writer.writerows((sheet.head, *shown(sheet, book.show)))
    # The byte order mark is what makes a spreadsheet read the accents right on a double click.
    return out.getvalue().encode("utf-8-sig")


def _csv(book: Book) -> bytes:
    return _separated(book.sheets[0], book)


def _zip(book: Book) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = book.mark.encode()
        for name, content in files(book):
            archive.writestr(zipfile.ZipInfo(name, CLOCK), content)
    return out.getvalue()


def _xlsx(book: Book) -> bytes:
    work = Workbook()
    work.remove(work.worksheets[0])
    work.properties.title, work.properties.identifier, work.properties.creator = book.title, book.mark, None
    for sheet in book.sheets:
        page = work.create_sheet(sheet.name)
        for row in (sheet.head, *sheet.rows):
            page.append(row)
        for cells in page.iter_cols():
            page.column_dimensions[cells[0].column_letter].width = WIDTH
            for cell in cells:
                cell.number_format = "dd/mm/yyyy" if cell.is_date else cell.number_format
    out = io.BytesIO()
    work.save(out)
    return _stilled(out.getvalue())


def _ods(book: Book) -> bytes:
    work = OpenDocumentSpreadsheet()
    work.meta.addElement(Title(text=book.title))
    work.meta.addElement(UserDefined(name="mark", text=book.mark))
    day, wide = _day_style(work), _wide_style(work)
    for sheet in book.sheets:
        page = Table(name=sheet.name)
        page.addElement(TableColumn(stylename=wide, numbercolumnsrepeated=len(sheet.head)))
        for row in (sheet.head, *sheet.rows):
            page.addElement(_ods_row(row, day, book.show))
        work.spreadsheet.addElement(page)
    out = io.BytesIO()
    work.write(out)
    return _stilled(out.getvalue())


def _day_style(work: OpenDocumentSpreadsheet) -> Style:
    written_as = DateStyle(name="DayMonthYear")
    for part in (Day(style="long"), Text(text="/"), Month(style="long"), Text(text="/"), Year(style="long")):
        written_as.addElement(part)
    style = Style(name="Day", family="table-cell", datastylename="DayMonthYear")
    work.automaticstyles.addElement(written_as)
    work.automaticstyles.addElement(style)
    return style


def _wide_style(work: OpenDocumentSpreadsheet) -> Style:
    style = Style(name="Wide", family="table-column")
    style.addElement(TableColumnProperties(columnwidth=f"{WIDTH / 5:.1f}cm"))
    work.automaticstyles.addElement(style)
    return style


def _ods_row(row: Row, day: Style, show: Show) -> TableRow:
    line = TableRow()
    for value in row:
        cell = _ods_cell(value, day)
        cell.addElement(_paragraph(show(value)))
        line.addElement(cell)
    return line


def _paragraph(text: str) -> P:
    paragraph = P()
    # The format drops spaces at either end and all but one in a row, unless they are written as elements.
    for part in re.split(r"(^ | $|(?<= ) )", text):
        if part == " ":
            paragraph.addElement(S())
        elif part:
            paragraph.addText(part)
    return paragraph


def _ods_cell(value: Cell, day: Style) -> TableCell:
    if isinstance(value, date):
        return TableCell(valuetype="date", datevalue=value.isoformat(), stylename=day)
    if isinstance(value, int | Decimal):
        return TableCell(valuetype="float", value=str(value))
    return TableCell(valuetype="string")


def _stilled(data: bytes) -> bytes:
    """The same archive with its clocks stopped."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as moving, zipfile.ZipFile(out, "w") as still:
        for part in moving.infolist():
            content = moving.read(part)
            if part.filename == "docProps/core.xml":
                content = STAMP.sub(STILL_STAMP, content)
            info = zipfile.ZipInfo(part.filename, CLOCK)
            info.compress_type = part.compress_type
            still.writestr(info, content)
    return out.getvalue()


WRITERS: dict[str, Callable[[Book], bytes]] = {"xlsx": _xlsx, "ods": _ods, "csv": _csv, "zip": _zip}
