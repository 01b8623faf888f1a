"""Words about reading and editing a bibliography."""

FINDINGS: dict[str, tuple[str, str]] = {
    "encoding-guessed": (
        "{file} tidak ditulis dalam UTF-8; pengodeannya diduga {encoding} (baris {line} yang pertama berbeda).",
        "Periksa huruf-huruf khusus pada kutipan ini; bila benar, simpan ulang berkas itu sebagai UTF-8.",
    ),
    "encoding-converted": (
        "{file} ditulis dalam {encoding}, seperti disebut berkas itu sendiri, dan dibaca demikian.",
        "Simpan ulang berkas itu sebagai UTF-8 agar program lain juga membacanya dengan benar.",
    ),
    "encoding-mixed": (
        "Baris {line} dalam {file} ditulis dengan pengodean lain daripada bagian lain berkas itu; dibaca sebagai windows-1252.",
        "Periksa huruf-huruf khusus pada baris itu, lalu ketik ulang dan simpan sebagai UTF-8.",
    ),
    "encoding-unknown": (
        "Pengodean {file} tidak dapat dikenali (baris {line} yang pertama tidak terbaca), jadi tidak ada yang dibaca daripada salah baca.",
        "Buka berkas itu dalam program asalnya dan simpan ulang sebagai UTF-8.",
    ),
    "encoding-lost": (
        "{file} memuat {count} huruf yang sudah hilang sebelum sampai di sini (tanda \N{REPLACEMENT CHARACTER}, pertama pada baris {line}).",
        "Ambil lagi berkas itu dari program asalnya, atau ketik ulang huruf-huruf itu.",
    ),
    "encoding-twice": (
        "Huruf khusus dalam {file} dikodekan dua kali di {count} tempat: “{seen}” pada baris {line} mestinya “{meant}”.",
        "Ekspor ulang berkas itu sebagai UTF-8, atau ketik ulang huruf-huruf itu; tidak ada yang diubah.",
    ),
    "not-a-bibliography": (
        "{file} bukan daftar pustaka BibTeX; isinya tampak seperti {kind}.",
        "Ekspor daftar pustaka dari program asalnya sebagai BibTeX (.bib), atau gunakan kajian import untuk format lain.",
    ),
    "unreadable-entry": (
        "Entri “{name}” tidak dapat dibaca: pembacaan berhenti pada baris {stopped}, “{found}”, karena di sana diperlukan “{wanted}”.",
        "Periksa kurung kurawal, koma, dan tanda kutip entri itu di sekitar baris {stopped}; entri sesudahnya tetap terbaca.",
    ),
    "fields-outside-entry": (
        "Sesudah entri {key} ada bidang yang berada di luar entri: entri itu ditutup terlalu awal oleh kurung yang berlebih.",
        "Hapus kurung penutup yang berlebih sebelum baris {line}.",
    ),
    "field-inside-field": (
        "Bidang {field} pada entri {key} tampaknya memuat bidang lain di dalam nilainya.",
        "Periksa kurung kurawal pada baris {line}: kurung penutup mungkin terlupa.",
    ),
    "entry-inside-field": (
        "Di dalam nilai sebuah bidang entri {key} ada teks yang tampak seperti entri lain (baris {line}); dibaca sebagai teks.",
        "Bila itu memang entri tersendiri, periksa kurung penutup sebelum baris {line}.",
    ),
    "unclosed-entry": (
        "Entri {key} tidak ditutup dengan “{wanted}”, tetapi semua bidangnya terbaca.",
        "Tambahkan kurung penutup sesudah baris {line}.",
    ),
    "missing-comma": (
        "Pada entri {key} kurang koma (baris {line}); bidang sesudahnya tetap terbaca.",
        "Tambahkan koma di akhir baris {line}.",
    ),
    "extra-comma": (
        "Pada entri {key} ada koma yang berlebih (baris {line}).",
        "Hapus salah satu koma.",
    ),
    "missing-at-sign": (
        "Entri {key} tidak diawali tanda @; tetap dibaca sebagai entri.",
        "Tambahkan @ di depan jenis entri pada baris {line}.",
    ),
    "entry-commented-out": (
        "Entri pada baris {line} dijadikan komentar, jadi tidak dibaca sebagai karya.",
        "Bila karya itu dipakai, hapus tanda komentarnya.",
    ),
    "field-commented-out": (
        "Sebuah bidang entri {key} dijadikan komentar dengan % (baris {line}), jadi tidak dibaca.",
        "Bila bidang itu dipakai, hapus tanda %; BibTeX sendiri tidak mengenal komentar di dalam entri.",
    ),
    "duplicate-field": (
        "Entri {key} memuat bidang {field} lebih dari sekali; yang pertama dipakai, yang ini berisi “{other}”.",
        "Pilih salah satu; bila keduanya penulis, gabungkan dengan and.",
    ),
    "duplicate-key": (
        "Kunci “{written}” sudah dipakai entri pada baris {first}; entri ini sementara dibaca sebagai {key}.",
        "Beri entri ini kunci sendiri, atau hapus bila memang rangkap.",
    ),
    "missing-key": (
        "Entri ini tidak mempunyai kunci; sementara dibaca sebagai {key}.",
        "Tulis kuncinya setelah kurung kurawal pembuka, misalnya {key}.",
    ),
    "unusual-key": (
        "Kunci {key} memuat spasi atau tanda yang tidak dikenal LaTeX.",
        "Ganti kuncinya dengan huruf, angka, dan tanda hubung saja.",
    ),
    "text-between-entries": (
        "Dalam {file} mulai baris {line} ada teks yang tidak dibaca sebagai entri.",
        "Bila itu komentar, awali dengan %; bila itu entri, periksa tanda @ dan kurungnya.",
    ),
    "undefined-string": (
        "Singkatan “{name}” pada baris {line} tidak pernah didefinisikan; dipakai apa adanya.",
        "Tulis nilainya di antara kurung kurawal, atau definisikan dengan @string.",
    ),
    "duplicate-string": (
        "Singkatan “{name}” didefinisikan lagi dengan isi lain; entri sesudah baris {line} memakai yang baru.",
        "Pakai dua nama yang berbeda.",
    ),
    "broken-crossref": (
        "Entri {key} merujuk {parent}, yang tidak ada atau merujuk balik kepadanya.",
        "Perbaiki kunci pada crossref atau xdata, atau tambahkan entri induknya.",
    ),
    "missing-year": (
        "Entri {key} tidak mempunyai tahun.",
        "Isi year; bila memang tidak ada, sebutkan pada openfields = {{year}} agar dicetak t.t.",
    ),
    "unusual-year": (
        "Tahun entri {key} bukan empat angka: “{year}”.",
        "Tulis tahun terbit dengan empat angka; huruf pembeda (2019a) ditambahkan sendiri saat dicetak.",
    ),
    "missing-author": (
        "Entri {key} tidak mempunyai penulis atau penyunting.",
        "Isi author (lembaga di antara dua kurung kurawal), atau sebutkan pada openfields = {{author}}.",
    ),
    "missing-title": (
        "Entri {key} tidak mempunyai judul.",
        "Isi title, atau sebutkan pada openfields = {{title}} bila memang belum diketahui.",
    ),
    "unknown-type": (
        "Jenis entri @{type} pada {key} tidak dikenal; karyanya tetap dibaca.",
        "Pakai jenis yang lazim, misalnya @article, @book, @incollection, @thesis, @online, atau @misc.",
    ),
    "html-in-field": (
        "Bidang {field} pada entri {key} memuat tanda HTML; tandanya tidak ikut dibaca.",
        "Hapus tanda HTML, misalnya <i> atau &amp;, yang terbawa dari situs asalnya.",
    ),
    "name-with-degree": (
        "Nama ditulis dengan gelar: {name}. Gelarnya dipisahkan.",
        "Hapus gelar dari {field}: daftar pustaka tidak memuat gelar.",
    ),
    "initials-or-degree": (
        "“{name}” dapat dibaca sebagai inisial atau gelar; dibaca sebagai inisial.",
        "Bila itu gelar, hapus dari {field}; bila inisial, tulis nama depannya lengkap.",
    ),
    "initials-at-end": (
        "“{name}” diakhiri inisial, sehingga nama belakangnya tidak jelas; namanya dibiarkan utuh.",
        "Tulis Nama Belakang, Nama Depan pada {field}; bila namanya memang ditulis begitu, apit dengan kurung kurawal.",
    ),
    "comma-between-people": (
        "“{name}” tampaknya beberapa orang yang dipisahkan koma; dibiarkan sebagai satu nama.",
        "Pisahkan orang dengan and; satu orang ditulis Nama Belakang, Nama Depan.",
    ),
    "separator-between-people": (
        "“{name}” tampaknya beberapa orang yang tidak dipisahkan dengan and; dibiarkan sebagai satu nama.",
        "Pisahkan orang dengan and, bukan dan, &, atau titik koma; nama lembaga ditulis di antara kurung kurawal.",
    ),
    "unbraced-organisation": (
        "“{name}” tampaknya lembaga; namanya dibiarkan utuh.",
        "Tulis di antara dua kurung kurawal agar program lain tidak memecahnya: {{{{{name}}}}}.",
    ),
    "law-as-author": (
        "“{name}” adalah peraturan, bukan penulis; namanya dibiarkan utuh.",
        "Pindahkan ke title dan pakai jenis @legislation; penulisnya lembaga yang menetapkan.",
    ),
    "number-in-name": (
        "Nama “{name}” memuat angka; dibiarkan utuh.",
        "Hapus nomor (misalnya NIM) yang terbawa dari repositori.",
    ),
    "dkk-in-names": (
        "“{name}” pada {field} berarti ada penulis lain; dibaca sebagai and others.",
        "Tulis and others, atau lebih baik semua namanya.",
    ),
    "empty-name": (
        "Bidang {field} pada entri {key} memuat and tanpa nama di salah satu sisinya.",
        "Hapus and yang berlebih, atau isi nama yang terlupa.",
    ),
    "patronymic-name": (
        "“{name}” memuat bin atau binti; namanya dibiarkan utuh dan tidak dibalik.",
        "Bila ingin diurutkan menurut nama ayah, tulis Nama Ayah, Nama bin.",
    ),
}

