"""The rules of passwords as Django asks for them, with their sentences."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from domain.accounts.passwords import Rule, broken_rules

SENTENCES = {
    Rule.LENGTH: _("8 characters or more"),
    Rule.UPPER: _("a capital letter"),
    Rule.LOWER: _("a small letter"),
    Rule.DIGIT: _("a digit"),
    Rule.UNCOMMON: _("not one of the most used passwords"),
}


class PasswordRules:
    """Refuse a password, with one sentence for each rule it breaks."""

    def __init__(self) -> None:
        self.common = CommonPasswordValidator().passwords

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        broken = broken_rules(password, self.common)
        if broken:
            raise ValidationError([ValidationError(SENTENCES[rule], code=rule.name.lower()) for rule in broken])

    def get_help_text(self) -> str:
        return ", ".join(str(sentence) for sentence in SENTENCES.values())
