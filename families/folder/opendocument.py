"""Open Document files (text and sheet) of an exact weight, with their lines, their picture and their properties."""

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from families.folder import images

_KIND = "application/vnd.oasis.opendocument."
_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = " ".join(
    [
        *(f'xmlns:{name}="{_SPACE}{name}:1.0"' for name in ("office", "text", "table", "meta", "manifest")),
        f'xmlns:draw="{_SPACE}drawing:1.0" xmlns:svg="{_SPACE}svg-compatible:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)
_FRAME = (
    '<draw:frame draw:name="1" {anchor}svg:x="1cm" svg:y="6cm" svg:width="8cm" svg:height="6cm">'
    '<draw:image xlink:href="Pictures/1.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
    "</draw:frame>"
)


def _text_body(lines: Sequence[str]) -> str:
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    frame = _FRAME.format(anchor='text:anchor-type="paragraph" ')
    return f"<office:text>{paragraphs}<text:p>{frame}</text:p></office:text>"


def _cell(value: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def _sheet_body(lines: Sequence[str]) -> str:
    rows = "".join(f"<table:table-row>{''.join(map(_cell, line.split(';')))}</table:table-row>" for line in lines)
    shapes = f"<table:shapes>{_FRAME.format(anchor='')}</table:shapes>"
    return (
        f'<office:spreadsheet><table:table table:name="1">{shapes}<table:table-column/>{rows}</table:table>'
        "</office:spreadsheet>"
    )


def _meta(properties: Mapping[str, str], mark: str) -> str:
    known = [f'<meta:user-defined meta:name="reference">{mark}</meta:user-defined>']
    if "title" in properties:
        known.append(f"<dc:title>{escape(properties['title'])}</dc:title>")
    if "author" in properties:
        author = escape(properties["author"])
        known.append(f"<meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}</dc:creator>")
    words = properties.get("keywords", "").split(", ")
    known.extend(f"<meta:keyword>{escape(word)}</meta:keyword>" for word in words if word)
    return (
        f'{_XML}<office:document-meta {_NAMES} office:version="1.3"><office:meta>{"".join(known)}</office:meta>'
        "</office:document-meta>"
    )


def _manifest(kind: str) -> str:
    parts = (
        ("/", _KIND + kind),
        ("content.xml", "text/xml"),
        ("meta.xml", "text/xml"),
        ("Pictures/1.png", "image/png"),
    )
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>' for path, media in parts
    )
    space = f'xmlns:manifest="{_SPACE}manifest:1.0"'
    return f'{_XML}<manifest:manifest {space} manifest:version="1.3">{rows}</manifest:manifest>'


def _whole(parts: Sequence[tuple[str, bytes]]) -> bytes:
    memory = BytesIO()
    with ZipFile(memory, "w", ZIP_STORED) as archive:
        for name, body in parts:
            archive.writestr(ZipInfo(name, (2020, 1, 1, 0, 0, 0)), body)
    return memory.getvalue()


def document(kind: str, size: int, lines: Sequence[str], properties: Mapping[str, str], mark: str) -> bytes:
    """A text (`odt`) or a sheet (`ods`) of exactly this weight; a sheet's cells are parted by semicolons."""
    name, body = ("text", _text_body(lines)) if kind == "odt" else ("spreadsheet", _sheet_body(lines))
    content = (
        f'{_XML}<office:document-content {_NAMES} office:version="1.3"><office:body>{body}</office:body>'
        "</office:document-content>"
    )
    parts = [
        ("mimetype", (_KIND + name).encode()),
        ("content.xml", content.encode()),
        ("meta.xml", _meta(properties, mark).encode()),
        ("META-INF/manifest.xml", _manifest(name).encode()),
    ]
    left = size - len(_whole([*parts, ("Pictures/1.png", b"")]))
    return _whole([*parts, ("Pictures/1.png", images.png(left, (120, 90 + size % 90, 70)))])


def _part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def document_lines(kind: str, data: bytes) -> list[str]:
    """The readable lines of a document made here."""
    content = _part(data, "content.xml")
    if kind == "odt":
        return [unescape(line) for line in re.findall(r"<text:p>([^<]*)</text:p>", content)]
    rows = re.findall(r"<table:table-row>(.*?)</table:table-row>", content)
    return [";".join(unescape(cell) for cell in re.findall(r"<text:p>([^<]*)</text:p>", row)) for row in rows]


def document_properties(data: bytes) -> dict[str, str]:
    """The title, author and keywords a document carries."""
    meta = _part(data, "meta.xml")
    found = {}
    for name, tag in (("title", "dc:title"), ("author", "dc:creator"), ("keywords", "meta:keyword")):
        values = re.findall(rf"<{tag}>([^<]*)</{tag}>", meta)
        if values:
            found[name] = unescape(", ".join(values))
    return found
