"""How often one address or one account may try; counted by allauth, said by us."""

from allauth.core import ratelimit
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

TOO_MANY = _("Too many tries in a short time. Wait a few minutes, then send the form again.")

# A counter is locked while it is written, and allauth refuses after one second of waiting: a whole class signs in
# at once behind one address. A try beyond the limit is not counted, so asking again gives nothing away.
PATIENCE = 3


def allows(request: HttpRequest, action: str, key: str | None = None) -> bool:
    """Count one more try, and say whether it is within the limits of ACCOUNT_RATE_LIMITS."""
    return any(ratelimit.consume(request, action=action, key=key) for _ in range(PATIENCE))


def is_within(request: HttpRequest, action: str, form: forms.Form, key: str | None = None) -> bool:
    """Count one more try; beyond the limit the form says to wait, and keeps what was typed."""
    if allows(request, action, key):
        return True
    form.add_error(None, forms.ValidationError(TOO_MANY, code="too-many"))
    return False


def status_of(form: forms.Form) -> int:
    """200 for a form just opened, 429 for one sent too often, 422 for one with mistakes."""
    if form.has_error(NON_FIELD_ERRORS, "too-many"):
        return 429
    return 422 if form.is_bound else 200
