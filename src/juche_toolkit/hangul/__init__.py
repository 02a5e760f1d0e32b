"""The Korean script and its sound; knows no Latin letter."""
