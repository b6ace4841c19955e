"""The forms of the account pages: shape only; the domain holds the rules."""

from django import forms
from django.utils.translation import gettext_lazy as _

from domain.accounts.actions import CODE_DIGITS, Newcomer
from domain.accounts.models import Language
from sites.common.accounts.fields import AddressField, NameField, NewPasswordField, PasswordField

CURRENT_PASSWORD_MISSING = _("Enter your current password.")


class SignUpForm(forms.Form):
    first_name = NameField(label=_("First name"), missing=_("Enter your first name."), autocomplete="given-name")
    last_name = NameField(label=_("Last name"), missing=_("Enter your last name."), autocomplete="family-name")
    email = AddressField(label=_("E-mail address"))
    password = NewPasswordField(label=_("Password"))
    terms = forms.BooleanField(
        label=_("I accept the terms of use, and I have read the privacy policy"),
        error_messages={"required": _("To have an account, accept the terms of use and the privacy policy.")},
    )

    def newcomer(self, language: str) -> Newcomer:
        said = self.cleaned_data
        return Newcomer(said["first_name"], said["last_name"], said["email"], said["password"], language)


class SignInForm(forms.Form):
    login = forms.CharField(
        label=_("E-mail address or username"),
        max_length=255,
        error_messages={
            "required": _("Enter your e-mail address or your username."),
            "max_length": _("This is too long to be an address or a username."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = PasswordField(label=_("Password"), missing=_("Enter your password."))


class DemoForm(forms.Form):
    person = forms.UUIDField()


class ForgottenForm(forms.Form):
    email = AddressField(label=_("E-mail address"), hint=_("The one you sign in with."))


class ResetForm(forms.Form):
    password = NewPasswordField(label=_("New password"))


class PasswordForm(forms.Form):
    current = PasswordField(label=_("Current password"), missing=CURRENT_PASSWORD_MISSING)
    password = NewPasswordField(label=_("New password"))


class EmailForm(forms.Form):
    email = AddressField(label=_("New e-mail address"))
    password = PasswordField(label=_("Current password"), missing=CURRENT_PASSWORD_MISSING)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code of 6 digits"),
        max_length=20,
        error_messages={
            "required": _("Enter the code you received."),
            "max_length": _("The code has 6 digits."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].split())
        if not (code.isdecimal() and code.isascii() and len(code) == CODE_DIGITS):
            raise forms.ValidationError(_("The code has 6 digits."), code="shape")
        return code


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language of the pages and messages"),
        choices=Language.choices,
        error_messages={"invalid_choice": _("Choose one of these languages."), "required": _("Choose a language.")},
        widget=forms.RadioSelect,
    )


class DeleteForm(forms.Form):
    password = PasswordField(label=_("Current password"), missing=CURRENT_PASSWORD_MISSING)
