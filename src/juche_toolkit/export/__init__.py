"""Records out: CSL-JSON, BibLaTeX, BibTeX, RIS, MARC 21 and notes."""
