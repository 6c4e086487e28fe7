"""Engines that speak one sentence at a time, each in a process of its own. No Django in here."""
