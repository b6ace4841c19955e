"""Records of accounts: people, counted sign-in failures, addresses being changed, what was agreed to."""

import secrets
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from domain.accounts.lockout import Standing
from domain.core.ids import new_id


def new_mark() -> str:
    """A mark no one can guess; a new one ends the sessions opened under the old one."""
    return secrets.token_hex(16)


class Language(models.TextChoices):
    EN = "en", _("English")
    FR = "fr", _("French")


class DocumentKind(models.TextChoices):
    TERMS = "terms", _("Terms of use")
    PRIVACY = "privacy", _("Privacy policy")


class Person(AbstractBaseUser):
    """Someone with an account: all we know of them, apart from their answers."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # The only thing answers know of a person; it says nothing by itself.
    learner_id = models.UUIDField(unique=True, default=new_id, editable=False)
    first_name = models.CharField(max_length=255)
    last_name = models.CharField(max_length=255)
    email = models.EmailField(max_length=254, unique=True, null=True, blank=True)
    username = models.CharField(max_length=255, unique=True, null=True, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.EN)
    created_at = models.DateTimeField()
    last_seen = models.DateTimeField()
    session_mark = models.CharField(max_length=32, default=new_mark)
    # The newest version agreed to, or seen: known with the person, so that no page pays a query for it.
    terms_version = models.DateField(null=True, blank=True)
    privacy_version = models.DateField(null=True, blank=True)
    is_staff = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)

    objects = models.Manager["Person"]()

    USERNAME_FIELD = "email"

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(email=Lower(F("email"))), name="person_email_in_small_letters"),
            models.CheckConstraint(condition=Q(username=Lower(F("username"))), name="person_username_small_letters"),
            models.CheckConstraint(
                condition=Q(email__isnull=False) | Q(username__isnull=False), name="person_has_a_way_in"
            ),
        )

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    def get_session_auth_hash(self) -> str:
        return self._session_hash(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        return (self._session_hash(secret) for secret in settings.SECRET_KEY_FALLBACKS)

    def _session_hash(self, secret: str | bytes) -> str:
        told = f"{self.password}:{self.session_mark}"
        return salted_hmac("accounts.session", told, secret=secret, algorithm="sha256").hexdigest()


class SignInState(models.Model):
    """Failures of one sign-in name. Names without an account are counted alike, so that guessing teaches nothing."""

    claim = models.CharField(primary_key=True, max_length=64)
    failures = models.PositiveSmallIntegerField(default=0)
    last_failure_at = models.DateTimeField()
    locked_until = models.DateTimeField(null=True, blank=True)
    blocked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.failures} failures"

    @property
    def standing(self) -> Standing:
        return Standing(self.failures, self.locked_until, blocked=self.blocked_at is not None)


class EmailChange(models.Model):
    """A new address waiting for the code sent to it. The code is kept hashed, and made when the message leaves."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="email_change")
    new_email = models.EmailField(max_length=254)
    asked_at = models.DateTimeField()
    code_hash = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"to {self.new_email}"


class Acceptance(models.Model):
    """One person agreed to, or saw, one version of one document; the text is the file of that name."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="acceptances")
    kind = models.CharField(max_length=16, choices=DocumentKind.choices)
    version = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "kind", "version"), name="acceptance_once_a_version"),
        )

    def __str__(self) -> str:
        return f"{self.kind} of {self.version}"
