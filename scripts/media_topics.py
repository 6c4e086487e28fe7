"""Cut IPTC's Media Topics to the numbers and labels that Blattwerk ships.

    python scripts/media_topics.py RELEASE.json

RELEASE.json is a release of the Media Topic NewsCodes as IPTC publishes it (JSON-LD, SKOS), such as
https://cv.iptc.org/newscodes/mediatopic/?format=json. Retired topics are left out.
"""

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "src/blattwerk/topics/media_topics.json"
LANGUAGES = {"de": "de", "en": "en-GB"}  # ours: IPTC's


def main(release: Path) -> None:
    scheme = json.loads(release.read_text(encoding="utf-8"))
    topics = current_topics(scheme["conceptSet"])
    about = {
        "title": "IPTC Media Topic NewsCodes, labels in German and English",
        "copyright": scheme["copyrightHolder"],
        "licence": scheme["licenceLink"],
        "source": scheme["uri"],
        "released": scheme["dateReleased"][:10],
        "changes": "Numbers and labels only; retired topics left out.",
    }
    rows = ",\n".join(f"{json.dumps(number)}: {_line(labels)}" for number, labels in topics.items())
    head = json.dumps(about, ensure_ascii=False, indent=1)
    TARGET.write_text(f'{{"about": {head},\n"topics": {{\n{rows}\n}}}}\n', encoding="utf-8")
    print(f"{len(topics)} Media Topics of {about['released']} → {TARGET}")


def current_topics(concepts: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Labels by number, in order of number; without those that are retired."""
    kept = [one for one in concepts if not one.get("retired")]
    return dict(sorted((one["qcode"].partition(":")[2], _labels(one)) for one in kept))


def _labels(concept: dict[str, Any]) -> dict[str, str]:
    given = concept["prefLabel"]
    return {
        ours: " ".join(given[theirs].split())
        for ours, theirs in LANGUAGES.items()
        if theirs in given
    }


def _line(labels: dict[str, str]) -> str:
    return json.dumps(labels, ensure_ascii=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
