"""Sixteen connections that send comments as fast as they are answered, by `wrk`."""

import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WRITERS = 16

SCRIPT = """
local bodies = {}
for line in io.lines("%(requests)s") do bodies[#bodies + 1] = line end
local turn = 0
function request()
  turn = turn + 1
  if turn > #bodies then turn = 1 end
  local cookie, body = bodies[turn]:match("^([^\\t]*)\\t(.*)$")
  return wrk.format("POST", nil, {
    ["Content-Type"] = "%(kind)s", ["Cookie"] = cookie, ["X-CSRFToken"] = "%(token)s",
    ["Accept"] = "application/json", ["X-Forwarded-For"] = nil,
  }, body)
end
function done(summary, latency, requests)
  io.write(string.format("comments=%%d seconds=%%f bad=%%d p50=%%f p99=%%f\\n",
    summary.requests, summary.duration / 1e6, summary.errors.status + summary.errors.timeout
    + summary.errors.read + summary.errors.write + summary.errors.connect,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
"""


@dataclass(frozen=True)
class Sent:
    """What came of it; milliseconds."""

    comments: int
    rate: float
    p50: float
    p99: float
    bad: int


def send(
    url: str, requests: Sequence[tuple[str, str]], *, seconds: float, kind: str, token: str = ""
) -> Sent:
    """Send (cookies, body) in turn. Each is to be sent once: have more than can be answered."""
    with tempfile.TemporaryDirectory(prefix="blattwerk-load-") as folder:
        lines = Path(folder) / "requests"
        lines.write_text("".join(f"{cookie}\t{body}\n" for cookie, body in requests))
        script = Path(folder) / "send.lua"
        script.write_text(SCRIPT % {"requests": lines, "kind": kind, "token": token})
        out = subprocess.run(
            ["wrk", "-t1", f"-c{WRITERS}", f"-d{seconds:.0f}s", "-s", str(script), url],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
    found = {name: float(value) for name, value in re.findall(r"(\w+)=([\d.]+)", out)}
    return Sent(
        comments=int(found["comments"]),
        rate=(found["comments"] - found["bad"]) / found["seconds"],
        p50=found["p50"],
        p99=found["p99"],
        bad=int(found["bad"]),
    )
