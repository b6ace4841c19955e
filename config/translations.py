"""The French catalogue: every message of the code and of the templates, translated, typeset and compiled.

`python -m config.translations` brings the catalogue up to date; `--check` fails when a message has no French.
"""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from design.typography import typeset_message

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("config", "design", "domain", "sites")
PO = ROOT / "locale" / "fr" / "LC_MESSAGES" / "django.po"
# Written by ourselves: the usual header holds a date, which would change at each run.
HEADER = """msgid ""
msgstr ""
"Language: fr\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
DAY_ONE = datetime(2026, 1, 1, tzinfo=UTC)  # the same messages must give the same bytes
KEYWORDS = {
    "_": None,
    "_now": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def main() -> int:
    """Write the catalogue, or check it."""
    checking = "--check" in sys.argv
    catalog = _wanted(_kept())
    missing = [message for message in catalog if message.id and not _translated(message)]
    for message in missing:
        where = ", ".join(f"{file}:{line}" for file, line in message.locations[:2])
        sys.stdout.write(f"{where}: no French for {message.id!r}. Translate it in {PO.relative_to(ROOT)}.\n")
    compiled = _compiled(catalog)
    if checking:
        stale = _as_po(catalog) != PO.read_bytes() or compiled != PO.with_suffix(".mo").read_bytes()
        if stale:
            sys.stdout.write("The French catalogue is not up to date. Run: python3 run.py fix\n")
        return 1 if missing or stale else 0
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(_as_po(catalog))
    PO.with_suffix(".mo").write_bytes(compiled)
    return 1 if missing else 0


def _kept() -> Catalog:
    if not PO.exists():
        return Catalog(locale="fr")
    with PO.open("rb") as file:
        return read_po(file, locale="fr")


def _wanted(kept: Catalog) -> Catalog:
    """The messages in use, with the French we have of them."""
    catalog = Catalog(locale="fr", project="alidade", charset="utf-8", fuzzy=False)
    for file, line, name, found in _messages():
        context, message = _parts(name, found)
        known = kept.get(message, context=context)
        catalog.add(message, known.string if known else None, locations=[(file, line)], context=context)
    return catalog


def _messages() -> Iterator[tuple[str, int, str, str | tuple[str, ...]]]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in {".py", ".html", ".txt"} or "migrations" in path.parts:
                continue
            source = path.read_text(encoding="utf-8")
            if path.suffix != ".py":
                # Indentation means nothing in a template, and would stop the reader of Python.
                source = re.sub(r"^[ \t]+", "", templatize(source, origin=str(path)), flags=re.MULTILINE)
            calls: Iterable[Any] = extract_python(io.BytesIO(source.encode()), KEYWORDS, (), {"encoding": "utf-8"})
            for line, name, found, _ in calls:
                if found:
                    yield path.relative_to(ROOT).as_posix(), line, name, found


def _parts(name: str, found: str | tuple[str, ...]) -> tuple[str | None, str | tuple[str, str]]:
    """The context and the message of one call, whatever its function."""
    parts = [part for part in ([found] if isinstance(found, str) else found) if isinstance(part, str)]
    context = parts.pop(0) if "pgettext" in name else None
    plural = name.lstrip("_").startswith(("ngettext", "npgettext"))
    return context, (parts[0], parts[1]) if plural else parts[0]


def _translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(strings) and bool(strings)


def _as_po(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalog, sort_output=True, width=119, omit_header=True, include_lineno=False)
    return HEADER.encode() + out.getvalue()


def _compiled(catalog: Catalog) -> bytes:
    """The catalogue for machines, with the spaces and signs of French typography."""
    typeset = Catalog(locale="fr", charset="utf-8", fuzzy=False, creation_date=DAY_ONE, revision_date=DAY_ONE)
    for message in catalog:
        if message.id and message.string:
            strings = message.string
            several = isinstance(strings, tuple | list)
            french = tuple(typeset_message(str(s), "fr") for s in (strings if several else [strings]))
            typeset.add(message.id, french if several else french[0], context=message.context)
    out = io.BytesIO()
    write_mo(out, typeset)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
