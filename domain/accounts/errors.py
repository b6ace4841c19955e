"""What accounts refuse, and what to do then.

Refused
├── WrongPair, SignInLocked, SignInBlocked     the sign-in page
├── WrongPassword, WeakPassword                the password typed on an account page
├── EmailNotAccepted                           used or badly written: never said which
└── NoCodeExpected, CodeIsOnItsWay, CodeIsWrong, CodeIsOver
NotAllowed
└── AccountMustStay                            others depend on it
"""

from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from domain.accounts.lockout import Standing, lock_after
from domain.core.errors import NotAllowed, Refused

NO_MATCH = _("This name and this password do not go together.")
FORGOTTEN = _("If you no longer know your password, use “Forgotten password”.")
ASK_TEACHER = _("If your school gave you this username, ask your teacher for help.")


class WrongPair(Refused):
    """Said alike whether or not the name has an account; pupils have no mailbox, so they are sent to their teacher."""

    code = "wrong-pair"

    def __init__(self, login: str, standing: Standing) -> None:
        remedy = FORGOTTEN if "@" in login else ASK_TEACHER
        self.message = lazystr(" ".join(str(part) for part in (NO_MATCH, remedy, _warning(standing)) if part))


def _warning(standing: Standing) -> str:
    if standing.blocked:
        return str(SignInBlocked())
    if standing.locked_until is not None:
        return str(SignInLocked(_minutes_of(standing.failures)))
    if not standing.is_near_a_lock:
        return ""
    if standing.next_lock_blocks:
        return _tries_before_block(standing.tries_left)
    return _tries_before_lock(standing.tries_left, _minutes_of(standing.failures + standing.tries_left))


def _minutes_of(failures: int) -> int:
    return int(lock_after(failures).total_seconds() // 60)


def _tries_before_lock(tries: int, minutes: int) -> str:
    told = ngettext(
        "%(tries)s try left before a pause of %(minutes)s minutes.",
        "%(tries)s tries left before a pause of %(minutes)s minutes.",
        tries,
    )
    return told % {"tries": tries, "minutes": minutes}


def _tries_before_block(tries: int) -> str:
    told = ngettext(
        "%(tries)s try left before the account is blocked.",
        "%(tries)s tries left before the account is blocked.",
        tries,
    )
    return told % {"tries": tries}


class SignInLocked(Refused):
    code = "sign-in-locked"

    def __init__(self, minutes: int) -> None:
        self.minutes = minutes
        told = ngettext(
            "Too many wrong tries. You can try again in %(minutes)s minute.",
            "Too many wrong tries. You can try again in %(minutes)s minutes.",
            minutes,
        )
        self.message = lazystr(told % {"minutes": minutes})


class SignInBlocked(Refused):
    code = "sign-in-blocked"
    message = _("This account is blocked after too many wrong tries. Write to the support team to open it again.")


class WrongPassword(Refused):
    code = "wrong-password"
    message = _("This is not your current password. Type it again.")


class WeakPassword(Refused):
    code = "weak-password"
    message = _("This password does not follow all the rules. Choose another one.")


class EmailNotAccepted(Refused):
    code = "email-not-accepted"
    message = _(
        "This e-mail address cannot be used. Check that it is complete, like name@example.org. "
        "If you already have an account, sign in."
    )


class NoCodeExpected(Refused):
    code = "no-code-expected"
    message = _("No change of address is waiting for a code. Start the change again.")


class CodeIsOnItsWay(Refused):
    code = "code-on-its-way"
    message = _("The message with the code is still on its way. Wait for it, then enter the code.")


class CodeIsWrong(Refused):
    code = "code-wrong"

    def __init__(self, tries_left: int) -> None:
        told = ngettext(
            "This is not the code we sent. You can try %(tries)s more time.",
            "This is not the code we sent. You can try %(tries)s more times.",
            tries_left,
        )
        self.message = lazystr(told % {"tries": tries_left})


class CodeIsOver(Refused):
    code = "code-over"
    message = _("This code no longer works. Ask for a new one.")


class AccountMustStay(NotAllowed):
    code = "account-must-stay"
    message = _("Other people depend on this account, so it cannot be deleted here. Write to the support team.")
