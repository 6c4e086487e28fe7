"""The editors' side of the import; `wagtail_hooks.py` puts it into Wagtail's admin."""
