"""Four typed readers of the environment; a wrong or missing value stops the start with its name and the remedy."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.Env()


def text(name: str, default: str | None = None) -> str:
    """A text; without a default it must be given."""
    value: str | None = _env.str(name, default=default) or default
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set. Set it in the environment (see .env.example).")
    return value


def flag(name: str, *, default: bool) -> bool:
    """Yes or no, written 1 or 0, true or false, on or off."""
    value = text(name, "1" if default else "0").lower()
    if value not in {"1", "0", "true", "false", "on", "off"}:
        raise ImproperlyConfigured(f"{name}={value} is neither yes nor no. Use 1 or 0.")
    return value in {"1", "true", "on"}


def number(name: str, default: int, *, low: int = 0, high: int = 1_000_000) -> int:
    """A whole number between two bounds."""
    value = text(name, str(default))
    if not value.isdecimal() or not low <= int(value) <= high:
        raise ImproperlyConfigured(f"{name}={value} is not a whole number from {low} to {high}.")
    return int(value)


def secret(name: str) -> str:
    """A secret from NAME, or from the file that NAME_FILE names; at least 32 characters."""
    path = text(f"{name}_FILE", "")
    value = Path(path).read_text().strip() if path else text(name)
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} has {len(value)} characters. Give it 32 random ones or more.")
    return value
