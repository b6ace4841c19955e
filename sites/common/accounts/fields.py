"""The fields of account forms, each with the sentence that helps."""

import unicodedata
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from domain.accounts.errors import EmailNotAccepted
from domain.accounts.passwords import LONGEST

# Names go into messages: signs that make links or markup would turn a sign-up into free advertising.
PLAIN_NAME = RegexValidator(
    r"[\x00-\x1f\x7f<>@/\\|{}\[\]:;=*#]",
    _("Write this name with letters, without signs like @, / or <."),
    inverse_match=True,
)


class NameField(forms.CharField):
    """A first or last name, up to 255 signs."""

    def __init__(self, *, label: Any, missing: Any, autocomplete: str) -> None:
        super().__init__(
            label=label,
            max_length=255,
            validators=[PLAIN_NAME],
            error_messages={"required": missing, "max_length": _("This name is too long: 255 signs at most.")},
            widget=forms.TextInput(attrs={"autocomplete": autocomplete}),
        )


class AddressField(forms.EmailField):
    """An e-mail address; badly written or already used, the sentence is the same, and tells nothing of others."""

    def __init__(self, *, label: Any, hint: Any = "") -> None:
        refused = EmailNotAccepted.message
        super().__init__(
            label=label,
            help_text=hint,
            max_length=254,
            error_messages={
                "required": _("Enter your e-mail address."),
                "invalid": refused,
                "max_length": refused,
            },
            widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        )

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except forms.ValidationError as wrong:
            # One sentence, even when an address breaks two rules at once.
            raise wrong.error_list[0] from None


class PasswordField(forms.CharField):
    """A password as typed: nothing cut, and the same letters whatever the keyboard composed them from."""

    def __init__(self, *, label: Any, missing: Any, autocomplete: str = "current-password") -> None:
        super().__init__(
            label=label,
            strip=False,
            max_length=LONGEST,
            error_messages={"required": missing, "max_length": _("This password is too long: 256 signs at most.")},
            widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        )

    def to_python(self, value: Any) -> str:
        return unicodedata.normalize("NFKC", super().to_python(value) or "")


class NewPasswordField(PasswordField):
    """A password being chosen; the sentence lists the rules it does not follow yet."""

    def __init__(self, *, label: Any) -> None:
        super().__init__(label=label, missing=_("Choose a password."), autocomplete="new-password")
        self.help_text = _("It must not be one of the most used passwords: this is checked when you send the form.")

    def clean(self, value: Any) -> str:
        password: str = super().clean(value)
        try:
            validate_password(password)
        except forms.ValidationError as broken:
            rules = "; ".join(broken.messages)
            raise forms.ValidationError(
                _("This password does not follow these rules yet: %(rules)s."), code="weak", params={"rules": rules}
            ) from broken
        return password
