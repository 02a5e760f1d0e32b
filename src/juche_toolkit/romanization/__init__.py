"""Sound to Latin letters: schemes, names, word division, conversion and the way back."""
