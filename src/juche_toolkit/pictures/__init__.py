"""Pictures of what the toolkit understood, as self-contained HTML and SVG: values in, text out."""
