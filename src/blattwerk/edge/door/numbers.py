"""What is counted, as Prometheus reads it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, fields

_HELP = {
    "hits": "Answers from the store that were fresh",
    "stale": "Answers from the store while a new copy was made",
    "stale_errors": "Old copies shown because the application failed",
    "misses": "Answers that readers waited for until they were made",
    "renders": "Requests to the application whose answer may be stored",
    "warmed": "Pages much read that were made anew before anybody asked",
    "private": "Requests passed to the application as they came",
    "files": "Answers from the static and media folders",
    "refused": "Requests refused by the door itself",
    "limited": "Requests not passed on because too many came from one address",
    "unavailable": "Requests that nothing could be shown for",
    "not_modified": "Answers without a body, because the reader had it",
    "failures": "Times the application did not answer, or with an error",
    "sent_bytes": "Bytes of answers, heads not counted",
    "render_seconds": "Time the application took for what may be stored",
    "overdue": "Connections ended because they were too slow",
    "turned_away": "Connections beyond the limit",
}


@dataclass(slots=True)
class Numbers:
    """Counters since the start. One thread counts, so plain numbers do."""

    hits: int = 0
    stale: int = 0
    stale_errors: int = 0
    misses: int = 0
    renders: int = 0
    warmed: int = 0
    private: int = 0
    files: int = 0
    refused: int = 0
    limited: int = 0
    unavailable: int = 0
    not_modified: int = 0
    failures: int = 0
    sent_bytes: int = 0
    render_seconds: float = 0.0
    overdue: int = 0
    turned_away: int = 0


def as_text(numbers: Numbers, connections: int, store: Mapping[str, int], begun: float) -> bytes:
    """All counters and gauges, in Prometheus' text format 0.0.4."""
    lines = []
    for field in fields(numbers):
        name = f"blattwerk_edge_{field.name}_total"
        lines += [f"# HELP {name} {_HELP[field.name]}.", f"# TYPE {name} counter"]
        lines.append(f"{name} {getattr(numbers, field.name)}")
    gauges = {"connections": connections, "uptime_seconds": int(time.monotonic() - begun)}
    gauges |= {f"store_{name}": value for name, value in store.items()}
    for name, value in gauges.items():
        lines += [f"# TYPE blattwerk_edge_{name} gauge", f"blattwerk_edge_{name} {value}"]
    return ("\n".join(lines) + "\n").encode()
