import re
from pathlib import Path

import pytest

import design

HERE = Path(design.__file__).parent
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))
SCRIPTS = [path for path in sorted((HERE / "static").rglob("*.js")) if path.name != "htmx.min.js"]


def named(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_component_says_what_it_needs(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert re.fullmatch(r"\{# .*Needs: .* #\}", first)


INLINE = {
    "style": r"\sstyle\s*=|<style",
    "handler": r"<[^>]*\son\w+\s*=",
    "script": r"<script(?![^>]*\ssrc=)",
    "address elsewhere": r"(?:src|href)=[\"']https?:",
    "escape from escaping": r"\|safe\b|autoescape off",
}


@pytest.mark.parametrize("pattern", INLINE.values(), ids=INLINE)
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(pattern):
    found = [path.name for path in TEMPLATES if re.search(pattern, path.read_text(encoding="utf-8"))]

    assert found == []


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_a_script_is_small_and_writes_no_html(path):
    source = path.read_text(encoding="utf-8")

    assert len(source) < 4096
    assert not re.search(r"\beval\b|new Function|innerHTML|outerHTML|document\.write|\.style\b", source)


def test_every_component_is_in_the_gallery():
    parts = {path.stem for path in TEMPLATES if path.parent.name == "design" and "layout" not in path.stem}
    shown = set(re.findall(r"design/(\w+)\.html", "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)))
    by_tag = {"pole", "relief", "aim", "progress"}

    assert parts - shown - by_tag == set()
