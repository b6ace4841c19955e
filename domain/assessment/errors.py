"""Why a sitting refuses."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from domain.assessment.receipts import Receipt
from domain.core.errors import Refused


class CompetenceIsNotOpen(Refused):
    code = "competence-is-not-open"
    message = _("This competence has no question yet. Choose another one in your list.")


class TooEarly(Refused):
    """The waiting time is not over."""

    code = "too-early"

    def __init__(self, when: datetime) -> None:
        super().__init__()
        self.when = when
        self.message = _now(
            "You can take this test again from %(day)s. Until then, the tutorials are open to you."
        ) % {"day": date_format(localtime(when), "DATE_FORMAT")}


class HighestLevelReached(Refused):
    code = "highest-level-reached"
    message = _("You hold the highest level open today in this competence. There is nothing to retry.")


class NothingToReset(Refused):
    code = "nothing-to-reset"
    message = _("This competence has not been measured yet. There is nothing to reset.")


class SittingIsOver(Refused):
    code = "sitting-is-over"
    message = _("This test is over. Here are its results.")


class ClockIsNotStarted(Refused):
    code = "clock-is-not-started"
    message = _("This question is timed. Start the clock to see it.")


class AnotherQuestionIsOpen(Refused):
    """The answer is for a question that is not, or no longer, the one to answer."""

    code = "another-question-is-open"
    message = _("Another question is open. The page has been updated.")

    def __init__(self, receipt: Receipt | None = None) -> None:
        super().__init__()
        self.receipt = receipt


class AlreadyAnswered(AnotherQuestionIsOpen):
    code = "already-answered"
    message = _("You had already answered this question: the first answer counts. The page has been updated.")


class DemoIsClosed(Refused):
    code = "demo-is-closed"
    message = _("This demonstration is not open any more. You can try a real test without an account.")
