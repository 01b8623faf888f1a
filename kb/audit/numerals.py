"""Numerals and ordinals in words."""

from __future__ import annotations

import re

NUMERALS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
    "sepuluh": 10, "sebelas": 11, "dua belas": 12, "tiga belas": 13, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
ORDINALS = {
    "pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7,
    "kedelapan": 8, "kesembilan": 9, "kesepuluh": 10,
}  # fmt: skip
NUMERAL = r"(?:dua belas|tiga belas|" + "|".join(word for word in NUMERALS if " " not in word) + r"|\d{1,2})"
ORDINAL = "(?:" + "|".join(ORDINALS) + ")"

_KINDS = """
    macam jenis aspek unsur faktor ciri syarat rukun prinsip asas fungsi tujuan tahap tahapan langkah komponen indikator
    kategori dimensi bentuk cara hal kelompok bagian lapisan tingkat tingkatan peran peranan kriteria alasan manfaat
    poin sifat tipe golongan strategi metode teknik pendekatan kegiatan tugas fase asumsi variabel kelebihan kekurangan
    pilar elemen karakteristik kebutuhan masalah solusi kegunaan model mode bidang ruang definisi pengertian hipotesis
    kompetensi nilai ranah penyebab sebab akibat dampak sumber pihak pokok program tema rumusan pertanyaan keuntungan
    kelemahan hambatan kendala ketentuan hak kewajiban jalur pola bahan kaidah tolok ukuran sasaran strategi solusi
    types kinds aspects factors principles functions stages steps components categories dimensions elements ways
    """
KINDS = frozenset(_KINDS.split())


def number_of(word: str) -> int:
    """A numeral as a number."""
    bare = re.sub(r"\s+", " ", word.lower())
    return int(bare) if bare.isdigit() else NUMERALS[bare]
