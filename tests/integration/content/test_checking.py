"""Broken content: each kind of fault is told with its file, its line and its remedy."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from domain.content.bundle import Fault
from domain.content.checks import MAX_BYTES, check
from tests.integration.content.conftest import ASSETS, SKILL

DOMAIN = "framework/1-informer.yaml"
DEMO = "demos/one.yaml"


@dataclass(frozen=True)
class Broken:
    """One text replaced in one file. The fault is told at the first line that holds `at`, of this file or another."""

    old: str
    new: str
    at: str
    says: str
    remedy: str
    file: str = SKILL
    told_in: str = ""


def told(root: Path) -> list[Fault]:
    return check(root)[1]


def line_of(path: Path, text: str) -> int:
    return next(n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if text in line)


SHAPES = {
    "a bracket is left open": Broken("level: 1", "level: [1", "title:", "not readable YAML", "the quotes"),
    "a language is missing": Broken(
        "fr: Une lettre à enregistrer", "de: Ein Brief", "A letter to save", "title.fr: Field required", "Add it."
    ),
    "a text is empty": Broken("fr: Lisez la boîte.", 'fr: " "', "Read the box", "hint.fr", "Write the text."),
    "a name is unknown": Broken("pedagogy: decide", "pedagogic: decide", "pedagogic", "Extra inputs", "Remove it"),
    "a value is not listed": Broken("pedagogy: decide", "pedagogy: dance", "dance", "'do'", "values listed"),
    "a code has no such form": Broken('"1.2.1"', '"9.2.1"', '"9.2.1"', "topic: String", "the form shown"),
    "a level is too high": Broken("level: 1", "level: 9", "level: 9", "less than or equal to 8", "schema.py"),
    "a field has the key of another format": Broken(
        "right: save", "day: 2026-03-02", "- name: button", "its own", "it"
    ),
    "a mistake is of two kinds": Broken(
        "- option: cancel", "- option: cancel\n            number: 3", "- option: cancel", "exactly one", "schema.py"
    ),
    "a number is a value and a range": Broken(
        "{value: 10}", "{value: 10, low: 1, high: 2}", "high: 2", "either value", "schema.py"
    ),
    "a hand-written one lacks its correction": Broken(
        "    correction: {en: Count them., fr: Comptez-les.}\n", "", "- id: small-list", "needs title", "schema.py"
    ),
    "a template is given a title": Broken(
        "pedagogy: decide",
        "pedagogy: decide\n    template: folder.path",
        "- id: small-ways",
        "written by it",
        "schema",
    ),
    "a date is in no calendar": Broken("2026-03-02", "2026-02-30", "2026-02-30", "Day is out of range", "a real day"),
}
RULES = {
    "a topic is in no framework": Broken(
        '"1.2.1"', '"1.2.9"', "topic:", "1.2.1 is not in the framework.", "framework/", DOMAIN, told_in=SKILL
    ),
    "a name is given twice": Broken(
        "id: small-list", "id: small-box # 2", "small-box # 2", "Challenge small-box is also in", "Rename one."
    ),
    "a demo plays what does not exist": Broken("small-box", "tram", "tram", "is called tram.", "Correct it.", DEMO),
    "a tutorial is too long": Broken(
        "While you write,", "While you write," + " again" * 150, "    en: |", "tutorial in en:", "between 150 and 250."
    ),
    "a tutorial is too short": Broken(
        "    fr: |", "    fr: Trop court.\n    de: |", "de: |", "body.de: Extra inputs", "correct its name"
    ),
    "a question is too long": Broken(
        "Choose both.", "Choose" + " both" * 60, "Choose both both", "61 words in en.", "Stay under"
    ),
    "a choice of several has one right answer": Broken(
        "right: true # the second one",
        "feedback: {en: No., fr: Non.}",
        "- id: small-ways",
        "two of them right",
        "Count",
    ),
    "a single choice has two right answers": Broken(
        "choices", "choice", "- id: small-ways", "one of them right", "Count"
    ),
    "a wrong option says nothing": Broken(
        "        right: true # the second one\n", "", "- id: stick", "stick is wrong and says nothing.", "its feedback"
    ),
    "an option is there twice": Broken(
        "- id: stick", "- id: link # 2", "link # 2", "link is the name of two", "its own."
    ),
    "a field is there twice": Broken("name: day", "name: rows # 2", "rows # 2", "rows is the name of two", "its own."),
    "an item of a list is there twice": Broken(
        "- id: cancel", "- id: save # 2", "save # 2", "save is the name of two", "Give each its own."
    ),
    "spelling is for words": Broken(
        "- name: day", "- name: day\n        spelling: 0.1", "- name: day", "that need not be exact", "Remove one."
    ),
    "a short word cannot be misspelt": Broken(
        "[Heating letter]", "[Note]", "spelling:", "Note is too short", "Remove"
    ),
    "the right option is not in the list": Broken(
        "right: save", "right: shut", "right: shut", "not in the list", "id."
    ),
    "a mistake is of another format": Broken("- option: cancel", "- number: 3", "- number: 3", "cannot hold", "same"),
    "a mistake is the right answer": Broken(
        "- option: cancel", "- option: save", "- option: save", "save is not a wrong option", "Correct its id."
    ),
    "a picture does not exist": Broken(
        "    src: {en: box.en.svg", "    src: {en: no.svg", "no.svg", "assets/no.svg does not exist.", "Add the file"
    ),
    "a file to download does not exist": Broken("[csv]", "[csv, ods]", "en: list", "list.ods does not exist.", "Add"),
    "a competence is of another domain": Broken(
        'code: "1.3"', 'code: "2.3"', 'code: "2.3"', "Code 2.3 is not one of 1.", "Move it, or correct it.", DOMAIN
    ),
    "a topic is of another competence": Broken(
        '"1.1.1"', '"1.3.9"', 'code: "1.3.9"', "Code 1.3.9 is not one of 1.1.", "Move it, or correct it.", DOMAIN
    ),
    "a code is used twice": Broken(
        'code: "1.1.2"', 'code: "1.1.1" # 2', '"1.1.1" # 2', "Code 1.1.1 is used twice.", "its own code.", DOMAIN
    ),
}


@pytest.mark.parametrize("case", [*SHAPES.values(), *RULES.values()], ids=[*SHAPES, *RULES])
def test_a_fault_is_told_with_its_file_its_line_and_its_remedy(folder: Path, write: Any, case: Broken) -> None:
    write(case.file, case.old, case.new)
    file = case.told_in or case.file

    found = [fault for fault in told(folder) if case.says in fault.what]

    assert [(fault.file, fault.line) for fault in found] == [(file, line_of(folder / file, case.at))], told(folder)
    assert case.remedy in found[0].remedy
    assert found[0].remedy.endswith(".")


def test_the_small_folder_has_no_fault_before_it_is_broken(folder: Path) -> None:
    assert told(folder) == []


# --- faults that are not one text in place of another ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "says"), [(b"", "The file is empty."), (b"title: caf\xe9\n", "not readable YAML")], ids=["empty", "latin"]
)
def test_a_file_without_readable_content_is_told(folder: Path, data: bytes, says: str) -> None:
    (folder / SKILL).write_bytes(data)

    assert [(f.file, f.line) for f in told(folder) if says in f.what] == [(SKILL, 1)]


@pytest.mark.parametrize(
    ("name", "other"),
    [(SKILL, SKILL.replace("1.2.1-1", "1.2.1-2")), (DEMO, "demos/two.yaml"), (DOMAIN, "framework/1-data.yaml")],
    ids=["skill", "demo", "domain"],
)
def test_a_file_that_is_not_called_after_what_it_holds_is_told(folder: Path, name: str, other: str) -> None:
    (folder / name).rename(folder / other)

    (fault,) = told(folder)

    assert (fault.file, fault.line) == (other, 1)
    assert fault.remedy == f"Call it {Path(name).name}."


def test_a_second_file_for_the_same_skill_is_told(folder: Path, write: Any) -> None:
    copy = SKILL.replace("1.2.1-1", "copy")
    (folder / copy).write_bytes((folder / SKILL).read_bytes())

    assert [fault.file for fault in told(folder)] == [copy]


def test_a_skill_in_the_folder_of_another_competence_is_told_where_to_go(folder: Path) -> None:
    (folder / "competences/1.2-ranger").rename(folder / "competences/1.3-traiter")

    faults = [fault for fault in told(folder) if "belongs to" in fault.what]

    assert [str(fault) for fault in faults] == [
        "competences/1.3-traiter/1.2.1-1.yaml:1: This skill belongs to competences/1.2-ranger/. Move the file."
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("pedagogy: do\n", "pedagogy: decide\n", "33% of the challenges are practical."),
        ("pedagogy: decide", "pedagogy: know", "33% of the challenges are pure knowledge."),
    ],
    ids=["practical", "knowledge"],
)
def test_the_shares_a_competence_must_keep_are_told(folder: Path, write: Any, old: str, new: str, says: str) -> None:
    write(SKILL, old, new)

    assert [(f.file, f.what) for f in told(folder)] == [("competences/1.2-ranger", says)]


@pytest.mark.parametrize(
    ("template", "says"),
    [("a.b", "No template is called a.b."), ("folder.pattern", "folder.pattern does not reach this level.")],
    ids=["unknown", "of other levels"],
)
def test_a_template_that_cannot_be_asked_is_told(folder: Path, template: str, says: str) -> None:
    path = folder / SKILL
    before, _, rest = path.read_text(encoding="utf-8").partition("    title: {en: A list")
    after = rest[rest.index("\n  - id: small-ways") :]
    path.write_text(f"{before}    template: {template}\n{after}", encoding="utf-8")

    assert [(f.line, f.what) for f in told(folder)] == [(line_of(path, template), says)]


def test_a_skill_with_fewer_than_three_plays_is_told(folder: Path) -> None:
    path = folder / SKILL
    path.write_text(path.read_text(encoding="utf-8").partition("  - id: small-ways")[0], encoding="utf-8")

    assert [(f.line, f.what) for f in told(folder)] == [(32, "The skill has fewer than 3 distinct plays.")]


def test_a_picture_over_two_megabytes_is_told(folder: Path) -> None:
    (folder / ASSETS / "box.en.svg").write_bytes(b" " * (MAX_BYTES + 1))

    assert {fault.what for fault in told(folder)} == {"assets/box.en.svg is over 2 MB."}


@pytest.mark.parametrize("gone", ["framework/bands.yaml", "."], ids=["a file", "the whole folder"])
def test_a_missing_file_is_told(folder: Path, gone: str) -> None:
    (folder / gone).rename(folder.parent / "elsewhere")

    assert [str(fault) for fault in told(folder)] == [
        "framework/bands.yaml:1: This file is missing. Write what one can do."
    ]


def test_several_faults_are_told_at_once_in_the_order_of_the_files(folder: Path, write: Any) -> None:
    write(SKILL, "[Heating letter]", "[Note]")
    write(SKILL, "right: save", "right: shut")
    write(DEMO, "small-box", "tram")

    assert [(fault.file, fault.line) for fault in told(folder)] == [(SKILL, 45), (SKILL, 58), (DEMO, 5)]


# --- the command -----------------------------------------------------------------------------------------------------


def test_the_command_lists_the_faults_and_fails(folder: Path, write: Any, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(SKILL, "right: save", "right: shut")

    with pytest.raises(CommandError, match=r"Faults: 1\."):
        call_command("content", "check", folder=folder)

    line = line_of(path, "right: shut")
    assert capsys.readouterr().err == f"{SKILL}:{line}: The right option is not in the list. Correct its id.\n"


def test_the_command_says_what_was_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("content", "check", folder=folder)

    assert capsys.readouterr().out == "No fault. Skills: 1; challenges: 3.\n"
