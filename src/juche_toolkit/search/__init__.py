"""Titles to terms, keys and an index."""
