"""Words about tables of studies that come in: what was read how, what was left, what is still missing."""

FINDINGS: dict[str, tuple[str, str]] = {
    "import-quote-open": (
        "Tanda kutip yang dibuka pada baris {line} tidak pernah ditutup; semua baris sesudahnya terbaca sebagai satu sel.",
        "Tutup tanda kutip itu dalam {file}, atau simpan lagi dari Excel, lalu impor.",
    ),
    "import-cell-far": (
        'Sel {cell} jauh di luar tabel dan tidak diambil: "{value}".',
        "Pindahkan ke dalam tabel kalau memang perlu.",
    ),
    "import-line-left": (
        'Baris ini bukan penelitian dan tidak diambil: "{words}".',
        "Tidak ada yang perlu dilakukan kalau itu judul kelompok atau baris sumber.",
    ),
    "import-cell-split": (
        'Satu sel dibagi menjadi pengarang · tahun · judul: {read} (tertulis: "{words}").',
        "Periksa pembagiannya; kalau keliru, perbaiki dalam daftar pustaka atau pisahkan kolomnya lalu impor lagi.",
    ),
    "import-words-kept": (
        '{count} sel metode dibaca sebagai nilai yang dikenal, dan kata-kata selebihnya tersimpan pada pernyataannya (misalnya "{example}" → {read}).',
        "Periksa nilainya; tambahkan yang belum dikenali dengan 'kajian edit'.",
    ),
    "import-cells-unread": (
        '{count} sel hanya berisi tanda seperti "-" atau kata seperti "tidak menggunakan" dan dibiarkan belum dibaca: {columns}.',
        'Kalau sumbernya memang tidak menyebutkan, tulis "tidak disebutkan" dalam sel itu.',
    ),
    "import-works-made": (
        "{count} karya baru dalam {file}: {keys}.",
        "Lengkapi jenis, jurnal atau perguruan tinggi yang tidak disebut tabel: {bare}.",
    ),
    "import-column-kept": (
        'Kolom "{column}" tidak dikenali; {count} selnya disimpan sebagai catatan pada penelitiannya.',
        'Katakan apa isinya: --map "{column}=UNSUR", atau --map "{column}=-" untuk tidak mengambilnya.',
    ),
    "import-remark-left": (
        "{study} sudah ada; catatan dari tabel ini tidak ditambahkan: {words}",
        'Tambahkan sendiri kalau perlu: kajian edit {study} "note=…".',
    ),
    "import-sentence-homeless": (
        "Kalimat perbandingan {study} tidak dapat disimpan tanpa penelitian ini: {words}",
        "Sebutkan penelitian Anda (kajian:focalStudy dalam catatan tinjauan), lalu impor lagi.",
    ),
    "import-no-focal": (
        "Proyek ini belum menyebut penelitian Anda sendiri, jadi persamaan dan perbedaan tidak dapat dihitung.",
        "Tambahkan penelitian Anda ke tinjauan: kajian:focalStudy :studi-ini dalam catatan (proyek baru dari 'kajian init' sudah memilikinya).",
    ),
    "import-focal-empty": (
        "Penelitian ini ({study}) belum mempunyai satu unsur pun, jadi persamaan dan perbedaan belum dapat dihitung; kalimat dari tabel tetap dipakai.",
        'Isi unsurnya: kajian edit {study} "approach=kualitatif" "topic=…" "subjects=…" "location=…".',
    ),
    "import-concept-definitions": (
        "{count} konsep membawa batasan dari kosakatanya (misalnya {example}); batasan itu disimpan sebagai keterangan konsep.",
        "Yang dikutip dalam bab: tambahkan sebagai pengertian dengan pengarang dan karyanya.",
    ),
    "import-column-gone": (
        'Kolom "{column}" tidak ada lagi dalam tabel yang kembali, atau tidak dikenal proyek ini; isinya dibiarkan.',
        "Tidak ada yang perlu dilakukan kalau kolom itu memang dibuang dari tabel saja.",
    ),
    "import-study-gone": (
        "Baris ini tentang {study}, yang tidak ada lagi dalam proyek; tidak ada yang diambil darinya.",
        "Kembalikan penelitian itu ('kajian history', 'kajian restore N'), atau abaikan baris ini.",
    ),
    "import-cell-not-taken": (
        '{study}, kolom {column}: "{after}" tidak dapat diambil dari tabel karena tidak jelas bagian mana yang berubah.',
        "Ubah dalam aplikasi, atau dengan 'kajian edit'.",
    ),
}

ERRORS: dict[str, str] = {
    "import-accept": 'Tidak ada sel yang berubah yang dinamai "{value}". Tulis PENELITIAN:KOLOM; yang terdekat: {nearest}.',
    "import-accept-nothing": "{file} bukan tabel yang diekspor dari proyek ini, jadi --accept tidak berlaku. Hapus --accept.",
}
