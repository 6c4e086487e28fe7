"""What an operator may set, read once from the environment, typed and checked at start.

Each option stands here with its default and its meaning; `docs/settings.md` repeats the table and
a test keeps the two alike.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, available_timezones

from blattwerk.config.mailer import mail_server
from blattwerk.config.object_storage import Bucket, bucket
from blattwerk.config.services import Service, services
from blattwerk.narration.voice_table import HUB

LANGUAGES = ("de", "en")
SECRETS = (
    "audio_storage",
    "database_url",
    "edge_token",
    "mail_server",
    "secret_key",
    "sign_in_with",
    "speech_key",
)  # never repeated in a complaint
DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")


class BadOption(ValueError):
    """An environment variable holds something Blattwerk cannot use."""


def default_data_folder() -> Path:
    """`data` in the checkout that holds this code; else a folder of the user's own."""
    checkout = Path(__file__).resolve().parents[3]
    if (checkout / "pyproject.toml").is_file() and (checkout / "src" / "blattwerk").is_dir():
        return checkout / "data"
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "blattwerk"


def folder(text: str) -> Path:
    if "\0" in text:
        raise ValueError("must be a folder's path")
    try:
        return Path(text).expanduser().resolve()
    except (OSError, RuntimeError) as error:
        raise ValueError(f"cannot be found: {error}") from error


def number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        digits = re.fullmatch(rf"[0-9]{{1,{len(str(most))}}}", text)
        if not digits or not least <= int(text) <= most:
            raise ValueError(f"must be a number from {least} to {most}")
        return int(text)

    return read


def megabytes(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,7}", text) or int(text) < 10:
        raise ValueError("must be a number of megabytes, at least 10")
    return int(text)


def switch(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False}
    if text.lower() not in words:
        raise ValueError("must be yes or no")
    return words[text.lower()]


def language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError(f"must be one of {', '.join(LANGUAGES)}")
    return text


def zone(text: str) -> ZoneInfo:
    if "/" not in text or text not in available_timezones():
        raise ValueError("must be a time zone's name such as Europe/Vienna")
    return ZoneInfo(text)


def database(text: str) -> str:
    if _parts(text).scheme not in DATABASE_SCHEMES:
        raise ValueError("must be an address such as postgresql://user:secret@host:5432/name")
    return text


def _parts(text: str) -> SplitResult:
    """An address taken apart; its port is looked at, since that is refused only when read."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018
    except ValueError as error:
        raise ValueError(f"must be an address; this one is none: {error}") from error
    return parts


def public_address(text: str) -> str:
    parts = _parts(text)
    if text and (
        parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/")
    ):
        raise ValueError("must be an address without a path, such as https://www.example.at")
    return text.rstrip("/")


def web_address(text: str) -> str:
    parts = _parts(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be an address such as https://speech.example.at/v1/audio/speech")
    return text


def mail_address(text: str) -> str:
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", text):
        raise ValueError("must be a mail address such as konto@example.at")
    return text


def file(text: str) -> str:
    if not folder(text).is_file():
        raise ValueError("must be the path of a file that is there")
    return text


def path(text: str) -> Path:
    """A file's path. Links in it stay: what renews certificates lets them lead elsewhere."""
    if "\0" in text:
        raise ValueError("must be a file's path")
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError as error:
        raise ValueError(f"cannot be found: {error}") from error


def log_file(text: str) -> Path:
    found = path(text)
    if found.is_dir() or not found.parent.is_dir():
        raise ValueError("must be a file's path in a folder that is there")
    return found


