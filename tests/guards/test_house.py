"""The house itself: sizes, descriptions, settings, migrations, translations."""

import ast
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("bench", "config", "design", "domain", "engine", "families", "sites")
PYTHON = [p for f in FOLDERS for p in sorted((ROOT / f).rglob("*.py")) if "migrations" not in p.parts] + [
    ROOT / "run.py"
]
TEMPLATES = [p for f in ("sites", "design") for p in sorted((ROOT / f).rglob("templates/**/*.html"))]
BANNED = {"utils", "helpers", "misc", "services", "managers", "base", "common"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> int:
    return sum(bool(line.strip()) for line in path.read_text(encoding="utf-8").splitlines())


def functions() -> list[tuple[str, int]]:
    found = []
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                doc = node.body[0].end_lineno - node.body[0].lineno + 1 if ast.get_docstring(node) else 0
                found.append((f"{named(path)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1 - doc))
    return found


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_a_module_has_at_most_400_lines_and_says_what_one_finds_there(path):
    assert lines(path) <= 400, "Split it by noun."
    if path.read_text(encoding="utf-8").strip():
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), (
            "Say in its first line what one finds here."
        )


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_has_at_most_150_lines_and_a_part_says_what_it_needs(path):
    source = path.read_text(encoding="utf-8")
    assert lines(path) <= 150, "Cut it in parts."
    if path.name.startswith("_"):
        assert source.startswith("{#"), "Say in its first line what it shows and what it needs."


def test_functions_are_short():
    sizes = sorted(size for _, size in functions())

    assert sizes[len(sizes) // 2] <= 8
    assert sizes[len(sizes) * 9 // 10] <= 25
    assert [name for name, size in functions() if size > 60] == []


def test_no_module_hides_behind_a_name_that_says_nothing():
    assert [named(p) for p in PYTHON if p.stem in BANNED] == []


def test_nothing_is_left_for_later_or_silenced():
    mark = re.compile(r"\b(TODO|FIXME|XXX)\b|#\s*(noqa|type:\s*ignore|pragma:\s*no cover)|pytest\.mark\.(skip|xfail)")
    found = [f"{named(p)}: {m.group()}" for p in PYTHON for m in mark.finditer(p.read_text(encoding="utf-8"))]
    assert found == []


def test_every_setting_is_documented_and_every_documented_setting_is_read():
    code = (ROOT / "config/settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'\b(?:text|flag|number|secret)\(\s*"([A-Z_]+)"', code))
    read |= {f"{name}_FILE" for name in re.findall(r'\bsecret\("([A-Z_]+)"', code)}
    documented = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))

    assert read == documented


@pytest.mark.django_db
def test_no_migration_is_missing():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_are_linear_and_named():
    for folder in sorted((ROOT / "domain").glob("*/migrations")):
        names = sorted(p.stem for p in folder.glob("[0-9]*.py"))
        assert [name[:4] for name in names] == [f"{n:04d}" for n in range(1, len(names) + 1)], folder
        assert not [name for name in names if "_auto_" in name], "Name it after what it changes."


def test_every_message_has_its_french():
    command = [sys.executable, "-m", "config.translations", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_real_content_has_no_fault():
    from domain.content.checks import check

    _, faults = check(ROOT / "content")
    assert [str(fault) for fault in faults] == []


def test_the_product_never_bears_the_mark_of_its_peer():
    places = [p for f in ("sites", "design", "content", "locale", "domain", "families") for p in (ROOT / f).rglob("*")]
    texts = [
        p for p in places if p.is_file() and p.suffix in {".py", ".html", ".yaml", ".md", ".po", ".txt", ".js", ".svg"}
    ]
    assert [named(p) for p in texts if re.search(r"\bpix\b", p.read_text(encoding="utf-8"), re.IGNORECASE)] == []


COUNTED = re.compile(r"%\((?!most\))\w+\)[sd] ([a-z]+s)\b")  # `most` is a limit of ours, always many
VERBS = {"has", "is", "waits"}


def test_a_number_before_a_plural_has_its_singular():
    catalog = read_po(io.BytesIO((ROOT / "locale/fr/LC_MESSAGES/django.po").read_bytes()))

    alone = [message.id for message in catalog if isinstance(message.id, str)]

    assert [text for text in alone if set(COUNTED.findall(text)) - VERBS] == [], "Say it with a count: ngettext."
