"""All settings, read once from the environment; `.env.example` lists every variable."""

from datetime import timedelta
from pathlib import Path

import environ
import structlog
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.environment import flag, number, secret, text

ROOT = Path(__file__).resolve().parent.parent
VERSION = "0.1.0"

DEBUG = flag("DEBUG", default=False)
DEMO = flag("DEMO", default=False)
HTTPS = flag("HTTPS", default=not DEBUG)
DATA_DIR = Path(text("DATA_DIR", str(ROOT / "var"))).resolve()
SECRET_KEY = secret("SECRET_KEY")
SEED_SECRET = secret("SEED_SECRET")  # makes each learner's own task; changing it changes the tasks of open sittings

# --- who runs this service -------------------------------------------------------------------------------------------
SERVICE_NAME = text("SERVICE_NAME", "Alidade")
SERVICE_OWNER = text("SERVICE_OWNER", "")
SERVICE_CONTACT = text("SERVICE_CONTACT", "")
SERVICE_URL = text("SERVICE_URL", "http://127.0.0.1:8000")
SOURCE_URL = text("SOURCE_URL", "")

# --- measuring -------------------------------------------------------------------------------------------------------
OPEN_LEVEL = number("OPEN_LEVEL", 7, low=1, high=8)
RETRY_AFTER = timedelta(days=number("RETRY_DAYS", 4, high=365))
RESET_AFTER = timedelta(days=number("RESET_DAYS", 7, high=365))

# --- addresses -------------------------------------------------------------------------------------------------------
ALLOWED_HOSTS = text("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in text("TRUSTED_ORIGINS", "").split(",") if origin]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "design",
    "domain.accounts",
    "domain.content",
    "domain.assessment",
    "sites.common",
    "sites.learn",
    "sites.notify",
    "sites.operate",
    "config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sites.common.accounts.sessions.SessionLimits",
    "sites.common.accounts.agreements.CurrentTerms",
    "sites.common.middleware.Problems",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["design.templatetags.design", "django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sites.common.chrome.chrome",
                "sites.common.accounts.context.accounts",
                "sites.learn.context.scale",
            ],
        },
    }
]

# --- people ----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["sites.common.accounts.store.Backend"]
PASSWORD_HASHERS = ["domain.accounts.hashers.QuickArgon2Hasher"]
AUTH_PASSWORD_VALIDATORS = [{"NAME": "domain.accounts.validators.PasswordRules"}]
PASSWORD_RESET_TIMEOUT = 24 * 3600
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
SESSION_IDLE = timedelta(hours=2)
SESSION_LIMIT = timedelta(hours=12)
STAFF_SESSION_IDLE = timedelta(minutes=30)
STAFF_SESSION_LIMIT = timedelta(hours=8)
ACCOUNT_ADAPTER = "sites.common.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = (
    "none"  # an account works before its e-mail is verified; our welcome mail carries the link
)
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 30
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "300/m/ip",  # by account: domain/accounts/lockout.py
    "signup": "30/h/ip",
    "reset_password": "60/h/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/15m/user",
    "manage_email": "5/h/user",
    "confirm_email": "3/h/user",
}
# In the database, because rate limits must be shared by all workers.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- data ------------------------------------------------------------------------------------------------------------
DATABASES = {"default": environ.Env().db_url_config(text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'alidade.sqlite3'}"))}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        # FULL: an acknowledged answer survives a power cut.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000",
    }
else:
    DATABASES["default"]["OPTIONS"] = {"options": "-c synchronous_commit=on", "server_side_binding": True}
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"]["CONN_MAX_AGE"] = None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CONTENT_DIR = ROOT / "content"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
# Without DEBUG the files carry the hash of their content in their name, and are served compressed, for a year.
_static = "django.contrib.staticfiles.storage.StaticFilesStorage"
_manifest = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static if DEBUG else _manifest},
}
WHITENOISE_USE_FINDERS = DEBUG

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

EMAIL_CONFIG = environ.Env().email_url_config(text("EMAIL_URL", f"filemail:///{DATA_DIR / 'mail'}"))
EMAIL_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_FILE_PATH = EMAIL_CONFIG["EMAIL_FILE_PATH"]
EMAIL_HOST = EMAIL_CONFIG["EMAIL_HOST"]
EMAIL_PORT = EMAIL_CONFIG["EMAIL_PORT"]
EMAIL_HOST_USER = EMAIL_CONFIG["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = EMAIL_CONFIG["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = EMAIL_CONFIG.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = EMAIL_CONFIG.get("EMAIL_USE_SSL", False)
DEFAULT_FROM_EMAIL = text("MAIL_FROM", "Alidade <no-reply@localhost>")

# --- languages -------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = text("DEFAULT_LANGUAGE", "en")  # LANGUAGE is gettext's own variable, set on many desktops
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
COUNTRY = text("COUNTRY", "FR")  # of the tasks' names, places and prices
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
USE_TZ = True
TIME_ZONE = text("TIME_ZONE", "Europe/Paris")

# --- safety ----------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
BEHIND_PROXY = flag("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "sites.common.middleware.forged"
SESSION_ENGINE = "sites.common.accounts.store"
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 262_144

# --- logs ------------------------------------------------------------------------------------------------------------
_shared: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"keys": {"()": "config.logs.WithoutKeys"}},
    "formatters": {
        "json": {
            "()": "structlog.stdlib.ProcessorFormatter",
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
            "foreign_pre_chain": _shared,
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["keys"]}},
    "root": {"handlers": ["console"], "level": text("LOG_LEVEL", "WARNING")},
}
structlog.configure(
    processors=[*_shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)
