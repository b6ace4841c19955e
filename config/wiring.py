"""Who listens to what: the only upward path. Listeners run in the transaction of the one who tells."""

from domain.accounts import events as accounts
from domain.assessment.actions.sittings import adopt, erase_learner
from domain.core.news import listen
from sites.notify import listeners as notify


def connect() -> None:
    """Subscribe each listener once, when all apps are ready."""
    listen(accounts.PersonSignedUp, notify.welcome)
    listen(accounts.ConfirmationAsked, notify.confirmation)
    listen(accounts.PasswordResetAsked, notify.password_reset)
    listen(accounts.PasswordChanged, notify.password_changed)
    listen(accounts.EmailChangeAsked, notify.email_code)
    listen(accounts.EmailChanged, notify.email_changed)
    listen(accounts.AccountDeleted, notify.account_deleted)
    listen(accounts.AccountDeleted, lambda news: erase_learner(news.learner_id))
    listen(accounts.LearnerJoined, lambda news: adopt(news.anonymous_id, news.learner_id))
