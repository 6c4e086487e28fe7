"""Django's settings, made from `options.py`."""

import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils.csp import CSP

from blattwerk.config.database import databases
from blattwerk.config.keys import kept_secret
from blattwerk.config.options import options_or_exit

OPTIONS = options_or_exit()
PACKAGE = Path(__file__).resolve().parents[1]
TESTING = "pytest" in sys.modules

DEBUG = OPTIONS.debug
SECRET_KEY = OPTIONS.secret_key or kept_secret(OPTIONS.data / "keys", "secret-key")
_host = f"[{OPTIONS.host}]" if ":" in OPTIONS.host else OPTIONS.host
BLATTWERK_ADDRESS = OPTIONS.address or f"http://{_host}:{OPTIONS.port}"
ALLOWED_HOSTS = [
    urlsplit(BLATTWERK_ADDRESS).hostname or "localhost",
    "localhost",
    "127.0.0.1",
    "[::1]",
    *OPTIONS.allowed_hosts,
]

INSTALLED_APPS = [
    "blattwerk.sample",
    "blattwerk.edge",
    "blattwerk.reading",
    "blattwerk.desk",
    "blattwerk.fronts",
    "blattwerk.feeds",
    "blattwerk.search",
    "blattwerk.stories",
    "blattwerk.importing",
    "blattwerk.narration",
    "blattwerk.topics",
    "blattwerk.discussion",
    "blattwerk.newsroom",
    "blattwerk.accounts",
    "blattwerk.shell",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "blattwerk.edge.headers.SecurityHeaders",
    "blattwerk.edge.bodies.Bodies",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "blattwerk.edge.compression.Compression",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "blattwerk.edge.headers.CacheHeaders",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "blattwerk.config.urls"
WSGI_APPLICATION = "blattwerk.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
DATABASES = databases(OPTIONS)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesBackend",  # only says no
    "blattwerk.accounts.backend.Backend",
]
WAGTAILADMIN_USER_LOGIN_FORM = "blattwerk.accounts.staff_login.StaffLogin"
LOGIN_URL = "account_login"  # the editors' door is Wagtail's own
LOGIN_REDIRECT_URL = "account"

ACCOUNT_ADAPTER = "blattwerk.accounts.doorkeeper.Doorkeeper"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]  # without a password: by code or passkey
ACCOUNT_SIGNUP_FORM_CLASS = "blattwerk.accounts.forms.SignUp"
ACCOUNT_USER_DISPLAY = "blattwerk.accounts.doorkeeper.shown_name"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 5
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 5
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds; mail is slow at times
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_DEFAULT_HTTP_PROTOCOL = urlsplit(BLATTWERK_ADDRESS).scheme
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # axes counts them, at both doors
ALLAUTH_TRUSTED_PROXY_COUNT = (
    int(BLATTWERK_ADDRESS.startswith("https://")) if OPTIONS.proxies is None else OPTIONS.proxies
)
MFA_ADAPTER = "blattwerk.accounts.second_factor.SecondFactor"
MFA_FORMS = {
    "add_webauthn": "blattwerk.accounts.passkeys.AddPasskey",
    "signup_webauthn": "blattwerk.accounts.passkeys.SignUpByPasskey",
    "login_webauthn": "blattwerk.accounts.passkeys.SignInByPasskey",
    "authenticate_webauthn": "blattwerk.accounts.passkeys.SecondByPasskey",
    "reauthenticate_webauthn": "blattwerk.accounts.passkeys.AgainByPasskey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BLATTWERK_ADDRESS.startswith("https://")
MFA_TOTP_TOLERANCE = 1  # periods of half a minute; phones' clocks differ
SOCIALACCOUNT_ADAPTER = "blattwerk.accounts.elsewhere.Elsewhere"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if OPTIONS.sign_in_with:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [service.app for service in OPTIONS.sign_in_with]
    }
SOCIALACCOUNT_AUTO_SIGNUP = False  # a public name is to be chosen

AXES_FAILURE_LIMIT = 10
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]  # each by itself
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page has named a time
AXES_RESET_ON_SUCCESS = False  # it would forgive all that came from one's address; see limits.py
AXES_SENSITIVE_PARAMETERS = [
    "username", "ip_address", "login", "email", "password", "password1", "password2",
    "oldpassword", "secret", "code", "credential",
]  # fmt: skip
AXES_DISABLE_ACCESS_LOG = True  # who came in when is nobody's business
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "blattwerk.accounts.limits.counted_account"
AXES_CLIENT_IP_CALLABLE = "blattwerk.accounts.limits.counted_address"
AXES_LOCKOUT_CALLABLE = "blattwerk.accounts.limits.locked"

