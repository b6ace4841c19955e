"""From the entries of a folder to a real ZIP of real files, and back."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zlib import crc32

from families.contract import Entry
from families.folder import images, opendocument, pdf

EARLIEST = datetime.combine(date(1980, 1, 1), time())  # the first moment a ZIP can write
SIDES = "Dimensions"  # the same word in our two languages
LABELS: Mapping[str, Mapping[str, str]] = {
    "en": {"title": "Title", "author": "Author", "keywords": "Keywords"},
    "fr": {"title": "Titre", "author": "Créé par", "keywords": "Mots-clés"},
}
_NAMES = {label: name for labels in LABELS.values() for name, label in labels.items()}
_PNG_WORDS = {"title": "Title", "author": "Author", "keywords": "Keywords"}
_FOLDER, _FILE = 0o40755 << 16 | 0x10, 0o100644 << 16
_HIDDEN = 0x02

Properties = tuple[tuple[str, str], ...]


def kind_of(path: str) -> str:
    """What follows the last dot of a name, in small letters."""
    return path.rpartition(".")[2].lower()


def _sides(width: int, height: int) -> Properties:
    return ((SIDES, f"{width} × {height} pixels"),)


def picture_properties(kind: str, size: int) -> Properties:
    """What the properties of a picture of this weight show; nothing for other kinds of files."""
    if kind == "png":
        return _sides(*images.png_sides(size))
    return _sides(*images.jpeg_sides(size)) if kind == "jpg" else ()


def _tint(path: str) -> images.Colour:
    mixed = crc32(path.encode())
    return 40 + mixed % 120, 60 + mixed // 256 % 120, 30 + mixed // 65536 % 90


def _known(entry: Entry) -> dict[str, str]:
    return {_NAMES[label]: value for label, value in entry.properties if label != SIDES}


def _png(entry: Entry, mark: str) -> bytes:
    texts = tuple((_PNG_WORDS[name], value) for name, value in _known(entry).items())
    return images.png(entry.size, _tint(entry.path), texts)


def _jpeg(entry: Entry, mark: str) -> bytes:
    return images.jpeg(entry.size, _tint(entry.path))


def _pdf(entry: Entry, mark: str) -> bytes:
    return pdf.pdf(entry.size, (entry.text or "").split("\n"), _known(entry), mark)


def _document(entry: Entry, mark: str) -> bytes:
    return opendocument.document(kind_of(entry.path), entry.size, (entry.text or "").split("\n"), _known(entry), mark)


def _plain(entry: Entry, mark: str) -> bytes:
    return (entry.text or "").encode()


_WRITERS: Mapping[str, Callable[[Entry, str], bytes]] = {
    "png": _png,
    "jpg": _jpeg,
    "pdf": _pdf,
    "odt": _document,
    "ods": _document,
}


def file_bytes(entry: Entry, mark: str) -> bytes:
    """The content of one file: what its entry says, to the byte."""
    return _WRITERS.get(kind_of(entry.path), _plain)(entry, mark)


def _slip(entry: Entry) -> ZipInfo:
    at = entry.modified or EARLIEST
    slip = ZipInfo(entry.path, (at.year, at.month, at.day, at.hour, at.minute, at.second))
    slip.create_system = 3  # unix modes above, DOS marks below: each system finds its own
    slip.external_attr = _FOLDER if entry.path.endswith("/") else _FILE
    if entry.path.rstrip("/").rpartition("/")[2].startswith("."):
        slip.external_attr |= _HIDDEN
    slip.compress_type = ZIP_DEFLATED
    return slip


def pack(entries: tuple[Entry, ...], mark: str) -> bytes:
    """A ZIP of real files, dated as their entries, that carries the mark of the person it is for."""
    memory = BytesIO()
    with ZipFile(memory, "w") as archive:
        archive.comment = mark.encode()
        for entry in entries:
            archive.writestr(_slip(entry), b"" if entry.path.endswith("/") else file_bytes(entry, mark))
    return memory.getvalue()


# --- back: what a person sees of the files -------------------------------------------------------------------------


def _labelled(found: Mapping[str, str], locale: str) -> Properties:
    return tuple((label, found[name]) for name, label in LABELS[locale].items() if name in found)


def _read(kind: str, data: bytes, locale: str) -> tuple[str | None, Properties]:
    if kind == "png":
        texts = {name.lower(): text for name, text in images.png_texts(data).items()}
        return None, _sides(*images.png_read_sides(data)) + _labelled(texts, locale)
    if kind == "jpg":
        return None, _sides(*images.jpeg_read_sides(data))
    if kind == "pdf":
        return "\n".join(pdf.pdf_lines(data)), _labelled(pdf.pdf_properties(data), locale)
    if kind in ("odt", "ods"):
        lines = opendocument.document_lines(kind, data)
        return "\n".join(lines), _labelled(opendocument.document_properties(data), locale)
    return data.decode(), ()


def unpack(data: bytes, locale: str) -> tuple[Entry, ...]:
    """The entries of a folder, read from the bytes of its ZIP alone."""
    entries = []
    with ZipFile(BytesIO(data)) as archive:
        for slip in archive.infolist():
            at = datetime.combine(date(*slip.date_time[:3]), time(*slip.date_time[3:]))
            if slip.is_dir():
                entries.append(Entry(slip.filename, 0, at))
                continue
            text, properties = _read(kind_of(slip.filename), archive.read(slip), locale)
            entries.append(Entry(slip.filename, slip.file_size, at, text, properties))
    return tuple(entries)
