"""Small true pictures of an exact weight: PNG and JPEG."""

import re
import struct
import zlib
from functools import lru_cache
from math import isqrt

Colour = tuple[int, int, int]

_PNG = b"\x89PNG\r\n\x1a\n"
_TEXT_ROOM = 512  # bytes kept for the texts of a PNG, so that its sides depend on its weight alone
_BLOCK = 65535  # the most a stored block or a JPEG segment may hold
_JPEG_SIDES = ((64, 48), (96, 72), (128, 96), (160, 120))
_JPEG_QUARTERS = (20_000, 34_000, 52_000)


def png_sides(size: int) -> tuple[int, int]:
    """The width and height of a PNG of this weight: four to three, three bytes a point."""
    room = size - _TEXT_ROOM
    width = max(1, isqrt(room * 4 // 9))
    return width, max(1, room // (3 * width + 1) - 1)


def jpeg_sides(size: int) -> tuple[int, int]:
    """The width and height of a JPEG of this weight: a heavier one is larger."""
    return _JPEG_SIDES[sum(size > quarter for quarter in _JPEG_QUARTERS)]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _stored(raw: bytes) -> bytes:
    # Written by hand: compressors differ from one build to the next, and the weight must not.
    starts = range(0, len(raw), _BLOCK)
    blocks = b"".join(
        struct.pack("<BHH", at == starts[-1], len(part), len(part) ^ 0xFFFF) + part
        for at in starts
        if (part := raw[at : at + _BLOCK])
    )
    return b"\x78\x01" + blocks + struct.pack(">I", zlib.adler32(raw))


def _landscape(row: int, height: int, tint: Colour) -> Colour:
    """A pale sky above, the tint darkening below: a row is of one colour."""
    share = row * 256 // height
    if share < 150:
        return 150 + share // 3, 180 + share // 4, 235
    red, green, blue = (part * (400 - share) // 256 for part in tint)
    return min(red, 255), min(green, 255), min(blue, 255)


def png(size: int, tint: Colour, texts: tuple[tuple[str, str], ...] = ()) -> bytes:
    """A PNG of exactly this weight, with its texts (author, title…) inside."""
    width, height = png_sides(size)
    rows = b"".join(b"\x00" + bytes(_landscape(row, height, tint)) * width for row in range(height))
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    notes = b"".join(_chunk(b"iTXt", f"{name}\0\0\0\0\0{text}".encode()) for name, text in texts)
    body = _PNG + head + notes + _chunk(b"IDAT", _stored(rows))
    end = _chunk(b"IEND", b"")
    return body + _chunk(b"paDd", bytes(size - len(body) - len(end) - 12)) + end


def png_texts(data: bytes) -> dict[str, str]:
    """The texts found inside a PNG."""
    found, at = {}, len(_PNG)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"iTXt":
            name, text = data[at + 8 : at + 8 + length].decode().split("\0\0\0\0\0")
            found[name] = text
        at += length + 12
    return found


def png_read_sides(data: bytes) -> tuple[int, int]:
    """The width and height a PNG declares."""
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


# --- JPEG: flat squares of eight points, three colours, tables of our own ------------------------------------------

_HEAD = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_STEPS = b"\xff\xdb\x00\x43\x00" + bytes([8] * 64)  # a square's tone is kept to the unit
_TONES = b"\xff\xc4\x00\x1f\x00" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12))  # twelve codes of four bits
_FLAT = b"\xff\xc4\x00\x14\x10" + bytes([1] + [0] * 15) + b"\x00"  # one code of one bit: nothing more here
_SCAN = b"\xff\xda\x00\x0c\x03\x01\x00\x02\x00\x03\x00\x00\x3f\x00"


def _tones(colour: Colour) -> tuple[int, int, int]:
    red, green, blue = colour
    light = (299 * red + 587 * green + 114 * blue) // 1000
    return light - 128, (blue - light) * 564 // 1000, (red - light) * 713 // 1000


def _step_code(step: int) -> str:
    bits = abs(step).bit_length()
    written = f"{step if step > 0 else step + (1 << bits) - 1:0{bits}b}" if bits else ""
    return f"{bits:04b}{written}0"


@lru_cache(maxsize=64)
def _squares(width: int, height: int, tint: Colour) -> bytes:
    bits, last, high = [], (0, 0, 0), height // 8
    for row in range(high):
        tones = _tones(_landscape(row, high, tint))
        bits.append("".join(_step_code(new - old) for new, old in zip(tones, last, strict=True)))
        bits.append(_step_code(0) * 3 * (width // 8 - 1))
        last = tones
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big").replace(b"\xff", b"\xff\x00")


def _ballast(size: int) -> bytes:
    parts = []
    while size:
        part = size if size <= _BLOCK else min(_BLOCK, size - 4)
        parts.append(struct.pack(">2sH", b"\xff\xef", part - 2) + bytes(part - 4))
        size -= part
    return b"".join(parts)


def jpeg(size: int, tint: Colour) -> bytes:
    """A JPEG of exactly this weight; what the picture does not need fills an application segment."""
    width, height = jpeg_sides(size)
    frame = struct.pack(">HHBHHB", 0xFFC0, 17, 8, height, width, 3) + b"\x01\x11\x00\x02\x11\x00\x03\x11\x00"
    picture = _STEPS + frame + _TONES + _FLAT + _SCAN + _squares(width, height, tint) + b"\xff\xd9"
    return _HEAD + _ballast(size - len(_HEAD) - len(picture)) + picture


def jpeg_read_sides(data: bytes) -> tuple[int, int]:
    """The width and height a JPEG declares."""
    found = re.search(rb"\xff\xc0\x00\x11\x08(..)(..)\x03", data, re.DOTALL)
    if found is None:
        raise ValueError("no frame")
    return int.from_bytes(found[2], "big"), int.from_bytes(found[1], "big")
