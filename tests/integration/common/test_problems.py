"""A problem is a page that says what happened and what to do, or a part for htmx; never a bare error."""

import lxml.html
import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from sites.common import middleware

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.integration.common.urls")]
HTMX = {"HX-Request": "true"}
PROBLEMS = {
    "/nowhere/": (404, "This page is not on our map"),
    "/tutorials/9.9.9-9/": (404, "This page is not on our map"),
    "/bad/denied/": (403, "This page is not open to you"),
    "/bad/not-allowed/": (403, "This page is not open to you"),
    "/bad/refused/": (409, "Not possible just now"),
}


def title_of(answer: HttpResponse) -> str:
    (title,) = lxml.html.document_fromstring(answer.content.decode()).xpath("//h1")
    return " ".join(title.text_content().split())


@pytest.mark.parametrize("path", PROBLEMS)
def test_a_problem_has_its_status_its_title_and_a_way_out(as_ada: Client, path: str) -> None:
    answer = as_ada.get(path)

    status, title = PROBLEMS[path]
    assert (answer.status_code, title_of(answer)) == (status, title)
    assert b'href="/"' in answer.content
    assert b"</html>" in answer.content


@pytest.mark.parametrize("path", PROBLEMS)
def test_a_problem_speaks_the_language_of_the_reader(as_ada: Client, path: str) -> None:
    answer = as_ada.get(path, headers={"Accept-Language": "fr"})

    assert answer.status_code == PROBLEMS[path][0]
    assert title_of(answer) != PROBLEMS[path][1]
    assert b'lang="fr"' in answer.content


@pytest.mark.parametrize("path", PROBLEMS)
def test_htmx_gets_the_part_in_the_place_of_the_main_content(as_ada: Client, path: str) -> None:
    answer = as_ada.get(path, headers=HTMX)

    assert answer.status_code == PROBLEMS[path][0]
    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == ("main", "innerHTML")
    assert b"<html" not in answer.content


def test_a_visitor_too_gets_a_page(client: Client) -> None:
    assert title_of(client.get("/nowhere/")) == "This page is not on our map"


@pytest.mark.parametrize("path", ["/%00", "/%FF", "/" + "x" * 4_000, "/../../etc/passwd", "/competences//", "/é/ü"])
def test_no_address_breaks_the_service(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


# --- forged and broken -----------------------------------------------------------------------------------------------


def test_a_form_without_its_proof_says_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post("/try/")

    assert answer.status_code == 403
    assert title_of(answer) == "This page is not open to you"
    assert "reload the page, and send again" in answer.content.decode()


def test_a_part_asked_without_its_proof_takes_the_place_of_the_main_content() -> None:
    answer = Client(enforce_csrf_checks=True).post("/try/", headers=HTMX)

    assert (answer.status_code, answer["HX-Retarget"]) == (403, "main")
    assert b"<html" not in answer.content


def test_a_problem_met_before_htmx_was_recognised_is_a_whole_page() -> None:
    answer = middleware.not_found(RequestFactory().get("/"), Exception())

    assert title_of(answer) == "This page is not on our map"
    assert b"</html>" in answer.content


def test_a_form_with_its_proof_goes_through() -> None:
    client = Client(enforce_csrf_checks=True)
    token = lxml.html.document_fromstring(client.get("/").content).xpath("//input[@name='csrfmiddlewaretoken']/@value")

    assert client.post("/try/", {"csrfmiddlewaretoken": token[0]}).status_code == 302


def test_what_breaks_on_our_side_is_said_without_its_secrets() -> None:
    answer = Client(raise_request_exception=False).get("/bad/breaks/")

    assert answer.status_code == 500
    assert title_of(answer) == "Something broke on our side"
    assert "a secret of ours" not in answer.content.decode()
    assert "safe" in answer.content.decode()


def test_the_page_of_a_breakdown_leans_on_nothing() -> None:
    answer = middleware.failed(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert title_of(answer) == "Something broke on our side"


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_ways_of_asking_are_refused(as_ada: Client, method: str) -> None:
    assert getattr(as_ada, method)("/competences/").status_code == 405
