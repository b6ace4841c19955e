"""The addresses of the learner's pages, each behind its wall."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from sites.common.walls import anyone, behind, is_author, is_learner
from sites.learn.views import competences, demos, files, home, reports, sittings, tutorials

app_name = "learn"


class Code(StringConverter):
    """The code of a competence or of a skill: 1.2, 1.2.1-4."""

    regex = r"[0-9.-]{1,20}"


class Digest(StringConverter):
    """The digest of a file: SHA-256, in hexadecimal digits."""

    regex = r"[0-9a-f]{64}"


register_converter(Code, "code")
register_converter(Digest, "digest")

urlpatterns = [
    *behind(
        anyone,
        [
            path("", home.home, name="home"),
            path("try/", home.try_without_account, name="try"),
            path("demos/<slug:slug>/", demos.demo, name="demo"),
            path("demos/<slug:slug>/start/", demos.start, name="demo-start"),
            path("assets/<digest:digest>/<path:name>", files.asset, name="asset"),
        ],
    ),
    *behind(
        is_learner,
        [
            path("competences/", competences.profile, name="competences"),
            path("competences/<code:code>/", competences.competence, name="competence"),
            path("competences/<code:code>/start/", competences.start, name="start"),
            path("competences/<code:code>/reset/", competences.reset, name="reset"),
            path("tests/", sittings.tests, name="tests"),
            path("tutorials/", tutorials.tutorials, name="tutorials"),
            path("tutorials/<code:skill>/", tutorials.tutorial, name="tutorial"),
            path("sittings/<uuid:sitting_id>/", sittings.sitting, name="sitting"),
            path("sittings/<uuid:sitting_id>/answer/", sittings.answer, name="answer"),
            path("sittings/<uuid:sitting_id>/clock/", sittings.start_clock, name="clock"),
            path("sittings/<uuid:sitting_id>/continue/", sittings.go_on, name="continue"),
            path("sittings/<uuid:sitting_id>/finish/", sittings.finish, name="finish"),
            path("sittings/<uuid:sitting_id>/corrections/", sittings.corrections, name="corrections"),
            path("sittings/<uuid:sitting_id>/folder/", files.folder, name="folder"),
            path("sittings/<uuid:sitting_id>/files/<int:position>/<str:name>", files.download, name="download"),
            path("sittings/<uuid:sitting_id>/questions/<int:position>/report/", reports.report, name="report"),
            path("sittings/<uuid:sitting_id>/questions/<int:position>/report/thanks/", reports.thanks, name="thanks"),
        ],
    ),
    *behind(is_author, [path("preview/<slug:challenge>/", demos.preview, name="preview")]),
]
