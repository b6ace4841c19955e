"""The frame of every page: menu, account, footer, languages; and what `page` answers."""

from typing import Any

import lxml.html
import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db
PAGES = ["/", "/competences/", "/competences/1.2/", "/tests/", "/tutorials/", "/tutorials/1.2.1-1/"]


def read(client: Client, path: str, **headers: str) -> Any:
    return lxml.html.document_fromstring(client.get(path, headers=headers).content.decode())


def words(tree: Any, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in tree.xpath(path)]


def test_a_visitor_has_no_menu_and_a_way_to_sign_in(client: Client) -> None:
    tree = read(client, "/")

    assert tree.xpath("//header//nav") == []
    assert tree.xpath('//header//a[@href="/sign-in/"]')


def test_a_learner_has_the_menu_and_their_name(as_ada: Client) -> None:
    tree = read(as_ada, "/")

    assert words(tree, "//header//nav//a") == ["Home", "Competences", "My tests", "Learn"]
    assert words(tree, '//header//a[@href="/account/"]') == ["AAda"]


def test_someone_who_tries_has_the_menu_and_may_sign_in(client: Client) -> None:
    client.post("/try/")

    tree = read(client, "/")

    assert len(tree.xpath("//header//nav//a")) == 4
    assert tree.xpath('//header//a[@href="/sign-in/"]')


@pytest.mark.parametrize(
    ("path", "current"),
    list(zip(PAGES, ["Home", "Competences", "Competences", "My tests", "Learn", "Learn"], strict=True)),
)
def test_the_menu_says_where_one_is(as_ada: Client, path: str, current: str) -> None:
    assert words(read(as_ada, path), '//header//nav//a[@aria-current="page"]') == [current]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_title_one_main_and_a_way_past_the_menu(as_ada: Client, path: str) -> None:
    tree = read(as_ada, path)

    assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == 1
    assert tree.xpath('//a[@href="#content"]')
    assert tree.xpath('//main[@id="content"]')
    assert words(tree, "//title")[0].endswith(f"· {settings.SERVICE_NAME}")


def test_a_form_leads_to_the_other_language_and_back_to_the_page(client: Client) -> None:
    (form,) = read(client, "/accessibility/").xpath("//footer//form")
    (button,) = form.xpath(".//button")

    answer = client.post(
        form.get("action"), {"language": button.get("value"), "next": form.xpath(".//input[@name='next']/@value")[0]}
    )

    assert answer["Location"] == "/accessibility/"
    assert read(client, "/accessibility/").get("lang") == "fr"


@pytest.mark.parametrize(("language", "other"), [("en", "Français"), ("fr", "English")])
def test_the_other_language_is_offered_in_its_own_words(client: Client, language: str, other: str) -> None:
    tree = read(client, "/", **{"Accept-Language": language})

    assert words(tree, "//footer//form//button") == [other]


def test_the_footer_leads_to_what_the_law_asks(client: Client) -> None:
    links = read(client, "/").xpath("//footer//a/@href")

    assert {"/accessibility/", "/legal/privacy/", "/legal/terms/"} <= set(links)


@pytest.mark.parametrize(("source", "shown"), [("https://example.org/code", True), ("", False)])
def test_the_source_code_is_linked_when_it_is_known(
    client: Client, settings: Settings, source: str, shown: bool
) -> None:
    settings.SOURCE_URL = source

    assert (source in read(client, "/").xpath("//footer//a/@href")) == shown


def test_inside_a_test_there_is_no_menu_and_one_way_out(client: Client) -> None:
    tree = lxml.html.document_fromstring(client.post("/try/", follow=True).content.decode())

    assert tree.xpath("//nav") == tree.xpath("//footer") == []
    assert words(tree, '//header//a[@href="/"]')


# --- pages and parts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("htmx", [True, False], ids=["part", "page"])
def test_what_a_cache_keeps_depends_on_who_asked_and_how(as_ada: Client, path: str, htmx: bool) -> None:
    answer = as_ada.get(path, headers={"HX-Request": "true"} if htmx else {})

    varies = {name.strip().lower() for name in answer["Vary"].split(",")}
    assert {"hx-request", "cookie", "accept-language"} <= varies
    assert (b"<html" in answer.content) != htmx


@pytest.mark.parametrize("asked", ["false", "", "0"])
def test_only_htmx_gets_a_part(as_ada: Client, asked: str) -> None:
    assert b"<html" in as_ada.get("/tests/", headers={"HX-Request": asked}).content