ERRORS: dict[str, str] = {
    "edit-unknown-key": "Dalam daftar pustaka tidak ada entri {key}; tidak ada yang diubah. Periksa ejaan kuncinya.",
    "edit-key-taken": "Kunci {key} sudah dipakai entri lain; tidak ada yang diubah. Pilih kunci lain.",
    "edit-bad-key": "“{key}” tidak dapat menjadi kunci: pakai huruf, angka, dan tanda . : _ - + / saja. Tidak ada yang diubah.",
    "edit-bad-name": "“{name}” tidak dapat menjadi nama bidang atau jenis entri: pakai huruf, angka, dan tanda hubung saja. Tidak ada yang diubah.",
    "edit-unbalanced": "Nilai untuk {field} pada {key} memuat kurung kurawal yang tidak berpasangan, jadi tidak disimpan. Lengkapi atau hapus kurung itu.",
    "edit-not-in-encoding": "Berkas daftar pustaka ditulis dalam {encoding}, yang tidak mengenal huruf “{letter}” dalam {field}; tidak ada yang diubah. Simpan dahulu berkas itu sebagai UTF-8.",
    "edit-encoding-unknown": "Pengodean daftar pustaka tidak dikenali, jadi tidak dapat diubah dengan aman. Simpan dahulu berkas itu sebagai UTF-8.",
    "edit-not-laid-out": "Entri {key} tertulis sedemikian rupa sehingga bidang {field} tidak dapat diubah dengan aman; tidak ada yang diubah. Perbaiki dahulu entri itu pada baris {line} dengan penyunting teks.",
    "edit-not-as-meant": "Perubahan {field} pada {key} tidak akan terbaca kembali seperti yang dimaksud, jadi tidak disimpan. Sederhanakan tanda-tanda khusus dalam nilainya.",
    "edit-referred-to": "Entri {key} dirujuk oleh {children}, yang mengambil data darinya; tidak ada yang dihapus. Pindahkan dahulu datanya, atau hapus crossref di sana.",
}
