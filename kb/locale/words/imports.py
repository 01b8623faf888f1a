"""Words about imports: what could not be taken, why, and what to do about it."""

FINDINGS: dict[str, tuple[str, str]] = {
    "import-empty-record": (
        "Catatan pada baris {line} tidak berisi apa-apa.",
        "Isi atau hapus catatan itu dalam {file}, lalu impor lagi.",
    ),
    "import-no-records": (
        "{file} tidak berisi satu pun catatan {kind}.",
        "Ekspor lagi dari program asalnya, atau beri berkas itu akhiran nama yang benar.",
    ),
    "import-ris-no-end": (
        "Catatan sebelum baris {line} tidak ditutup dengan ER; isinya tetap dibaca utuh.",
        "Tidak ada yang perlu dilakukan.",
    ),
    "import-ris-outside": (
        "Baris {line} adalah isi sebuah catatan, tetapi tidak ada TY di atasnya.",
        "Tambahkan 'TY  - JOUR' (atau jenis lain) di awal catatan itu dalam {file}.",
    ),
    "import-ris-header": (
        "Baris {line} berdiri di luar catatan dan tidak diambil.",
        "Tidak ada yang perlu dilakukan kalau itu kepala berkas.",
    ),
    "import-json-broken": (
        "JSON tidak dapat dibaca mulai baris {line}: {why}.",
        "Ekspor lagi {file} sebagai CSL-JSON dari program asalnya.",
    ),
    "import-item-unknown": (
        "Butir ke-{number} dalam {file} bukan karya: tidak ada judul, pengarang, DOI atau URL.",
        "Lengkapi atau hapus butir itu, lalu impor lagi.",
    ),
    "import-same-key": (
        "kunci {key} sudah ada dan judul, pengarang serta tahunnya tidak berlainan",
        "Tidak ada yang perlu dilakukan; entri yang ada dibiarkan.",
    ),
    "import-same-doi": (
        "DOI yang sama: {doi}",
        "Tidak ada yang perlu dilakukan; entri {of} dibiarkan.",
    ),
    "import-same-words": (
        "tahun sama ({year}), judul serupa {title} %, pengarang serupa {author} %",
        "Bandingkan dengan {of}; kalau ternyata karya lain, tambahkan entrinya sendiri.",
    ),
    "import-same-entry": (
        "entri yang sama huruf demi huruf",
        "Tidak ada yang perlu dilakukan.",
    ),
    "import-key-taken": (
        "Kunci {written} sudah dipakai karya lain; karya ini mendapat kunci {key}.",
        "Pakai {key} dalam naskah, atau ganti kuncinya.",
    ),
    "import-key-made": (
        "Karya ini tidak membawa kunci sitasi yang dapat dipakai ({written}) dan mendapat kunci {key}.",
        "Pakai {key} dalam naskah, atau ganti kuncinya.",
    ),
    "import-macro-differs": (
        "{key} memakai @string {name}, yang dalam proyek ini berarti lain ({there}; di sini {here}).",
        "Ganti nama singkatan itu dalam berkas yang diimpor.",
    ),
    "import-entry-refused": (
        "{key} tidak dapat ditulis: {why}",
        "Perbaiki catatan itu dalam berkas asalnya, lalu impor lagi.",
    ),
    "import-letter-refused": (
        "{key} berisi huruf {letter} yang tidak dikenal pengodean daftar pustaka proyek ini.",
        "Simpan dulu daftar pustaka proyek sebagai UTF-8, lalu impor lagi.",
    ),
    "import-column-unknown": (
        'Kolom "{column}" tidak dikenali; {count} sel berisi tidak akan terbawa.',
        'Katakan apa isinya: --map "{column}=UNSUR" (misalnya {nearest}), atau --map "{column}=-" kalau memang tidak perlu.',
    ),
    "import-row-no-study": (
        "Baris ini tidak menyebut judul atau pengarang, jadi tidak diketahui penelitian siapa.",
        'Isi judul atau pengarang dan tahunnya, atau petakan kolomnya: --map "KOLOM=title".',
    ),
    "import-row-ambiguous": (
        "{author} ({year}) cocok dengan beberapa karya: {keys}.",
        'Tambahkan kolom judul atau kolom "citekey" supaya jelas karya mana.',
    ),
    "import-author-whole": (
        'Nama "{name}" dapat dibaca lebih dari satu cara dan disimpan utuh dalam entri {key}.',
        'Perbaiki pengarangnya: kajian edit {key} "author=Keluarga, Nama and …".',
    ),
    "import-work-unknown-kind": (
        "Entri {key} dibuat dari tabel; jenis karyanya tidak disebut (@misc).",
        "Lengkapi jenis, jurnal atau perguruan tingginya dalam daftar pustaka.",
    ),
    "import-facet-differs": (
        '{study}: {facet} sudah terisi "{there}", tabel ini mengatakan "{here}"; yang ada dibiarkan.',
        'Kalau tabel yang benar: kajian edit {study} "{facet}={here}".',
    ),
    "import-study-there": (
        "penelitian atas karya {key} sudah ada",
        "Unsur yang masih kosong dilengkapi; yang terisi dibiarkan.",
    ),
    "import-row-twice": (
        "karya {key} sudah disebut pada baris lain dalam tabel ini",
        "Satukan kedua baris itu kalau isinya berbeda.",
    ),
    "import-same-row-differs": (
        "Baris ini tentang {study} yang sudah disebut di atas, dengan isi lain pada {facet}.",
        "Satukan kedua baris itu dalam {file}.",
    ),
    "import-sentence-there": (
        '{study} sudah mempunyai kalimat {kind} lain; yang dari tabel tidak menggantikannya: "{here}".',
        "Kalau kalimat tabel yang benar, ubah kalimat itu dalam aplikasi.",
    ),
    "import-formula": (
        "Sel {cell} berisi rumus tanpa nilai tersimpan ({formula}).",
        "Buka {file} di Excel atau LibreOffice, simpan, lalu impor lagi.",
    ),
    "import-cell-error": (
        "Sel {cell} berisi galat {value}.",
        "Perbaiki rumusnya di {file}, lalu impor lagi.",
    ),
    "import-column-renamed": (
        'Judul kolom "{column}" muncul {count} kali; yang berikutnya dibaca sebagai "{renamed}".',
        "Beri tiap kolom judulnya sendiri kalau isinya berbeda.",
    ),
    "import-column-unnamed": (
        'Kolom ke-{number} tidak berjudul tetapi berisi; dibaca sebagai "{renamed}".',
        "Beri kolom itu judul.",
    ),
    "import-sheet-left": (
        'Lembar "{sheet}" tidak diambil: tabel dibaca dari "{taken}".',
        "Simpan lembar itu sebagai berkas sendiri kalau perlu diimpor juga.",
    ),
    "import-table-left": (
        "Tabel pada baris {line} tidak diambil; judul kolomnya lain: {columns}.",
        "Simpan tabel itu dalam berkas sendiri kalau perlu diimpor juga.",
    ),
    "import-row-too-long": (
        "Baris ini mempunyai lebih banyak sel berisi daripada judul kolom: {extra}.",
        "Beri sel itu judul kolom, atau beri tanda kutip pada teks yang memuat pemisah.",
    ),
    "import-concept-no-label": (
        "Konsep {iri} tidak mempunyai label.",
        "Beri konsep itu skos:prefLabel dalam {file}.",
    ),
    "import-concept-no-indonesian": (
        "{count} konsep tidak mempunyai label Indonesia; label bahasa lain dipakai apa adanya ({example}).",
        "Terjemahkan yang dipakai dalam bab: kajian edit ID label=….",
    ),
    "import-concept-cycle": (
        "{label} adalah konsep yang lebih luas dari dirinya sendiri lewat {path}; hubungan itu tidak dapat diambil.",
        "Hapus salah satu skos:broader dalam lingkaran itu dalam {file}, atau pakai --partial untuk mengambil sisanya.",
    ),
    "import-concept-link-lost": (
        "{label} menunjuk konsep yang tidak ada dalam berkas ini ({target}); hubungan itu tidak diambil.",
        "Impor juga berkas yang berisi konsep itu, lalu hubungkan.",
    ),
    "import-concept-no-scheme": (
        "Kosakata ini tidak mempunyai skema; konsepnya masuk ke skema konsep proyek.",
        "Tidak ada yang perlu dilakukan.",
    ),
    "import-concept-parents": (
        "{count} konsep mempunyai beberapa induk; semuanya dipertahankan ({example}).",
        "Tidak ada yang perlu dilakukan.",
    ),
    "import-concept-left": (
        "{count} pernyataan tentang konsep tidak mempunyai tempat dalam proyek dan tidak diambil: {predicates}.",
        "Tidak ada yang perlu dilakukan kalau bab tidak memerlukannya.",
    ),
    "import-concept-there": (
        "konsep dengan asal atau label yang sama sudah ada",
        "Tidak ada yang perlu dilakukan; yang ada dibiarkan.",
    ),
    "import-subject-differs": (
        "{id} ada di kedua proyek dengan isi berlainan.",
        "Samakan {id} di salah satu proyek, atau beri id lain, lalu impor lagi; dengan --partial isi proyek ini yang tinggal.",
    ),
    "import-subject-same": (
        "isinya sama",
        "Tidak ada yang perlu dilakukan.",
    ),
    "import-work-differs": (
        "{key} ada di kedua daftar pustaka, tetapi {fields} berlainan; entri proyek ini dibiarkan.",
        "Bandingkan kedua entri, lalu perbaiki yang salah: kajian edit {key} ….",
    ),
    "import-file-left": (
        "{name} dalam zip tidak diambil.",
        "Salin sendiri kalau perlu.",
    ),
    "import-notes-broken": (
        "Catatan {name} dalam zip tidak dapat dibaca: {why}",
        "Perbaiki berkas itu di proyek asalnya ('kajian check'), ekspor lagi, lalu impor.",
    ),
    "import-table-back": (
        "Berkas ini tabel yang dibuat Kajian; {count} sel berbeda dari keadaan proyek sekarang.",
        "Lihat dulu dengan --dry-run; --accept PENELITIAN:KOLOM menerima sel itu saja, tanpa itu semuanya diterima.",
    ),
    "import-row-new": (
        "Baris ini tidak ada dalam tabel proyek: {words}.",
        "Kalau ini penelitian baru, simpan baris itu dalam tabel sendiri lalu impor.",
    ),
    "import-row-gone": (
        "{study} tidak ada lagi dalam tabel yang kembali.",
        "Kalau memang dihapus, keluarkan penelitian itu dari tinjauan.",
    ),
}

