"""The files of a folder are real: each weighs what is said to the byte, and opens."""

import io
import re
import struct
import zipfile
import zlib
from datetime import datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.opendocument import load

from families.contract import Ask, Entry
from families.folder import archive, images, opendocument, pdf, stock
from families.folder.groups import GROUPS
from families.folder.reading import files
from families.folder.scenes import scene
from families.folder.tree import Tree, spots
from families.seeds import Draw

CARD = {"title": "Fête (été) & <vue>", "author": "Gaël Kerbrat", "keywords": "repas, lumière"}
LINES = ["Étape 1 (prête) : 12 €", r"un \ et des (parenthèses", "ligne;avec;cases"]
TINT = (90, 140, 60)


# --- PNG -------------------------------------------------------------------------------------------------------------


def png_points(data):
    """The points of a PNG, read as any viewer would: chunks, checksums, decompression."""
    at, parts = 8, {}
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length)[0] == zlib.crc32(kind + body)
        parts[kind] = parts.get(kind, b"") + body
        at += length + 12
    assert next(iter(parts)) == b"IHDR"
    assert list(parts)[-1] == b"IEND"
    return zlib.decompress(parts[b"IDAT"])


@settings(max_examples=40, deadline=None)
@given(st.integers(2_000, 200_000), st.booleans())
def test_a_png_weighs_what_is_asked_and_decodes(size, titled):
    data = images.png(size, TINT, (("Author", CARD["author"]),) if titled else ())
    width, height = images.png_sides(size)

    assert len(data) == size
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert images.png_read_sides(data) == (width, height)
    assert len(png_points(data)) == height * (3 * width + 1)
    assert images.png_texts(data) == ({"Author": CARD["author"]} if titled else {})


# --- JPEG ------------------------------------------------------------------------------------------------------------


def jpeg_squares(data):
    """The tones of a JPEG's squares, decoded from its own tables."""
    scan = data[data.index(b"\xff\xda") + 14 : -2].replace(b"\xff\x00", b"\xff")
    bits, at, squares = "".join(f"{byte:08b}" for byte in scan), 0, []
    width, height = images.jpeg_read_sides(data)
    for _ in range(3 * width * height // 64):
        length = int(bits[at : at + 4], 2)
        value = bits[at + 4 : at + 4 + length]
        step = int(value, 2) if value else 0
        squares.append(step if not value or value[0] == "1" else step - (1 << length) + 1)
        assert bits[at + 4 + length] == "0"
        at += 5 + length
    assert set(bits[at:]) <= {"1"}
    return squares


@settings(max_examples=30, deadline=None)
@given(st.integers(6_000, 200_000), st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255)))
def test_a_jpeg_weighs_what_is_asked_and_decodes(size, tint):
    data = images.jpeg(size, tint)

    assert len(data) == size
    assert data.startswith(b"\xff\xd8\xff\xe0")
    assert data.endswith(b"\xff\xd9")
    assert images.jpeg_read_sides(data) == images.jpeg_sides(size)
    assert len(jpeg_squares(data)) == 3 * images.jpeg_sides(size)[0] * images.jpeg_sides(size)[1] // 64


@pytest.mark.parametrize("read", [images.jpeg_read_sides], ids=["jpeg"])
def test_what_is_no_picture_is_refused(read):
    with pytest.raises(ValueError, match="frame"):
        read(b"\xff\xd8 nothing")


# --- PDF -------------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.integers(6_000, 300_000))
def test_a_pdf_weighs_what_is_asked_and_its_table_finds_each_object(size):
    data = pdf.pdf(size, LINES, CARD, "AAAA-BBBB")
    start = int(re.findall(rb"startxref\n(\d+)\n%%EOF", data)[0])
    table = data[start:].split(b"\n")

    assert len(data) == size
    assert data.startswith(b"%PDF-1.4\n")
    assert table[0] == b"xref"
    for number in range(1, 8):
        at = int(table[2 + number][:10])
        assert data[at:].startswith(b"%d 0 obj\n" % number)


