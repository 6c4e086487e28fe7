"""The story desk, where editors have the last word; `wagtail_hooks.py` puts it into the admin."""