CACHES = {
    "default": {"BACKEND": "blattwerk.common.nearby.NearbyCache"},
    "limits": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_limit",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

LANGUAGE_CODE = OPTIONS.language
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = OPTIONS.zone.key
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # a paper has one clock
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["blattwerk.config.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = OPTIONS.data / "static"
MEDIA_URL = "/redaktion/medien/"  # for people at work; readers get pictures by /bilder/
MEDIA_ROOT = OPTIONS.data / "media"
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "blattwerk.config.staticfiles.HashedFiles"},
    "audio": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": OPTIONS.data / "narration" / "files",
            "base_url": "/hoeren/dateien/",
        },
    },
}
NARRATION_FOLDER = OPTIONS.data / "narration"  # takes, uploads as they came, work in hand
VOICES_FOLDER = OPTIONS.data / "voices"
OWN_WEIGHTS = OPTIONS.data / "moderation" / "own.bin"  # what the help learned from the team
NARRATION_TAKES_BYTES = OPTIONS.takes_megabytes * 1024 * 1024
SPEECH_SERVICE, SPEECH_KEY = OPTIONS.speech_service, OPTIONS.speech_key
# The hook that signs finished sound files, by its dotted path; "" signs nothing.
MANIFEST_SIGNER = (
    "blattwerk.narration.studio.manifest.sign_with_c2pa"
    if OPTIONS.c2pa_certificate and OPTIONS.c2pa_key
    else ""
)
WEB_THREADS = OPTIONS.web_threads
WHITENOISE_MAX_AGE = 3600
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long article's blocks are many fields

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "narration"],
    },
}
MAILERS: dict[str, Any] = {
    "default": {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": OPTIONS.data / "mail"},
    }
}
if OPTIONS.mail_server:
    MAILERS["default"] = {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": OPTIONS.mail_server,
    }
DEFAULT_FROM_EMAIL = OPTIONS.mail_from or f"konto@{urlsplit(BLATTWERK_ADDRESS).hostname}"

HTTPS = BLATTWERK_ADDRESS.startswith("https://")
CSRF_TRUSTED_ORIGINS = [BLATTWERK_ADDRESS]
SESSION_ENGINE = "blattwerk.accounts.sessions"
SESSION_COOKIE_NAME = "bw_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "SAMEORIGIN"

# The one style that the vendored Turbo puts into pages: its progress bar's.
TURBO_STYLE = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='"
# Readers: nothing but our own files. Embeds are frames that a click opens (newsroom/embeds.py).
READER_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF, TURBO_STYLE],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],  # Wagtail's preview pane frames the page
}
# A form of ours leads on to the service that was chosen.
READER_CSP["form-action"] += [service.origin for service in OPTIONS.sign_in_with]
if OPTIONS.audio_storage:
    STORAGES["audio"] = OPTIONS.audio_storage.storage()
    for directive in ("media-src", "connect-src"):
        READER_CSP[directive].append(OPTIONS.audio_storage.origin)
# The admin's own scripts set styles and build templates from data: URLs; still no third party.
ADMIN_CSP: dict[str, list[str]] = {
    **READER_CSP,
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "media-src": [*READER_CSP["media-src"], "blob:"],  # listen buttons
    "frame-src": [CSP.SELF],
    "worker-src": [CSP.SELF, "blob:"],
}

WAGTAIL_PASSWORD_RESET_ENABLED = False  # mails are kept as files; `blattwerk password` helps
WAGTAIL_SITE_NAME = "Blattwerk"
WAGTAILADMIN_BASE_URL = BLATTWERK_ADDRESS
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = False
WAGTAILEMBEDS_FINDERS: list[dict[str, Any]] = []
WAGTAILIMAGES_IMAGE_MODEL = "newsroom.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "blattwerk.newsroom.admin.picture_form.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_JPEG_QUALITY = 78
# An article's number finds it; sections keep their old addresses by a receiver.
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "blattwerk": {"level": "INFO"},
        "axes": {"level": "ERROR"},  # a wrong password is no news
        "django.request": {"level": "ERROR"},  # a page that is not there is no news
        "django.tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "ERROR"},  # it warns of every orderly end
    },
}

if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
