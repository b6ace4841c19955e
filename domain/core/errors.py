"""What may go wrong, drawn once.

Problem
├── NotFound      404   it does not exist for you
├── NotAllowed    403   it exists, and you may not
└── Refused       409   you may, and it cannot be done now
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Problem(Exception):
    """A problem a person is told about: a stable code for machines, a sentence with what to do for people."""

    status = 400
    code = "problem"
    message: str | Promise = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.message)


class NotFound(Problem):
    status = 404
    code = "not-found"
    message: str | Promise = _("This page does not exist, or it is not yours to see.")


class NotAllowed(Problem):
    status = 403
    code = "not-allowed"
    message: str | Promise = _("You do not have the right to do this.")


class Refused(Problem):
    status = 409
    code = "refused"
    message: str | Promise = _("This cannot be done now.")
