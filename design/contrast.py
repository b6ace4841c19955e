"""The contrast of every pair of colours that meet on a page, light and dark: python design/contrast.py prints them."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

TOKENS = Path(__file__).resolve().parent / "styles" / "tokens.css"
COLOUR = re.compile(r"--al-([\w-]+):\s*(#[0-9a-f]{6})")
DARK = "@media screen and (prefers-color-scheme: dark)"
CHOSEN = "@media screen {"

TEXT = 4.5
MARK = 3.0
GROUNDS = ["paper", "surface", "sunk"]
DOMAINS = ["d1", "d2", "d3", "d4", "d5"]
STATES = ["right", "wrong", "warn", "info"]

Theme = dict[str, str]


@dataclass(frozen=True)
class Pair:
    fore: str
    back: str
    need: float


def _pairs() -> list[Pair]:
    inks = ["ink", "ink-2", "brand", "brand-strong", "sight-text", *STATES, *DOMAINS]
    washed = ["brand", *STATES, *DOMAINS]
    text = [(ink, ground) for ink in inks for ground in GROUNDS]
    text += [(name, f"{name}-wash") for name in washed]
    text += [("ink", ground) for ground in ["warm", *(f"{name}-wash" for name in washed), "sky"]]
    text += [("ink-2", ground) for ground in ["warm", "brand-wash", "warn-wash", "right-wash", "wrong-wash", "sky"]]
    text += [("sight-text", "warm"), ("brand", "warm")]
    text += [("on-brand", "brand"), ("on-brand", "brand-strong"), ("on-deep", "deep")]
    marks = [(mark, ground) for mark in ["sight", "line-strong"] for ground in [*GROUNDS, "warm"]]
    marks += [("sight-glow", "deep")]
    return [Pair(*pair, TEXT) for pair in text] + [Pair(*pair, MARK) for pair in marks]


PAIRS = _pairs()


def themes() -> tuple[Theme, Theme, Theme]:
    """Light, dark by preference, dark by choice, as the tokens say them."""
    light, dark = TOKENS.read_text(encoding="utf-8").split(DARK)
    preferred, chosen = dark.split(CHOSEN)
    by_preference, by_choice, base = (dict(COLOUR.findall(part)) for part in (preferred, chosen, light))
    return base, by_preference, by_choice


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, between 1 and 21."""
    low, high = sorted([_luminance(one), _luminance(other)])
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def too_low(theme: Theme) -> list[Pair]:
    return [pair for pair in PAIRS if contrast(theme[pair.fore], theme[pair.back]) < pair.need]


def main() -> int:
    light, dark, _ = themes()
    sys.stdout.write(f"{'pair':28} {'need':>5} {'light':>6} {'dark':>6}\n")
    for pair in PAIRS:
        ratios = [contrast(theme[pair.fore], theme[pair.back]) for theme in (light, dark)]
        short = "  TOO LOW" if min(ratios) < pair.need else ""
        name = f"{pair.fore} on {pair.back}"
        sys.stdout.write(f"{name:28} {pair.need:5} {ratios[0]:6.2f} {ratios[1]:6.2f}{short}\n")
    return 1 if too_low(light) or too_low(dark) else 0


if __name__ == "__main__":
    sys.exit(main())
