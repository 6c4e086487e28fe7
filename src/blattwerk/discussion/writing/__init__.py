"""Readers write: the form, what becomes of the own comment, and mails about answers."""
