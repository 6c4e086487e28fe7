"""The editors' side of narration; `wagtail_hooks.py` puts it into Wagtail's admin."""
