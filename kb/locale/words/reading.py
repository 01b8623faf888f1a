"""Words of the room 'reading'."""

FINDINGS: dict[str, tuple[str, str]] = {
    "part-missing": (
        "Berkas {part} yang disisipkan naskah ini tidak dapat dibaca, jadi isinya tidak ikut diperiksa.",
        "Letakkan berkas itu di dalam folder naskah, atau perbaiki namanya pada perintah \\input.",
    ),
    "draft-encoding": (
        "Berkas ini bukan UTF-8 (baris {line} yang pertama berbeda); dibaca sebagai Windows-1252.",
        "Periksa huruf-huruf khusus, lalu simpan ulang berkas itu sebagai UTF-8.",
    ),
}

ERRORS: dict[str, str] = {
    "draft-too-large": "{file} lebih besar dari {limit} MB: kirim satu bab saja, atau kecilkan gambar di dalamnya.",
    "draft-too-large-inside": "{file} mekar terlalu besar saat dibuka: simpan ulang dari Word tanpa gambar dan lampiran besar.",
    "draft-locked-or-old": "{file} terkunci kata sandi atau berformat .doc lama: buka di Word, lepas kata sandinya, lalu simpan sebagai .docx.",
    "draft-with-macros": "{file} memuat makro: simpan sebagai .docx biasa (tanpa makro), lalu periksa lagi.",
    "draft-damaged": "{file} rusak atau bukan berkas Word: buka dan simpan ulang di Word, lalu periksa lagi.",
    "draft-not-text": "{file} bukan berkas teks: pakai .docx, .md, .txt, atau .tex.",
    "draft-kind": "{file} tidak dapat dibaca sebagai naskah: simpan sebagai .docx, .md, .txt, atau .tex.",
}
