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
    "import-conflict": (
        "{id} ada di kedua proyek dengan isi berlainan ({what}).",
        "Samakan di salah satu proyek, atau beri id lain di proyek asalnya, lalu impor lagi; tanpa yang ditolak, isi proyek ini yang tinggal.",
    ),
    "import-draft-left": (
        "Naskah {name} dalam zip tidak diambil; petikannya tetap tersimpan dengan bunyinya.",
        "Kalau naskah itu diperlukan, salin ke folder proyek dan tambahkan pada 'drafts' dalam kajian.toml.",
    ),
    "import-draft-taken": (
        "Naskah {name} ikut diambil sebagai {target}, karena petikan dicari di dalamnya; namanya ditambahkan dalam kajian.toml.",
        "Tidak ada yang perlu dilakukan.",
    ),
    "import-focal-of-other": (
        "Penelitian milik proyek lain ({id}) dan {count} pernyataan tentangnya tidak diambil: itu bukan penelitian terdahulu, dan penelitian Anda sendiri sudah terisi.",
        "Kalau penelitian itu termasuk yang Anda telaah, masukkan sendiri sebagai penelitian terdahulu.",
    ),
}

ERRORS: dict[str, str] = {}
