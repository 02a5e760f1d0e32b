"""Pictures of what the toolkit understood, as self-contained HTML and SVG: values in, text out.

A page loads nothing from elsewhere, holds no script, names Korean fonts with fallbacks, follows the reader's light or dark
mode and fits any width from 320 pixels. See docs/pictures.md.
"""

from juche_toolkit.pictures.alignment import alignment_html
from juche_toolkit.pictures.alignment_drawing import alignment_svg
from juche_toolkit.pictures.comparison import comparison_html
from juche_toolkit.pictures.matrix import matrix_html, matrix_svg
from juche_toolkit.pictures.notes import citation_html, notes_html
from juche_toolkit.pictures.report import report_html
from juche_toolkit.pictures.sound_changes import sound_matrix
from juche_toolkit.pictures.survey import survey

__all__ = [
    "alignment_html",
    "alignment_svg",
    "citation_html",
    "comparison_html",
    "matrix_html",
    "matrix_svg",
    "notes_html",
    "report_html",
    "sound_matrix",
    "survey",
]
