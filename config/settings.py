"""Settings, from the environment alone. A value that would be unsafe or make no sense stops the start.

DIARY_DATA, DATABASE_URL, SECRET_KEY, SITE_URL, DEBUG and SIGN_UP are explained in the README.
"""

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.data_folder import DATABASE, data_folder, secret_key, settle

BASE_DIR = Path(__file__).resolve().parent.parent

environ.Env.read_env(BASE_DIR / ".env")

# Everything this process writes (database, -wal, -shm, backups) is for its owner alone.
os.umask(0o077)


def choice(name: str, default: str, words: dict[str, Any]) -> Any:
    """The meaning of an environment variable that knows only these words."""
    word = os.environ.get(name, default).strip().lower()
    if word not in words:
        raise ImproperlyConfigured(f"{name} is “{word}”; it can be {' or '.join(words)}.")
    return words[word]


def site_url() -> str:
    """The address people type, without a path."""
    url = os.environ.get("SITE_URL", "http://localhost:8000").strip().rstrip("/")
    if not is_address(url):
        raise ImproperlyConfigured(
            f"SITE_URL is “{url}”; it needs a scheme and a host only, such as https://diary.example."
        )
    return url


def is_address(url: str) -> bool:
    try:
        urlsplit(url).port  # noqa: B018  raises where it is no port, as the address itself may
    except ValueError:
        return False
    return re.fullmatch(r"https?://([\w.-]+|\[[0-9a-fA-F:.]+\])(:[0-9]+)?", url) is not None


def kept_secret_key(folder: Path) -> str:
    """SECRET_KEY of the environment, or the one kept in the data folder; never an empty or guessable one."""
    key = os.environ.get("SECRET_KEY")
    if key is None:
        return secret_key(folder)
    if len(key) < 50 or len(set(key)) < 5:
        raise ImproperlyConfigured(
            "SECRET_KEY is empty or too short; leave it out to have one made, or give 50 random characters."
        )
    return key


SQLITE_OPTIONS = {
    # IMMEDIATE and WAL together: eight writers at once, not one "database is locked".
    # FULL: a power cut loses no entry.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=134217728;"
    "PRAGMA cache_size=-8000;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=27103364",
}


def read_database_url(url: str) -> dict[str, Any]:
    """What Django needs to open the database; empty where the address makes no sense."""
    if url.partition(":")[0] not in ("sqlite", "postgres", "postgresql"):
        return {}
    try:
        return dict(environ.Env.db_url_config(url))
    except (ValueError, ImproperlyConfigured):
        return {}


def database(folder: Path) -> dict[str, Any]:
    """SQLite in the data folder, or the database DATABASE_URL names."""
    config: dict[str, Any] = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / DATABASE)}
    if "DATABASE_URL" in os.environ:
        config = read_database_url(os.environ["DATABASE_URL"])
    else:
        settle(folder)
    if not config.get("NAME"):
        raise ImproperlyConfigured(
            "DATABASE_URL is not understood; it reads postgres://user:password@host:5432/name or sqlite:////folder/file."
        )
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = SQLITE_OPTIONS
    return config | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}


# --- from the environment

DATA_FOLDER = data_folder(os.environ.get("DIARY_DATA", ""))
DEBUG: bool = choice("DEBUG", "false", {"true": True, "false": False, "1": True, "0": False})
SITE_URL = site_url()
SECRET_KEY = kept_secret_key(DATA_FOLDER)
SIGN_UP_IS_OPEN: bool = choice("SIGN_UP", "closed", {"open": True, "closed": False})
DATABASES = {"default": database(DATA_FOLDER)}
# In the database, so that a restart or a second process does not forget how many wrong passwords there were.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "diary_cache"},
}

_site = urlsplit(SITE_URL)
_https = _site.scheme == "https"

HERE = ("localhost", "127.0.0.1", "::1")

if DEBUG and _site.hostname not in HERE:
    raise ImproperlyConfigured(
        "DEBUG shows the diary's insides; leave it off where SITE_URL is not localhost."
    )

# --- the app

INSTALLED_APPS = [
    "diary",  # first, so that its templates win over allauth's
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",  # allauth's pages need it
    "django.forms",  # TemplatesSetting renders widgets with our templates
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "csp",
    "django_htmx",
    "heroicons",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "diary.middleware.PermissionsMiddleware",
    "diary.middleware.LargestUploadMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # public pages are marked, all others are not
    "diary.middleware.PrivacyMiddleware",
    "diary.middleware.TimezoneMiddleware",
    "diary.middleware.ForgottenTimerMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "diary.views.lock.LockMiddleware",
    "diary.middleware.NoRoomMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "diary.context.every_page",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_TEMPLATE_PACK = "diary"
CRISPY_ALLOWED_TEMPLATE_PACKS = "diary"
CRISPY_FAIL_SILENTLY = False

# --- accounts

AUTH_USER_MODEL = "diary.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "diary.views.accounts.Adapter"
ACCOUNT_FORMS = {
    "signup": "diary.forms.account.SignupForm",
    "login": "diary.forms.account.LoginForm",
    "change_password": "diary.forms.account.ChangePasswordForm",
    "reauthenticate": "diary.forms.account.UnlockForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_USERNAME_VALIDATORS = "diary.forms.account.username_validators"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True  # a diary that asks for a password every day is not kept
# Wrong passwords: five for one name from one address, then a wait of at most five minutes.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
MFA_ADAPTER = "diary.views.accounts.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "diary.forms.mfa.AuthenticateForm",
    "reauthenticate": "diary.forms.mfa.ReauthenticateForm",
    "activate_totp": "diary.forms.mfa.ActivateTOTPForm",
    "authenticate_webauthn": "diary.forms.mfa.AuthenticateWebAuthnForm",
    "login_webauthn": "diary.forms.mfa.LoginWebAuthnForm",
    "reauthenticate_webauthn": "diary.forms.mfa.ReauthenticateWebAuthnForm",
    "add_webauthn": "diary.forms.mfa.AddWebAuthnForm",
    "edit_webauthn": "diary.forms.mfa.EditWebAuthnForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Diary"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _https  # localhost is the one plain origin browsers accept

# --- language and time: stored in UTC, shown in the person's zone

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# --- static files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / ".static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- security

_host = f"[{_site.hostname}]" if ":" in (_site.hostname or "") else _site.hostname or ""
ALLOWED_HOSTS = sorted({_host, "localhost", "127.0.0.1", "[::1]"})
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = _https
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked from inside, where no proxy encrypts
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _https
# On this machine alone there is no way for anybody to listen in on, and no certificate to be had.
if not _https and _site.hostname in HERE:
    SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # the QR code of two-step sign-in is a data: picture
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# --- logging: what went wrong and where, never what somebody wrote

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.log.WithoutWords",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"waitress.queue": {"level": "ERROR"}},  # a page that waits its turn is no fault
    "root": {"handlers": ["console"], "level": "WARNING"},
}
