"""Blattwerk: a newspaper's whole reader-facing system in one package."""

__version__ = "0.1.0"
