"""When a legal document is shown again."""

from datetime import date

import pytest

from domain.accounts.documents import is_news


@pytest.mark.parametrize(
    ("agreed", "news"),
    [(None, True), (date(2026, 1, 1), True), (date(2026, 6, 1), False), (date(2027, 1, 1), False)],
    ids=["never", "older", "same", "newer"],
)
def test_a_document_is_news_until_its_version_is_agreed_to(agreed: date | None, news: bool) -> None:
    assert is_news(agreed, date(2026, 6, 1)) is news
