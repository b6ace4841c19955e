"""Makes one style sheet of the sources: python design/compile.py writes it, --check tells whether it is up to date."""

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "styles"
BUILT = HERE / "static" / "design"
SHEETS = {"alidade.css": "index.css", "gallery.css": "gallery.css"}

IMPORT = re.compile(r'@import url\("([^"]+)"\)(?: layer\((\w+)\))?;')
KEPT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*.*?\*/)""", re.DOTALL)


def flatten(sheet: Path) -> str:
    def inline(found: re.Match[str]) -> str:
        name, layer = found.groups()
        text = flatten(sheet.parent / name)
        return f"@layer {layer} {{\n{text}}}\n" if layer else text

    return IMPORT.sub(inline, sheet.read_text(encoding="utf-8"))


def lighten(css: str) -> str:
    """Comments and spare white space go; strings stay as they are."""
    parts = [part if part[0] in "\"'" else _squeeze(part) for part in KEPT.split(css) if part and part[:2] != "/*"]
    return re.sub(r";?\s*}\s*", "}", "".join(parts)).strip() + "\n"


def _squeeze(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};]) ?|([:,]) ", lambda found: found[1] or found[2], css)


def build() -> dict[Path, str]:
    return {BUILT / name: lighten(flatten(SOURCES / source)) for name, source in SHEETS.items()}


def stale() -> list[Path]:
    return [path for path, text in build().items() if not path.exists() or path.read_text(encoding="utf-8") != text]


def main(check: bool) -> int:
    if check:
        for path in stale():
            sys.stderr.write(f"{path.name} does not match its sources: run python design/compile.py\n")
        return 1 if stale() else 0
    for path, text in build().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
