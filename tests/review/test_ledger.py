"""Near-identical definitions under other names or years: which cases are, which are not, the same in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.outputs.ledger import render
from kb.outputs.listing import definition_list
from kb.review.ledger import NEAR, ledger, likeness
from kb.store.project import open_project

ROOT = Path(__file__).parent.parent.parent

ALIKE = [
    ("Kemiskinan adalah ketidakmampuan memenuhi standar hidup minimum.",
     "Kemiskinan diartikan sebagai ketidakmampuan untuk memenuhi standar hidup minimum."),
    ("Belajar adalah proses perubahan tingkah laku sebagai hasil pengalaman.",
     "Belajar merupakan suatu proses perubahan tingkah laku sebagai hasil dari pengalaman dan latihan."),
    ("Literasi adalah kemampuan membaca dan menulis serta berhitung.",
     "Literasi adalah kemampuan berhitung, menulis, serta membaca."),
    ("Menurut Slameto (2010), belajar ialah suatu proses usaha yang dilakukan seseorang untuk memperoleh suatu perubahan tingkah laku "
     "yang baru secara keseluruhan.",
     "Belajar adalah proses usaha yang dilakukan seseorang untuk memperoleh perubahan tingkah laku secara keseluruhan, sebagai hasil "
     "pengalamannya sendiri dalam interaksi dengan lingkungan."),
    ("Kinerja adalah hasil kerja secara kualitas dan kuantitas yang dicapai seorang pegawai.",
     "Kinerja merupakan hasil kerja baik kualitas maupun kuantitas yang dicapai oleh karyawan."),
]  # fmt: skip
DIFFERENT = [
    ("Strategi adalah rencana jangka panjang organisasi.", "Strategi adalah cara mencapai tujuan dengan sumber daya yang ada."),
    ("Jejaring kerja adalah hubungan yang luas antara individu.",
     "Jejaring kerja adalah hubungan antara organisasi yang saling menguntungkan."),
    ("Pemberdayaan adalah upaya meningkatkan kemampuan masyarakat.",
     "Pemberdayaan adalah proses memberi kuasa kepada yang lemah agar berdaya."),
    ("Kemiskinan absolut adalah keadaan tidak terpenuhinya kebutuhan pokok.",
     "Kemiskinan relatif adalah keadaan tertinggal dari masyarakat sekitar."),
    ("Sikap adalah kesiapan mental seseorang untuk bertindak terhadap objek.",
     "Sikap adalah penilaian seseorang terhadap objek yang dihadapinya."),
    ("Belajar adalah proses.", "Belajar adalah proses."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_copies_with_other_small_words_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= NEAR
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_definitions_that_share_only_their_subject_are_not(one: str, other: str) -> None:
    assert likeness(one, other) < NEAR - 10


def test_each_of_a_pair_names_the_other_with_the_same_score() -> None:
    every = {definition.id: definition for definition in ledger(open_project(ROOT))}
    pairs = {(d.id, other.id): other.score for d in every.values() for other in d.similar}
    assert pairs and all(pairs.get((other, one)) == score for (one, other), score in pairs.items())
    assert {
        ("def-kemiskinan-kuncoro-1997", "def-kemiskinan-kuncoro-2000"),
        ("def-baker-1994", "def-baker-1984"),
    } <= set(pairs)


@pytest.mark.parametrize("language", ["id", "en"])
def test_text_markdown_and_word_say_it(language: str) -> None:
    shown = ledger(open_project(ROOT))
    words = {"id": "Mirip (96 %): Kuncoro (2000)", "en": "Similar (96 %): Kuncoro (2000)"}[language]
    assert words in " ".join(definition_list(shown, {}, language).split())
    assert words in render(shown, {}, "md", language).decode()
    assert render(shown, {}, "docx", language)[:2] == b"PK"
