"""Whatever is sent to a page, it answers; and what it refuses changes nothing."""

from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.assessment.models import Sitting
from domain.content.models import ProblemReport
from tests.integration.learn.places import (
    DAY,
    FIGURES,
    FOLDER,
    LISTS,
    SEVERAL,
    SHORT,
    TIMED,
    asked,
    expected,
    state,
    url,
)

pytestmark = pytest.mark.django_db
SENT = "application/x-www-form-urlencoded"
KEY = "0198aaaa-0000-7000-8000-000000000000"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LIKELY = st.sampled_from(
    ["", " ", "0", "1", "2", "-1", "1e400", "9" * 60, "NaN", "½", "٣", "31/12/9999", "\x00", "on", KEY]
)
VALUES = st.one_of(TEXTS, LIKELY, st.text("0123456789.,-/eE %°²", max_size=30))
ENVELOPES = st.one_of(
    st.just({"position": "1", "key": KEY}),
    st.fixed_dictionaries({}, optional={"position": VALUES, "key": VALUES, "skip": VALUES, "left": VALUES}),
)
many = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def forms(names: list[str]) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Any form: an envelope, good or not, then values for names that are expected and for others."""
    fields = st.lists(st.tuples(st.one_of(st.sampled_from([*names, "choice"]), TEXTS), VALUES), max_size=8)
    return st.builds(lambda envelope, rest: [*envelope.items(), *rest], ENVELOPES, fields)


def named(sitting: Sitting) -> list[str]:
    given_ = expected(sitting)
    return [f"field-{name}" for name in given_.get("fields", {})]


@pytest.mark.parametrize("challenge", [SEVERAL, SHORT, FIGURES, DAY, LISTS, TIMED])
@many
@given(data=st.data())
def test_any_answer_is_kept_once_or_changes_nothing(as_ada: Client, ada: Any, challenge: str, data: Any) -> None:
    with transaction.atomic():
        sitting = asked(ada.learner_id, challenge)
        as_ada.post(url("clock", sitting))
        before = state(sitting)

        answer = as_ada.post(url("answer", sitting), urlencode(data.draw(forms(named(sitting)))), content_type=SENT)

        after = state(sitting)
        assert answer.status_code in {302, 409, 422}
        assert (after == before) == (answer.status_code != 302)
        assert after[0] - before[0] == after[-1] - before[-1] == (answer.status_code == 302)
        transaction.set_rollback(True)


@many
@given(detail=VALUES, comment=VALUES, device=st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_any_report_is_kept_or_changes_nothing(
    as_ada: Client, ada: Any, detail: str, comment: str, device: str
) -> None:
    with transaction.atomic():
        path = url("report", asked(ada.learner_id, SHORT), position=1)

        body = urlencode({"detail": detail, "comment": comment})
        answer = as_ada.post(path, body, content_type=SENT, headers={"User-Agent": device})

        assert answer.status_code in {302, 422}
        assert ProblemReport.objects.count() == (answer.status_code == 302)
        transaction.set_rollback(True)


@many
@given(query=st.dictionaries(st.sampled_from(["path", "sort", "down", "search", "hidden", "file"]), VALUES))
def test_any_wish_shows_the_folder(as_ada: Client, ada: Any, query: dict[str, str]) -> None:
    sitting = asked(ada.learner_id, FOLDER)

    assert as_ada.get(f"{url('folder', sitting)}?{urlencode(query)}").status_code == 200


ADDRESSES = {
    "/competences/{}/": "get",
    "/competences/{}/start/": "post",
    "/competences/{}/reset/": "post",
    "/tutorials/{}/": "get",
    "/demos/{}/": "get",
    "/demos/{}/start/": "post",
    "/assets/{}/a.svg": "get",
    "/sittings/{}/": "get",
    "/sittings/{}/answer/": "post",
    "/sittings/{}/files/1/a.zip": "get",
    "/sittings/{}/questions/1/report/": "get",
}


NAMED = {"1.2"}  # what exists, and would be found


@pytest.mark.parametrize("address", ADDRESSES)
@many
@given(part=VALUES.filter(lambda part: part not in NAMED))
def test_any_address_is_answered(as_ada: Client, address: str, part: str) -> None:
    path = address.format(quote(part, safe=""))

    answer = getattr(as_ada, ADDRESSES[address])(path)

    assert answer.status_code in {404, 405, 409}


@pytest.mark.parametrize(
    ("form", "status"),
    [([(f"field-{n}", "x") for n in range(2_000)], 400), ([("field-answer", "x" * 300_000)], 400)],
    ids=["too many fields", "too heavy"],
)
def test_a_form_beyond_reason_is_refused_at_the_door(as_ada: Client, ada: Any, form: Any, status: int) -> None:
    sitting = asked(ada.learner_id, SHORT)
    before = state(sitting)

    answer = as_ada.post(url("answer", sitting), urlencode(form), content_type=SENT)

    assert answer.status_code == status
    assert state(sitting) == before


def test_a_file_in_the_place_of_an_answer_is_no_answer(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SHORT)

    answer = as_ada.post(
        url("answer", sitting), {"position": 1, "key": KEY, "field-answer": SimpleUploadedFile("a.txt", b"15:20")}
    )

    assert answer.status_code == 422
