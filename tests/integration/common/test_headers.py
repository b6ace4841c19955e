"""Every response tells browsers what they may do with it; static files are served."""

from contextlib import closing
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponseBase
from django.test import Client

from domain.content.models import Asset
from tests.steps import start

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.integration.common.urls")]
POLICY = {"default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"}


@pytest.fixture
def answers(client: Client, ada: Any) -> dict[str, HttpResponseBase]:
    """One response of each kind."""
    visitor = Client(raise_request_exception=False)
    client.force_login(ada)
    sitting = start(ada.learner_id)
    return {
        "a public page": visitor.get("/"),
        "a page": client.get("/competences/"),
        "a part": client.get("/competences/", headers={"HX-Request": "true"}),
        "a question": client.get(f"/sittings/{sitting.id}/"),
        "a form to mend": client.post(f"/sittings/{sitting.id}/answer/"),
        "a redirect": visitor.get("/competences/"),
        "not found": visitor.get("/nowhere/"),
        "not allowed": visitor.get("/bad/not-allowed/"),
        "refused": visitor.get("/bad/refused/"),
        "another method": client.get(f"/sittings/{sitting.id}/answer/"),
        "forged": Client(enforce_csrf_checks=True).post("/try/"),
        "broken": visitor.get("/bad/breaks/"),
        "suspicious": visitor.get("/bad/suspicious/"),
        "alive": visitor.get("/healthz"),
    }


def test_every_response_has_the_same_strict_policy(answers: dict[str, HttpResponseBase]) -> None:
    for kind, answer in answers.items():
        policy = {rule.strip() for rule in answer["Content-Security-Policy"].split(";")}
        assert policy >= POLICY, kind
        assert not any("unsafe" in rule or "*" in rule or "http:" in rule for rule in policy), kind


def test_no_response_may_be_framed_or_guessed_and_none_tells_where_one_came_from(
    answers: dict[str, HttpResponseBase],
) -> None:
    for kind, answer in answers.items():
        assert answer["X-Frame-Options"] == "DENY", kind
        assert answer["X-Content-Type-Options"] == "nosniff", kind
        assert answer["Referrer-Policy"] == "same-origin", kind
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin", kind


def test_no_page_runs_a_script_or_a_style_of_its_own(answers: dict[str, HttpResponseBase]) -> None:
    for kind, answer in answers.items():
        body = answer.content.decode()
        assert "<script>" not in body, kind
        assert "<style" not in body, kind
        assert ' style="' not in body, kind
        assert " onclick=" not in body, kind
        assert "http://" not in body.replace("http://www.w3.org/", ""), kind


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(client: Client) -> None:
    client.post("/try/")
    client.get("/")

    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        cookie = client.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_a_visitor_who_only_reads_is_given_no_session(client: Client) -> None:
    client.get("/accessibility/")

    assert settings.SESSION_COOKIE_NAME not in client.cookies


def test_a_picture_has_a_policy_of_its_own(client: Client) -> None:
    answer = client.get(f"/assets/{Asset.objects.order_by('pk').first().pk}/a.svg")

    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"


# --- static files ----------------------------------------------------------------------------------------------------


def static_files() -> list[str]:
    folders = [Path("sites/learn/static"), Path("design/static")]
    root = Path(settings.ROOT)
    return sorted(
        path.relative_to(root / folder).as_posix()
        for folder in folders
        for path in (root / folder).rglob("*")
        if path.suffix in {".js", ".css", ".woff2", ".svg"}
    )


@pytest.mark.parametrize("name", static_files())
def test_every_static_file_is_served_as_what_it_is(client: Client, name: str) -> None:
    with closing(client.get(f"/static/{name}")) as answer:
        body = b"".join(answer)

    assert answer.status_code == 200
    assert body == Path(str(finders.find(name))).read_bytes()
    kinds = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
    assert answer["Content-Type"].startswith(kinds[Path(name).suffix])


@pytest.mark.parametrize("name", ["nothing.js", "../config/settings.py", "..%2f..%2fmanage.py", "learn/"])
def test_nothing_else_is_served_as_a_static_file(client: Client, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_every_script_and_style_of_a_page_is_served(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    tree = lxml.html.document_fromstring(as_ada.get(f"/sittings/{sitting.id}/").content.decode())

    links = [*tree.xpath("//script/@src"), *tree.xpath("//link[@rel='stylesheet' or @rel='preload']/@href")]
    assert links
    for link in links:
        with closing(as_ada.get(link)) as answer:
            assert answer.status_code == 200, link