def hosts(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in names:
        if not re.fullmatch(r"\.?[A-Za-z0-9\-.:\[\]]+|\*", name):
            raise ValueError(f"must be host names with commas between; {name!r} is none")
    return names


def option(
    variable: str, parse: Callable[[str], Any], default: Any, meaning: str, shown: str = ""
) -> Any:
    """One setting: environment variable, reader, default, and its meaning in one sentence."""
    return field(
        default=default,
        metadata={"variable": variable, "parse": parse, "meaning": meaning, "shown": shown},
    )


@dataclass(frozen=True, kw_only=True)
class Options:
    """Every setting of one Blattwerk, in the order of `docs/settings.md`."""

    data: Path = option(
        "BLATTWERK_DATA",
        folder,
        None,
        "Folder for the database, media, keys and mails; created on first start.",
        "`data` in the checkout, else `~/.local/share/blattwerk`",
    )
    host: str = option(
        "HOST", str, "127.0.0.1", "Address the web server listens on; 0.0.0.0 for every interface."
    )
    port: int = option("PORT", number(1, 65_535), 8000, "Port the web server listens on.")
    database_url: str = option(
        "DATABASE_URL",
        database,
        "",
        "PostgreSQL database; without it SQLite in the data folder.",
        "SQLite in the data folder",
    )
    address: str = option(
        "BLATTWERK_ADDRESS",
        public_address,
        "",
        "The paper's public address, used in feeds, sitemaps, mails and canonical links.",
        "`http://<HOST>:<PORT>`",
    )
    allowed_hosts: tuple[str, ...] = option(
        "BLATTWERK_HOSTS",
        hosts,
        (),
        "Further host names that may be asked for, with commas between.",
        "the public address's host, localhost",
    )
    proxies: int | None = option(
        "BLATTWERK_PROXIES",
        number(0, 9),
        None,
        "Proxies in front; so many addresses at the end of X-Forwarded-For are believed.",
        "1 where the public address is https and the edge has no certificate, else 0",
    )
    tls_certificate: Path | None = option(
        "BLATTWERK_TLS_CERTIFICATE",
        path,
        None,
        "PEM file with the certificate that the edge speaks TLS with, and its issuers' after it.",
        "the edge speaks HTTP",
    )
    tls_key: Path | None = option(
        "BLATTWERK_TLS_KEY",
        path,
        None,
        "PEM file with the private key to that certificate, without a password.",
    )
    mail_server: dict[str, Any] | None = option(
        "BLATTWERK_MAIL_SERVER",
        mail_server,
        None,
        "Server that takes mails, such as smtp://name:secret@mail.example.at:587 or smtps://….",
        "mails are kept as files in the data folder",
    )
    mail_from: str = option(
        "BLATTWERK_MAIL_FROM", mail_address, "", "Sender of the paper's mails.",
        "`konto@` and the public address's host",
    )  # fmt: skip
    sign_in_with: tuple[Service, ...] = option(
        "BLATTWERK_SIGN_IN_WITH",
        services,
        (),
        "Services readers may sign in with, by OpenID Connect: a JSON list of objects with "
        "id, name, server, client and secret.",
        "none",
    )
    language: str = option(
        "BLATTWERK_LANGUAGE", language, "de", "Language of the interface: de or en."
    )
    zone: ZoneInfo = option(
        "BLATTWERK_ZONE", zone, ZoneInfo("Europe/Vienna"), "The paper's time zone."
    )
    secret_key: str = option(
        "BLATTWERK_SECRET_KEY",
        str,
        "",
        "Key that signs sessions; without it one is made and kept in the data folder.",
        "made at random on first start",
    )
    web_processes: int = option(
        "BLATTWERK_WEB_PROCESSES",
        number(1, 256),
        2,
        "Processes of the web server; one per core is plenty.",
    )
    web_threads: int = option(
        "BLATTWERK_WEB_THREADS",
        number(1, 256),
        8,
        "Threads of each of them; half are kept for pages.",
    )
    edge_token: str = option(
        "BLATTWERK_EDGE_TOKEN",
        str,
        "",
        "Token that shows the edge's counters at `/_blattwerk/edge`; without it nobody sees them.",
    )
    requests_per_second: int = option(
        "BLATTWERK_REQUESTS_PER_SECOND",
        number(0, 99_999),
        20,
        "Requests a second from one address that reach the application, ten times as many at once; "
        "0 for no limit.",
    )
    access_log: Path | None = option(
        "BLATTWERK_ACCESS_LOG",
        log_file,
        None,
        "File for a line about each answer, in the combined log format; it holds readers' "
        "addresses, which are personal data.",
        "no log",
    )
    takes_megabytes: int = option(
        "BLATTWERK_TAKES_MB",
        megabytes,
        1000,
        "Disk space in megabytes for spoken sentences kept for corrections.",
    )
    speech_service: str = option(
        "BLATTWERK_SPEECH_SERVICE",
        web_address,
        "",
        "Address of an HTTP speech service that voices of the engine `http` speak through.",
    )
    speech_key: str = option(
        "BLATTWERK_SPEECH_KEY",
        str,
        "",
        "Key for that service, sent as a bearer token; never logged.",
    )
    c2pa_certificate: str = option(
        "BLATTWERK_C2PA_CERTIFICATE",
        file,
        "",
        "PEM file with the certificates that sign sound files by C2PA; needs `blattwerk[c2pa]`.",
    )
    c2pa_key: str = option(
        "BLATTWERK_C2PA_KEY", file, "", "PEM file with the private key to that certificate."
    )
    audio_storage: Bucket | None = option(
        "BLATTWERK_AUDIO_STORAGE",
        bucket,
        None,
        "Bucket for recordings, such as s3://bucket/folder?region=eu-central-1 "
        "(see [podcasts.md](podcasts.md)).",
        "the data folder",
    )
    voices_address: str = option(
        "BLATTWERK_VOICES_ADDRESS",
        web_address,
        HUB,
        "Where `blattwerk voices install` fetches from; a copy laid out as the public hub is.",
        "Piper's public hub",
    )
    debug: bool = option(
        "BLATTWERK_DEBUG", switch, False, "Show errors with their source; never on a public server."
    )


def read_options(environment: Mapping[str, str]) -> Options:
    """Options from environment variables; an empty variable counts as unset.

    Raises BadOption with one sentence for each variable that cannot be used.
    """
    found: dict[str, Any] = {"data": default_data_folder()}
    complaints: list[str] = []
    for entry in fields(Options):
        text = environment.get(entry.metadata["variable"], "").strip()
        if not text:
            continue
        try:
            found[entry.name] = entry.metadata["parse"](text)
        except ValueError as error:
            shown = "" if entry.name in SECRETS else f"={text!r}"
            complaints.append(f"{entry.metadata['variable']}{shown} {error}.")
    if complaints:
        raise BadOption("\n".join(complaints))
    return _with_tls(Options(**found))


def _with_tls(options: Options) -> Options:
    """What follows where the edge speaks TLS: the address is https, and nobody stands in front.

    Whether the files can be used is looked at when the paper is served: other commands may run as
    somebody who must not read the key. Raises BadOption.
    """
    if options.tls_certificate is None and options.tls_key is None:
        return options
    for given, name in ((options.tls_certificate, "CERTIFICATE"), (options.tls_key, "KEY")):
        if given is None:
            raise BadOption(
                f"BLATTWERK_TLS_{name} must be set too: TLS needs a certificate and its key."
            )
    if options.address.startswith("http:"):
        raise BadOption(
            f"BLATTWERK_ADDRESS={options.address!r} must begin with https://, "
            "since BLATTWERK_TLS_CERTIFICATE has the edge speak TLS."
        )
    host = f"[{options.host}]" if ":" in options.host else options.host
    port = "" if options.port == 443 else f":{options.port}"
    return replace(
        options,
        address=options.address or f"https://{host}{port}",
        proxies=options.proxies or 0,
    )


def options_or_exit() -> Options:
    """The options of this process; a bad one ends it with its sentence instead of a traceback."""
    try:
        return read_options(os.environ)
    except BadOption as error:
        sys.stderr.write(f"Blattwerk cannot start, because a setting is wrong:\n{error}\n")
        raise SystemExit(2) from None
