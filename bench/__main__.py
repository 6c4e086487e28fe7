"""Run every benchmark: `python -m bench`, or those named: `python -m bench edge --rounds 3`."""

import sys
from importlib import import_module

NARRATION = ("narration_engines", "narration_studio", "narration_pipeline", "narration_player")
ALL = (
    "edge",
    "misses",
    "article_list",
    "search",
    "stories",
    "moderation_help",
    "discussion",
    *NARRATION,
)
NAMED_ONLY = ("cache_tests",)  # needs node, npm and a network


def main() -> None:
    """Run the named benchmarks, or all."""
    known = (*ALL, *NAMED_ONLY)
    named = [word for word in sys.argv[1:] if word in known]
    options = [word for word in sys.argv[1:] if word not in known]
    for name in named or ALL:
        print(f"\n## {name}\n", flush=True)
        sys.argv = [name, *options]
        import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
