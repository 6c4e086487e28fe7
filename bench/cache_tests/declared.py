"""What an application would declare that says by the standard's headers how long a page is good.

No full reading of them: a number of seconds or a date, and nothing where the application would not
want its page kept. `private`, `no-store`, `Vary`, cookies and statuses are left to the edge, which
must refuse by itself to store such answers.
"""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

type Script = dict[str, Any]  # of one request, as the suite's client gives it to its server

_SECONDS = re.compile(r"(?:^|[\s,])(s-maxage|max-age)=(\d+)(?=$|[\s,])", re.IGNORECASE)


def asks_the_server(script: Script) -> bool:
    """Whether the answer is declared as everybody's, or is the server's failure to make one."""
    failing = script.get("response_status", [200])[0] >= 500 or "disconnect" in script
    return failing or fresh_for(script) is not None


def fresh_for(script: Script) -> float | None:
    """For how many seconds the answer is good; None when it is not declared."""
    said = _values(script, "cache-control")
    age = _values(script, "age") or "0"
    made_now = _values(script, "date") in ("", "0")
    if "no-cache" in said.lower() or not (made_now and age.isdigit()):
        return None
    found = {name.lower(): int(seconds) for name, seconds in _SECONDS.findall(said)}
    seconds = found.get("s-maxage", found.get("max-age", _until_expiry(script)))
    left = seconds - int(age)
    return left if left > 0 else None


def _until_expiry(script: Script) -> float:
    said = _values(script, "expires")
    if re.fullmatch(r"-?\d+", said):
        return float(said)  # the suite's server makes a date of it
    try:
        return (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return 0.0


def _values(script: Script, name: str) -> str:
    headers = script.get("response_headers", [])
    return ", ".join(str(line[1]) for line in headers if line[0].lower() == name)
