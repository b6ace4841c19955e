"""Workbooks: the same cells in every format, opened again, marked and without the clock of the day."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from odf.opendocument import load
from openpyxl import load_workbook

from families.contract import Ask
from families.seeds import watermark
from families.table import TEMPLATES
from families.table.books import book as workbook
from families.table.reading import sheets_of
from families.table.sheets import Book, Sheet, written
from tests.unit.families.storage_proofs import asked

each_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
FORMATS = ("xlsx", "ods", "csv", "zip")
SHEET = Sheet("Été", ("N°", "Text"), ((1, " two  spaces "), (Decimal("2.5"), 'a;b,"c"'), (date(2024, 3, 1), "œuf")))


def book(locale: str = "fr") -> Book:
    return workbook(Ask(b"", 1, locale, "FR"), "Title", (SHEET,))


def plain(row: tuple[str, ...]) -> tuple[str, ...]:
    """A spreadsheet keeps numbers as numbers; the page writes them with the decimal mark of its readers."""
    return tuple(re.sub(r"^(\d+),(\d+)$", r"\1.\2", cell) for cell in row)


@each_template
def test_every_format_holds_the_table_of_the_page_and_gives_its_answer(template):
    for number in range(40):
        ask = asked(template, number)
        play = template.make(ask)
        table, answer = [plain(row) for row in (play.table.head, *play.table.rows)], template.solve(play, b"")
        for fmt in play.downloads[0].formats:
            data = template.build(ask, fmt)
            *_, last = sheets_of(data).values()
            assert [plain(row) for row in last] == table
            assert template.solve(play, data) == answer
            assert len(data) < 100_000


@each_template
def test_a_workbook_carries_the_mark_of_its_attempt(template):
    ask = asked(template, 1)

    assert load_workbook(io.BytesIO(template.build(ask, "xlsx"))).properties.identifier == watermark(ask.seed)
    assert watermark(ask.seed) in str(load(io.BytesIO(template.build(ask, "ods"))).metaxml())


@each_template
def test_the_files_of_the_page_are_those_of_the_archive(template):
    ask = asked(template, 2)
    play = template.make(ask)
    for entry in play.folder:
        with zipfile.ZipFile(io.BytesIO(template.build(ask, "zip"))) as archive:
            content = archive.read(entry.path)

        assert (len(content), content.decode("utf-8-sig")) == (entry.size, entry.text)


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_cells_come_back_as_they_were(fmt, locale):
    (rows,) = sheets_of(written(book(locale), fmt)).values()

    assert rows[0] == ("N°", "Text")
    assert [row[1] for row in rows[1:]] == [row[1] for row in SHEET.rows]
    assert rows[1][0] == "1"
    assert rows[2][0].replace(",", ".") == "2.5"
    assert rows[3][0] == "01/03/2024"


@pytest.mark.parametrize("fmt", ["xlsx", "csv", "zip"])
def test_the_same_book_gives_the_same_bytes(fmt):
    assert written(book(), fmt) == written(book(), fmt)


@pytest.mark.parametrize("fmt", ["xlsx", "ods", "zip"])
def test_no_file_tells_the_clock_of_the_day(fmt):
    with zipfile.ZipFile(io.BytesIO(written(book(), fmt))) as archive:
        parts = {part.filename: archive.read(part) for part in archive.infolist()}
        years = {part.date_time[0] for part in archive.infolist()}
    properties = parts.get("docProps/core.xml", b"") + parts.get("meta.xml", b"")

    assert years == {1980}
    assert b"openpyxl" not in properties
    assert set(re.findall(rb"\d{4}(?=-\d\d-\d\dT)", properties)) <= {b"1980"}


def test_french_files_leave_the_comma_to_decimals():
    assert written(book("fr"), "csv").decode("utf-8-sig").splitlines()[:2] == ["N°;Text", "1; two  spaces "]
    assert written(book("en"), "csv").decode("utf-8-sig").splitlines()[:2] == ["N°,Text", "1, two  spaces "]


def test_spaces_that_an_open_document_would_drop_are_written_as_elements():
    with zipfile.ZipFile(io.BytesIO(written(book(), "ods"))) as archive:
        content = archive.read("content.xml").decode()

    assert "<text:p><text:s/>two <text:s/>spaces<text:s/></text:p>" in content


def test_numbers_and_dates_are_numbers_and_dates_in_a_workbook():
    page = load_workbook(io.BytesIO(written(book(), "xlsx"))).worksheets[0]

    assert [page.cell(row, 1).data_type for row in (2, 3, 4)] == ["n", "n", "d"]
    assert page.cell(4, 1).number_format == "dd/mm/yyyy"


def test_an_open_document_keeps_its_first_part_uncompressed():
    with zipfile.ZipFile(io.BytesIO(written(book(), "ods"))) as archive:
        first = archive.infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
