"""The folder of a question browsed in the page: sorted, searched, opened; without any script."""

from typing import Any
from urllib.parse import urlencode

import lxml.html
import pytest
from django.test import Client

from design.templatetags.design import from_markdown
from domain.assessment import queries
from domain.assessment.models import Sitting
from families.contract import Entry
from tests.integration.learn.places import FOLDER, SHORT, Page, asked, ended, flat, plain, url

pytestmark = pytest.mark.django_db
NAMES = "//table//tbody/tr/th/a"


@pytest.fixture
def sitting(ada: Any) -> Sitting:
    return asked(ada.learner_id, FOLDER)


@pytest.fixture
def entries(sitting: Sitting) -> tuple[Entry, ...]:
    return queries.play_of(sitting).folder


def shown(client: Client, sitting: Sitting, **wish: str) -> Page:
    return Page(client.get(f"{url('folder', sitting)}?{urlencode(wish)}"))


def name_of(entry: Entry) -> str:
    return entry.path.rstrip("/").rpartition("/")[2]


def a_text(entries: tuple[Entry, ...]) -> Entry:
    return next(entry for entry in entries if entry.text)


def test_the_question_leads_to_the_folder_and_back(as_ada: Client, sitting: Sitting) -> None:
    assert url("folder", sitting) in Page(as_ada.get(url("sitting", sitting))).links()

    page = shown(as_ada, sitting)

    assert page.title == "The folder"
    assert url("sitting", sitting) in page.links()


def test_the_folder_repeats_the_question_and_its_context(as_ada: Client, sitting: Sitting) -> None:
    play = queries.play_of(sitting)

    page = shown(as_ada, sitting)

    assert play.context
    assert flat(play.question) in flat(page.text())
    assert page.text('//main//div[@class="al-prose"]') == plain(
        lxml.html.fromstring(from_markdown(play.context)).text_content()
    )


def test_one_folder_leads_to_another_and_to_what_it_holds(as_ada: Client, sitting: Sitting) -> None:
    page, places = shown(as_ada, sitting), 0
    while folders := [link for link in page.links(f"{NAMES}/@href") if "file=" not in link]:
        page = Page(as_ada.get(url("folder", sitting) + folders[0]))
        places += 1

    assert places
    assert page.texts(NAMES)
    assert len(page.texts('//nav[@aria-label="Place in the folder"]//li')) >= places


def test_every_file_can_be_reached_by_search(as_ada: Client, sitting: Sitting, entries: tuple[Entry, ...]) -> None:
    files = [entry for entry in entries if not entry.path.endswith("/")]
    ending = name_of(files[0]).rpartition(".")[2]

    found = shown(as_ada, sitting, search=ending.upper(), hidden="1").texts(NAMES)

    expected = [name_of(entry) for entry in entries if ending.casefold() in name_of(entry).casefold()]
    assert sorted(found) == sorted(plain(name) for name in expected)


def test_a_search_without_result_says_what_to_try(as_ada: Client, sitting: Sitting) -> None:
    page = shown(as_ada, sitting, search="nothing bears this name")

    assert "Try fewer letters, or search from the top folder." in page.text()
    assert page.links('//input[@name="search"]/@value') == ["nothing bears this name"]


@pytest.mark.parametrize("column", ["name", "size", "modified", "type"])
def test_each_column_sorts_both_ways(as_ada: Client, sitting: Sitting, column: str) -> None:
    one = shown(as_ada, sitting, search=".", sort=column)
    other = shown(as_ada, sitting, search=".", sort=column, down="1")

    assert sorted(one.texts(NAMES)) == sorted(other.texts(NAMES))
    assert len(one.all('//th[@aria-sort="ascending"]')) == len(other.all('//th[@aria-sort="descending"]')) == 1


def test_names_sort_from_a_to_z_and_back(as_ada: Client, sitting: Sitting) -> None:
    page = shown(as_ada, sitting, search=".")
    names = page.texts(NAMES)
    (again,) = page.links('//th[@aria-sort="ascending"]/a/@href')

    assert names == sorted(names, key=str.casefold)
    assert Page(as_ada.get(url("folder", sitting) + again)).texts(NAMES) == names[::-1]


def test_a_text_is_read_in_the_page(as_ada: Client, sitting: Sitting, entries: tuple[Entry, ...]) -> None:
    entry = a_text(entries)

    page = shown(as_ada, sitting, file=entry.path)

    assert page.text('//*[@id="h-file"]') == plain(name_of(entry))
    assert page.text("//pre") == plain(entry.text or "")
    assert f"{entry.size:,} bytes" in page.text()


def test_a_file_without_text_shows_its_properties(
    as_ada: Client, sitting: Sitting, entries: tuple[Entry, ...]
) -> None:
    entry = next(e for e in entries if e.text is None and not e.path.endswith("/"))

    page = shown(as_ada, sitting, file=entry.path)

    assert "This file has no text to read here." in page.text()


@pytest.mark.parametrize(
    "wish",
    [
        {"path": "nowhere/"},
        {"path": "../../etc/"},
        {"path": "\x00"},
        {"file": "nowhere.txt"},
        {"sort": "colour"},
        {"down": "yes", "hidden": "perhaps"},
        {"search": "[(*"},
        {"search": "x" * 5_000},
        {"file": "\U0001f9ed" * 40},
    ],
    ids=lambda wish: next(iter(wish.items()))[1][:8].replace("\x00", "nul"),
)
def test_a_wish_without_sense_still_shows_the_folder(as_ada: Client, sitting: Sitting, wish: dict[str, str]) -> None:
    answer = as_ada.get(f"{url('folder', sitting)}?{urlencode(wish)}")

    assert answer.status_code == 200
    assert Page(answer).title == "The folder"


def test_what_is_typed_is_never_run(as_ada: Client, sitting: Sitting) -> None:
    answer = as_ada.get(f"{url('folder', sitting)}?{urlencode({'search': '<script>alert(1)</script>'})}")

    assert b"<script>alert" not in answer.content


def test_a_question_without_a_folder_has_no_such_page(as_ada: Client, ada: Any) -> None:
    assert as_ada.get(url("folder", asked(ada.learner_id, SHORT))).status_code == 404


def test_after_the_end_there_is_no_folder(as_ada: Client, ada: Any) -> None:
    assert as_ada.get(url("folder", ended(ada.learner_id))).status_code == 404


def test_the_folder_of_someone_else_is_not_found(as_ada: Client, bob: Any) -> None:
    assert as_ada.get(url("folder", asked(bob.learner_id, FOLDER))).status_code == 404


def test_its_dates_and_sizes_are_those_of_the_language_of_the_test(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, FOLDER, locale="fr")

    page = shown(as_ada, sitting)

    assert page.all('//*[@id="folder"][@lang="fr"]')
    assert any(word in page.text("//table/caption") for word in (" o", " Ko", " Mo"))
