"""One file for each third party: the only rooms that import them."""
