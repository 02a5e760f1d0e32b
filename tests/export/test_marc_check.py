from __future__ import annotations

import unicodedata

from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.export.marc_check import faults

TITLE = MarcField("245", "10", (("6", "880-01"), ("a", "Kyŏngje yŏn'gu")))
PARTNER = MarcField("880", "10", (("6", "245-01/$1"), ("a", "경제 연구")))


def test_a_paired_record_has_no_faults() -> None:
    assert list(faults([TITLE, PARTNER, MarcField("880", "  ", (("6", "500-00/$1"), ("a", "주")))])) == []


def test_a_field_without_its_partner_is_named_from_both_sides() -> None:
    (fault,) = faults([TITLE])
    assert fault == "245 $6 880-01 has no partner: no 880 with $6 245-01"
    (fault,) = faults([PARTNER])
    assert fault == "880 $6 245-01 has no partner: no 245 with $6 880-01"
    (fault,) = faults([MarcField("880", "  ", (("a", "경제"),))])
    assert "no $6" in fault


def test_hangul_in_pieces_is_named_and_shown_composed() -> None:
    pieces = MarcField("880", "10", (("6", "245-01/$1"), ("a", unicodedata.normalize("NFD", "경제"))))
    (fault,) = faults([TITLE, pieces])
    assert fault.startswith("880 $a holds Hangul in pieces")
    assert fault.endswith("경제")
