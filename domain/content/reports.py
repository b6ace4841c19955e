"""What a report can be about: a tree of categories and details, some with a way to help oneself first."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from domain.content.models import Category

Lazy = str | Promise


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that may be wrong. With `help`, people are told what to try before they write."""

    code: str
    label: Lazy
    help: Lazy | None = None
    after_correction: bool = False


DETAILS: dict[Category, tuple[Detail, ...]] = {
    Category.QUESTION: (
        Detail("not-understood", _("I do not understand what is asked")),
        Detail("improvement", _("I have an idea to make it clearer")),
    ),
    Category.PICTURE: (
        Detail(
            "not-displayed",
            _("The picture does not show"),
            _("Reload the page. Under the picture, “What the picture shows” says the same in words."),
        ),
        Detail("picture-other", _("Something else about the picture")),
    ),
    Category.FILE: (
        Detail(
            "cannot-open",
            _("I cannot open the file"),
            _("Try another format in the list, or browse the content in the page: everything you need is there too."),
        ),
        Detail(
            "cannot-find",
            _("I cannot find the file I downloaded"),
            _("Look in the folder named Downloads, or in the list of downloads of your browser."),
        ),
        Detail(
            "cannot-edit",
            _("I cannot change the file"),
            _("Save a copy in your own folder first, or accept editing when your program asks."),
        ),
        Detail("file-other", _("Something else about the file")),
    ),
    Category.LINK: (
        Detail(
            "blocked",
            _("The link is blocked where I am"),
            _("Some schools and firms block pages. Try another connection, or skip the question."),
        ),
        Detail("link-other", _("Something else about the link")),
    ),
    Category.SIMULATOR: (
        Detail(
            "simulator-not-displayed",
            _("It does not show"),
            _("Reload the page. If it still does not show, tell us the name of your browser."),
        ),
        Detail("simulator-computer", _("It shows badly on a computer")),
        Detail("simulator-phone", _("It shows badly on a phone or a tablet")),
    ),
    Category.ACCESSIBILITY: (
        Detail("accessibility", _("I cannot answer because of a disability or of my equipment")),
    ),
    Category.ANSWER: (
        Detail("mine-is-right", _("My answer is right and was refused"), after_correction=True),
        Detail("disagree", _("I disagree with the expected answer"), after_correction=True),
    ),
    Category.TUTORIAL: (
        Detail("not-suited", _("The tutorial does not help"), after_correction=True),
        Detail("propose-one", _("I propose another tutorial"), after_correction=True),
    ),
    Category.OTHER: (
        Detail("idea", _("I have an idea for a challenge")),
        Detail("suggestion", _("I have a suggestion for the service")),
        Detail("other", _("Another problem")),
    ),
}


def details_for(*, corrected: bool) -> dict[Category, tuple[Detail, ...]]:
    """What may be reported now: some details only make sense once the correction has been read."""
    kept = {c: tuple(d for d in details if corrected or not d.after_correction) for c, details in DETAILS.items()}
    return {category: details for category, details in kept.items() if details}


def detail_of(code: str) -> tuple[Category, Detail] | None:
    """The category and the detail behind a code."""
    for category, details in DETAILS.items():
        for detail in details:
            if detail.code == code:
                return category, detail
    return None
