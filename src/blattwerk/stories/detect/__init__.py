"""Finds the affair an article belongs to; knows numbers, words and a database, no articles."""
