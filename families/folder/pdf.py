"""One-page PDF documents of an exact weight, with their readable lines and their properties."""

import re
from collections.abc import Mapping, Sequence
from math import isqrt

_ROOM = 1400  # bytes kept for everything but the picture and the lines
_INFO = (("title", "Title"), ("author", "Author"), ("keywords", "Keywords"))


def _string(text: str) -> bytes:
    return b"(" + re.sub(rb"([\\()])", rb"\\\1", text.encode("cp1252")) + b")"


def _unicode(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def _stream(head: bytes, body: bytes) -> bytes:
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (head, len(body), body)


def _page(lines: Sequence[str], filler: int) -> bytes:
    shown = b"\n".join(b"%s Tj T*" % _string(line) for line in lines)
    text = b"BT /F1 12 Tf 16 TL 72 770 Td\n%s\nET\n" % shown
    return _stream(b"", text + b"q 200 0 0 150 72 90 cm /Im1 Do Q" + b" " * filler)


def _picture(width: int, height: int, shade: int) -> bytes:
    rows = b"".join(bytes([96 + (shade + row * 128 // height) % 128]) * width for row in range(height))
    head = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width %d /Height %d "
    return _stream(head % (width, height), rows)


def _file(objects: Sequence[bytes], mark: str) -> bytes:
    parts, at, starts = [b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"], 15, []
    for number, body in enumerate(objects, 1):
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        starts.append(at)
        parts.append(part)
        at += len(part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    known = mark.encode().hex().encode()
    parts.append(
        b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, known, known, at)
    )
    return b"".join(parts)


def pdf(size: int, lines: Sequence[str], properties: Mapping[str, str], mark: str) -> bytes:
    """A PDF of exactly this weight: its lines on top, a grey picture below that gives the weight."""
    info = b" ".join(b"/%s %s" % (word.encode(), _unicode(properties[k])) for k, word in _INFO if k in properties)
    room = size - _ROOM - len(info) - sum(len(line) + 8 for line in lines)
    width = max(1, isqrt(room * 4 // 3))
    picture = _picture(width, max(1, room // width), size)

    def whole(filler: int) -> bytes:
        kids = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
        page = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
            b" /Resources << /Font << /F1 4 0 R >> /XObject << /Im1 6 0 R >> >> >>"
        )
        font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        root = b"<< /Type /Catalog /Pages 2 0 R >>"
        return _file([root, kids, page, font, _page(lines, filler), picture, b"<< %s >>" % info], mark)

    filler = size - len(whole(0)) - 3  # the filler may lengthen three numbers by a digit
    filled = whole(filler)
    return filled + b"\n" * (size - len(filled))


def pdf_lines(data: bytes) -> list[str]:
    """The readable lines of a PDF made here."""
    found = re.findall(rb"^\((.*)\) Tj T\*$", data.partition(b"/Subtype /Image")[0], re.MULTILINE)
    return [re.sub(rb"\\(.)", rb"\1", line).decode("cp1252") for line in found]


def pdf_properties(data: bytes) -> dict[str, str]:
    """The title, author and keywords a PDF made here carries."""
    found, card = {}, data[data.rfind(b"7 0 obj") :]
    for name, word in _INFO:
        match = re.search(rb"/%s <FEFF([0-9A-F]*)>" % word.encode(), card)
        if match:
            found[name] = bytes.fromhex(match[1].decode()).decode("utf-16-be")
    return found
