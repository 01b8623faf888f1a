"""Words about reading a bibliography."""

FINDINGS: dict[str, tuple[str, str]] = {
    "encoding-not-utf8": (
        "{file} tidak ditulis dalam UTF-8; dibaca sebagai {encoding} (baris {line} yang pertama berbeda).",
        "Periksa huruf-huruf khusus, lalu simpan ulang berkas itu sebagai UTF-8.",
    ),
    "encoding-unknown": (
        "Pengodean {file} tidak dikenali; mulai baris {line} ada huruf yang tidak terbaca dan ditandai \N{REPLACEMENT CHARACTER}.",
        "Simpan ulang berkas itu sebagai UTF-8 dari program asalnya.",
    ),
    "unreadable-entry": (
        "Entri “{name}” tidak dapat dibaca: {why}.",
        "Periksa kurung kurawal, koma, dan tanda kutip entri itu; entri sesudahnya tetap terbaca.",
    ),
    "duplicate-field": (
        "Entri {key} memuat bidang yang sama lebih dari sekali: {fields}; yang pertama dipakai.",
        "Hapus bidang yang berlebih.",
    ),
    "duplicate-key": (
        "Kunci “{written}” sudah dipakai; entri ini dibaca sebagai {key}.",
        "Beri entri ini kunci sendiri, atau hapus bila memang rangkap.",
    ),
    "missing-key": (
        "Entri ini tidak mempunyai kunci; sementara dibaca sebagai {key}.",
        "Tulis kuncinya setelah kurung kurawal pembuka, misalnya {key}.",
    ),
    "text-between-entries": (
        "Ada teks di antara entri dalam {file} yang tidak dibaca sebagai entri.",
        "Bila itu komentar, awali dengan %; bila itu entri, periksa tanda @ dan kurungnya.",
    ),
    "undefined-string": (
        "Singkatan “{name}” tidak pernah didefinisikan; dipakai apa adanya.",
        "Tulis nilainya di antara kurung kurawal, atau definisikan dengan @string.",
    ),
    "broken-crossref": (
        "Entri {key} merujuk {parent} yang tidak ada.",
        "Perbaiki kunci pada crossref, atau tambahkan entri induknya.",
    ),
    "missing-year": (
        "Entri {key} tidak mempunyai tahun.",
        "Isi year; bila memang tidak ada, sebutkan pada openfields = {{year}} agar dicetak t.t.",
    ),
    "missing-author": (
        "Entri {key} tidak mempunyai penulis atau penyunting.",
        "Isi author (lembaga di antara dua kurung kurawal), atau sebutkan pada openfields = {{author}}.",
    ),
    "name-with-degree": (
        "Nama {name} ditulis dengan gelar ({titles}); gelar dipisahkan.",
        "Hapus gelar dari author: daftar pustaka tidak memuat gelar.",
    ),
}

ERRORS: dict[str, str] = {}
