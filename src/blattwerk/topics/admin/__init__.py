"""The editors' side of topics; `wagtail_hooks.py` puts it into Wagtail's admin."""
