"""Romanize, parse and search Korean and North Korean sources."""