ERRORS: dict[str, str] = {
    "import-too-large": "{file} lebih besar dari {limit} MB, jadi tidak dibaca. Bagi berkas itu, lalu impor bagian demi bagian.",
    "import-kind": "{file} bukan jenis berkas yang dapat diimpor. Yang dapat: {kinds}; tempelan BibTeX lewat 'kajian import -'.",
    "import-empty": "{file} kosong. Ekspor lagi dari program asalnya, lalu impor.",
    "import-target": "{file} menjadi {target}, tidak dapat menjadi {to}. Hapus --to, atau pilih berkas lain.",
    "import-map-without-table": "{file} bukan tabel, jadi --map tidak berlaku. Hapus --map.",
    "import-map": '"{value}" bukan KOLOM=UNSUR. Contoh: --map "Metode=approach"; --map "Catatan=-" untuk tidak mengambilnya.',
    "import-map-column": 'Tidak ada kolom "{name}". Yang paling dekat: {nearest}.',
    "import-sheet-damaged": "{file} bukan berkas XLSX yang utuh ({why}). Simpan lagi dari Excel atau LibreOffice sebagai .xlsx, atau sebagai .csv.",
    "import-sheet-too-large": "{file} terlalu besar setelah dibuka ({why}). Hapus sel dan lembar yang tidak dipakai, lalu simpan lagi.",
    "import-graph-broken": "{file} tidak dapat dibaca pada baris {line}: {why}. Perbaiki baris itu, lalu impor lagi; proyek tidak berubah.",
    "import-doctype": "{file} memuat DOCTYPE atau ENTITY pada baris {line}, yang tidak dibaca karena dapat disalahgunakan. Hapus bagian itu, atau ekspor sebagai Turtle (.ttl).",
    "import-remote-context": "{file} meminta konteks dari luar ({address}), dan Kajian tidak mengambil apa pun dari jaringan. Ekspor dengan konteks di dalam berkas, atau sebagai Turtle (.ttl).",
    "import-graph-too-deep": "{file} bersarang terlalu dalam atau memakai terlalu banyak awalan. Ekspor sebagai Turtle (.ttl) biasa, lalu impor lagi.",
    "import-no-table": "{file} tidak berisi tabel dengan judul kolom yang dikenali (judul, pengarang, tahun …). Periksa berkasnya, atau beri baris pertama judul kolom.",
    "import-no-project": "{file} bukan zip sebuah proyek Kajian: tidak ada kajian.toml di dalamnya. Buat dengan 'kajian export -o proyek.zip'.",
    "import-zip-damaged": "{file} bukan zip yang utuh atau isinya terlalu besar ({why}). Buat lagi dengan 'kajian export -o proyek.zip'.",
}
