"""What a person says of a question: kept with all they saw, and not who they are."""

import pytest

from domain.content.actions import MAX_COMMENT, Seen, report_problem
from domain.content.errors import CategoryIsUnknown, CommentIsMissing, CommentIsTooLong
from domain.content.models import Category, ProblemReport
from domain.content.queries import current_release
from domain.content.reports import DETAILS, detail_of, details_for
from tests.conftest import NOON

pytestmark = pytest.mark.django_db
CODES = [detail.code for details in DETAILS.values() for detail in details]


def seen(device: str = "A browser") -> Seen:
    given = {"fields": {"rows": "9"}}
    return Seen(current_release(), "1-2-4-5-allowed", b"\x01" * 32, locale="fr", given=given, device=device)


def test_a_report_keeps_what_was_seen() -> None:
    kept = report_problem(seen(), "cannot-open", "  It does not open.  ", at=NOON)

    kept.refresh_from_db()
    assert (kept.category, kept.detail, kept.comment) == (Category.FILE, "cannot-open", "It does not open.")
    assert (kept.challenge, bytes(kept.seed), kept.locale) == ("1-2-4-5-allowed", b"\x01" * 32, "fr")
    assert (kept.given, kept.device, kept.reported_at) == ({"fields": {"rows": "9"}}, "A browser", NOON)
    assert kept.release_id == current_release()


def test_a_report_has_no_place_for_who_wrote_it() -> None:
    names = {field.name for field in ProblemReport._meta.get_fields()}
    assert not [name for name in names if any(word in name for word in ("learner", "person", "user", "sitting"))]


@pytest.mark.parametrize(
    ("detail", "comment", "refusal"),
    [
        ("nothing-known", "It is wrong.", CategoryIsUnknown),
        ("", "It is wrong.", CategoryIsUnknown),
        ("other", "", CommentIsMissing),
        ("other", " \n\t", CommentIsMissing),
        ("other", "x" * (MAX_COMMENT + 1), CommentIsTooLong),
    ],
    ids=["unknown", "without a subject", "without words", "blank", "too long"],
)
def test_a_report_that_says_nothing_is_refused(detail: str, comment: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        report_problem(seen(), detail, comment, at=NOON)

    assert not ProblemReport.objects.exists()


def test_the_longest_message_is_kept_whole() -> None:
    kept = report_problem(seen(), "other", "x" * MAX_COMMENT, at=NOON)

    assert len(kept.comment) == MAX_COMMENT


def test_the_name_of_a_browser_is_cut_to_what_is_useful() -> None:
    assert len(report_problem(seen("x" * 5_000), "other", "Hello", at=NOON).device) == 300


# --- the tree --------------------------------------------------------------------------------------------------------


def test_every_category_has_details_and_every_code_is_its_own() -> None:
    assert set(DETAILS) == set(Category)
    assert all(DETAILS.values())
    assert len(CODES) == len(set(CODES))


@pytest.mark.parametrize("code", CODES)
def test_a_detail_is_found_by_its_code(code: str) -> None:
    category, detail = detail_of(code) or (None, None)

    assert detail in DETAILS[category]
    assert detail.code == code


def test_some_details_wait_for_the_correction() -> None:
    before, after = details_for(corrected=False), details_for(corrected=True)

    assert Category.ANSWER not in before
    assert Category.TUTORIAL not in before
    assert [d.code for d in after[Category.ANSWER]] == ["mine-is-right", "disagree"]