def test_the_streams_of_a_pdf_have_the_length_they_say():
    data = pdf.pdf(50_000, LINES, CARD, "AAAA-BBBB")
    streams = re.findall(rb"/Length (\d+) >>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    assert [int(length) for length, _ in streams] == [len(body) for _, body in streams]
    assert len(streams) == 2


def test_a_pdf_gives_back_its_lines_and_its_card():
    data = pdf.pdf(20_000, LINES, CARD, "AAAA-BBBB")
    assert pdf.pdf_lines(data) == LINES
    assert pdf.pdf_properties(data) == CARD


# --- Open Document ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["odt", "ods"])
@pytest.mark.parametrize("size", [9_000, 9_001, 46_000, 290_000])
def test_an_open_document_weighs_what_is_asked_and_opens(kind, size):
    data = opendocument.document(kind, size, LINES, CARD, "AAAA-BBBB")
    opened = load(io.BytesIO(data))

    assert len(data) == size
    assert opened.mimetype == "application/vnd.oasis.opendocument." + {"odt": "text", "ods": "spreadsheet"}[kind]
    assert "Étape 1" in str(opened.body)
    assert "Gaël Kerbrat" in str(opened.meta)


@pytest.mark.parametrize("kind", ["odt", "ods"])
def test_an_open_document_is_well_formed_and_starts_with_its_kind(kind):
    with zipfile.ZipFile(io.BytesIO(opendocument.document(kind, 20_000, LINES, CARD, "AAAA"))) as parts:
        assert parts.namelist()[0] == "mimetype"
        assert parts.infolist()[0].compress_type == zipfile.ZIP_STORED
        for name in ("content.xml", "meta.xml", "META-INF/manifest.xml"):
            assert ElementTree.fromstring(parts.read(name)) is not None
        assert png_points(parts.read("Pictures/1.png"))


@pytest.mark.parametrize("kind", ["odt", "ods"])
def test_an_open_document_gives_back_its_lines_and_its_card(kind):
    data = opendocument.document(kind, 20_000, LINES, CARD, "AAAA")
    assert opendocument.document_lines(kind, data) == LINES
    assert opendocument.document_properties(data) == CARD


# --- the ZIP ---------------------------------------------------------------------------------------------------------


def small_tree(number, locale="fr"):
    ask = Ask(bytes([number]) * 32, 3, locale, "FR")
    draw = Draw(ask.seed, "test")
    world = scene(ask, draw)
    tree = Tree(world, draw)
    tree.plant(".cache", "note.txt", text="caché\n")
    tree.clutter(60, [*spots(world, draw, 5), "comptes/2023/vieux"])
    return world, tree.entries()


@pytest.mark.parametrize("number", range(6))
def test_a_zip_read_back_gives_the_entries_it_was_made_of(number):
    world, entries = small_tree(number)
    assert archive.unpack(archive.pack(entries, world.mark), "fr") == entries


def test_hidden_files_and_folders_are_marked_for_every_system():
    world, entries = small_tree(1)
    with zipfile.ZipFile(io.BytesIO(archive.pack(entries, world.mark))) as packed:
        slips = {slip.filename.partition("/")[2]: slip.external_attr for slip in packed.infolist()}
    assert slips[".cache/"] & 0x02
    assert not slips[".cache/note.txt"] & 0x02
    assert slips[".cache/"] >> 16 == 0o40755
    assert slips[".cache/note.txt"] >> 16 == 0o100644


def test_a_file_without_a_date_gets_the_first_one_a_zip_can_write():
    packed = archive.pack((Entry("a/", 0), Entry("a/b.txt", 2, None, "ab")), "AAAA")
    assert [entry.modified for entry in archive.unpack(packed, "en")] == [datetime.fromisoformat("1980-01-01")] * 2


def test_every_entry_has_a_folder_above_it_as_recent_as_its_newest_file():
    _, entries = small_tree(2)
    listed = {entry.path: entry.modified for entry in entries}
    assert all(entry.path.rstrip("/").rpartition("/")[0] + "/" in {*listed, "/"} for entry in entries)
    for folder in (path for path in listed if path.endswith("/")):
        assert listed[folder] == max(entry.modified for entry in files(entries) if entry.path.startswith(folder))


def test_two_files_of_one_path_are_refused():
    ask = Ask(bytes(32), 3, "en", "GB")
    tree = Tree(scene(ask, Draw(ask.seed)), Draw(ask.seed))
    tree.plant("a", "b.txt", text="x")
    with pytest.raises(ValueError, match=r"a/b\.txt"):
        tree.plant("a", "b.txt", text="y")


# --- what a group owns -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_ten_groups_in_each_language_own_files_that_are_all_different(locale):
    assert len(GROUPS[locale]) == 10
    for number in range(10):
        wares = [ware for kind in stock.stock(locale, "GB", number).values() for ware in kind]
        texts = [ware.text for ware in wares if ware.text]
        weights = [ware.size for ware in wares if not ware.text]
        assert len({ware.name for ware in wares}) == len(wares) == 480
        assert len(set(texts)) == len(texts)
        assert len(set(weights)) == len(weights)


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_ordinary_texts_can_be_written_in_a_pdf(locale):
    for number in range(10):
        for ware in stock.stock(locale, "BE", number)["pdf"]:
            assert ware.text.encode("cp1252")
