"""Why content refuses."""

from django.utils.translation import gettext_lazy as _

from domain.core.errors import Refused


class ContentIsFaulty(Refused):
    code = "content-is-faulty"
    message = _("The content has faults: nothing was published. Run “content check” to list them.")


class CommentIsMissing(Refused):
    code = "comment-is-missing"
    message = _("Your message is empty. Say in a few words what you saw, then send it.")


class CommentIsTooLong(Refused):
    code = "comment-is-too-long"
    message = _("Your message is over 10,000 characters. Shorten it, then send it.")


class CategoryIsUnknown(Refused):
    code = "category-is-unknown"
    message = _("Choose what your report is about in the list.")
