"""Releases, their files, and what people report about them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Release(models.Model):
    """An immutable, numbered snapshot of all published content."""

    number = models.PositiveIntegerField(primary_key=True)
    digest = models.CharField(max_length=64)
    body = models.BinaryField()  # the bundle as JSON, compressed
    published_at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"release {self.number}"


class Asset(models.Model):
    """A file that a challenge or a tutorial shows, kept by the digest of its content."""

    digest = models.CharField(max_length=64, primary_key=True)
    media = models.CharField(max_length=100)
    data = models.BinaryField()

    def __str__(self) -> str:
        return self.digest[:12]


class Category(models.TextChoices):
    """What a report is about (see `reports.py` for what each one leads to)."""

    QUESTION = "question", _("The question")
    PICTURE = "picture", _("The picture")
    FILE = "file", _("The file to download")
    LINK = "link", _("A link")
    SIMULATOR = "simulator", _("The simulator")
    ACCESSIBILITY = "accessibility", _("Accessibility")
    ANSWER = "answer", _("The expected answer")
    TUTORIAL = "tutorial", _("A tutorial")
    OTHER = "other", _("Something else")


class ProblemReport(models.Model):
    """A learner says that something is wrong with a challenge. It never says who: only what they saw."""

    category = models.CharField(max_length=20, choices=Category)
    detail = models.CharField(max_length=40)
    comment = models.TextField(max_length=10_000, blank=True)
    release = models.ForeignKey(Release, on_delete=models.PROTECT)
    challenge = models.CharField(max_length=60)
    seed = models.BinaryField(max_length=32)
    locale = models.CharField(max_length=8)
    given = models.JSONField(null=True)
    device = models.CharField(max_length=300)
    reported_at = models.DateTimeField()

    class Meta:
        ordering = ("-reported_at", "pk")
        indexes = (models.Index(fields=("challenge", "reported_at"), name="report_by_challenge"),)

    def __str__(self) -> str:
        return f"{self.challenge}: {self.category}"
