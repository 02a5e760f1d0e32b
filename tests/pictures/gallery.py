"""One of each picture, with what is hard about it: long words, long titles, many doubts, deep arrows, strange signs."""

from __future__ import annotations

from collections.abc import Mapping

import juche_toolkit as jt
from juche_toolkit.pictures import (
    alignment_html,
    alignment_svg,
    comparison_html,
    matrix_html,
    matrix_svg,
    notes_html,
    report_html,
    sound_matrix,
    survey,
)
from tests.golden import citations
from tests.tables import ROOT

__all__ = ["gallery"]

LONG = "새 세기 우리 식의 사회주의경제리론을 연구하는데서 틀어쥐고나가야 할 종자와 근본방도"
JOINED = "조선민주주의인민공화국사회주의기업책임관리제" * 6 + "Donaudampfschifffahrtsgesellschaft" * 5
TEXTS = (
    LONG,
    "경주와 리더의 생산량 《로동신문》",
    "닭이 읽는다, <b>값을</b> & 깎는다\n둘째 줄 제4호",
    JOINED,
    "金日成綜合大學 學報",
    "",
    "abc",
)


def gallery() -> Mapping[str, str]:
    """File name → picture."""
    explained = [jt.explain(text, scheme) for text in TEXTS for scheme in ("38north", "ala-lc")]
    block = jt.parse_notes((ROOT / "examples/notes.txt").read_text(encoding="utf-8"))
    golden = [row["text"] for name in ("rok", "dprk", "web", "damaged") for row in citations.rows(name)]
    many = jt.parse_notes(
        [*golden[:14], JOINED, "https://example.org/" + "a" * 300, *["위의 책, 12쪽."] * 3, *golden[40:50], "Ibid."]
    )
    files = [
        ("notes.txt", block),
        (JOINED + ".txt", many),
        ("folder/a file with a long name and spaces, and 한글 이름도 있는 파일.txt", jt.parse_notes(golden[50:])),
        ("broken.txt", "no encoding fits: " + "?" * 200),
    ]
    return {
        "alignment.html": alignment_html(explained),
        "alignment.svg": alignment_svg(explained[0]),
        "alignment-long.svg": alignment_svg(explained[6], width=375),
        "alignment-doubts.svg": alignment_svg(explained[3], width=600),
        "comparison.html": comparison_html([jt.explain(text, scheme.id) for scheme in jt.schemes()] for text in TEXTS),
        "matrix.html": matrix_html(sound_matrix("38north")),
        "matrix-yale.html": matrix_html(sound_matrix("yale")),
        "matrix.svg": matrix_svg(sound_matrix("mr")),
        "matrix-yale.svg": matrix_svg(sound_matrix("yale")),
        "report.html": report_html(survey(files)),
        "report-empty.html": report_html(survey([])),
        "report-one.html": report_html(survey([("one.txt", jt.parse_notes(golden[:1]))])),
        "notes.html": notes_html(block),
        "notes-none.html": notes_html([]),
        "notes-many.html": notes_html(many, scheme="ala-lc"),
        "notebook.html": "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'>"
        "<title>x</title><link rel='icon' href='data:,'></head><body style='margin:8px'><main>"
        + "".join(record._repr_html_() or "" for record in (block, block[2], block[1].citations[0], explained[3]))
        + "</main></body></html>",
    }
