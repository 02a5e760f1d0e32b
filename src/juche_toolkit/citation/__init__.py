"""Notes to records: grammar, dates, journals, and the resolution of back-references."""
