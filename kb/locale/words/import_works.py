"""Words about works that come in: how they were told from those that are there, and what was kept as it is."""

FINDINGS: dict[str, tuple[str, str]] = {
    "import-keys-made": (
        "{count} karya datang tanpa kunci sitasi dan mendapat kunci: {keys}.",
        "Pakai kunci itu dalam naskah, atau ganti.",
    ),
    "import-perhaps-same": (
        "{key} mirip {of} (judul dan pengarang sama), tetapi {what} berlainan ({there}; di sini {here}), jadi disimpan sebagai karya lain.",
        "Bandingkan keduanya; kalau ternyata karya yang sama, hapus salah satu.",
    ),
    "import-says-more": (
        "{of} belum mempunyai {fields}, berkas ini mempunyainya; entri proyek dibiarkan.",
        "Kalau benar, lengkapi: kajian edit {of} FIELD=NILAI.",
    ),
    "import-type-unknown": (
        'Jenis "{type}" tidak dikenal; karyanya disimpan menurut isinya.',
        "Periksa jenis entrinya dalam daftar pustaka.",
    ),
    "import-names-whole": (
        "Nama tanpa koma tidak dibagi menjadi keluarga dan nama kecil, jadi disimpan utuh: {names}.",
        'Perbaiki pengarangnya: kajian edit KUNCI "author=Keluarga, Nama and …".',
    ),
    "import-no-citations": (
        "{file} tidak memuat satu pun sitasi dari {kind}.",
        "Sisipkan sitasi lewat salah satu program itu, atau ekspor pustakanya sebagai .bib atau .ris.",
    ),
    "import-citation-empty": (
        "Sitasi {name} pada paragraf {line} tidak membawa data karyanya.",
        "Ekspor pustaka itu dari programnya sebagai .bib atau .ris, atau sisipkan lagi sitasinya dengan data tersimpan dalam dokumen.",
    ),
}

ERRORS: dict[str, str] = {}
