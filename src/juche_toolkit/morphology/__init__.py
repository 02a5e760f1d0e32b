"""Text to morphemes: the analyser protocol and the analyser that needs nothing installed."""
