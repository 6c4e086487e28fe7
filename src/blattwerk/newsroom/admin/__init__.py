"""The editors' side of the newsroom; `wagtail_hooks.py` puts it into Wagtail's admin."""
