"""Words of the room 'fronts'."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {
    "file-too-large": "{where} lebih besar dari {most} MB. Simpan ulang tanpa gambar, atau bagi menjadi beberapa berkas.",
    "bundle-empty": "Belum ada isi untuk Bab II. Tambahkan minimal satu penelitian terdahulu atau satu pengertian.",
    "unknown-id": "Tidak ada yang bernama '{name}'. Yang terdekat: {nearest}.",
    "unknown-key": "Kunci '{name}' tidak dapat diubah di sini. Yang terdekat: {nearest}.",
    "value-needed": "'{key}' tidak boleh kosong. Isi nilainya.",
    "edit-pair": "'{value}' tidak dikenali. Tulis KUNCI=NILAI, misalnya year=2019.",
    "unknown-verb": "Perintah '{name}' tidak dikenal. Yang terdekat: {nearest}. Lihat 'kajian --help'.",
    "unknown-option": "Opsi '{name}' tidak dikenal. Yang terdekat: {nearest}. Lihat '{hint}'.",
    "unknown-choice": "Nilai untuk '{name}' tidak dikenal. Pilihannya: {choices}. Lihat '{hint}'.",
    "wrong-call": "Panggilan tidak dapat dijalankan: {why}. Lihat '{hint}'.",
    "unforeseen": (
        "Terjadi kesalahan yang tidak terduga ({kind}: {why}). Tidak ada yang ditulis. "
        "Laporkan bersama catatannya, yang tidak memuat tulisan Anda: {log}"
    ),
    "unforeseen-page": (
        "Ada yang tidak terduga pada halaman ini. Berkas Anda tetap utuh; muat ulang halaman. "
        "Bila terulang, laporkan bersama catatannya, yang tidak memuat tulisan Anda: {log}"
    ),
    "unknown-format": "Format '{name}' tidak tersedia di sini. Pilihannya: {formats}.",
    "binary-to-terminal": "Format ini bukan teks. Simpan ke berkas dengan '-o NAMA', atau arahkan keluarannya.",
    "output-unwritable": "{where} tidak dapat ditulis ({why}). Pilih tempat lain atau periksa izinnya; berkas lama tidak berubah.",
    "file-unreadable": "{where} tidak dapat dibaca ({why}). Periksa nama dan izin berkas itu.",
    "year-range": "Rentang tahun '{value}' tidak dikenali. Tulis 2018, 2018.., ..2021 atau 2018..2021.",
    "facet-filter": "'--facet {value}' tidak dikenali. Tulis NAMA=NILAI, misalnya approach=kualitatif.",
    "unknown-concept": "Konsep '{name}' tidak ditemukan. Yang terdekat: {nearest}. Lihat 'kajian concepts'.",
    "unknown-facet": "Unsur pembanding '{name}' tidak ditemukan. Yang terdekat: {nearest}.",
    "unknown-value": "Nilai '{name}' tidak ditemukan pada unsur '{facet}'. Yang terdekat: {nearest}.",
    "unknown-template": "Templat '{name}' tidak ditemukan. Yang terdekat: {nearest}.",
    "template-of-example": "Contoh sudah mempunyai unsurnya sendiri. Pakai --example atau --template, bukan keduanya.",
    "unknown-kind": "Jenis karya '{name}' tidak dikenal. Yang terdekat: {nearest}.",
    "unknown-column": "Kolom '{name}' tidak ditemukan. Yang terdekat: {nearest}.",
    "query-too-long": "Pertanyaan terlalu panjang ({length} karakter; paling banyak {longest}). Persingkat.",
    "query-characters": "Pertanyaan memuat karakter yang tidak sah. Ketik ulang pertanyaannya.",
    "query-too-deep": "Kurung dalam pertanyaan bersarang terlalu dalam (paling banyak {deepest}). Sederhanakan.",
    "query-forbidden": "{word} tidak diizinkan: pertanyaan hanya membaca proyek ini. Hapus bagian itu.",
    "query-update": "Pintu ini hanya membaca: INSERT, DELETE, LOAD dan sejenisnya tidak diizinkan. Pakai SELECT, ASK, CONSTRUCT atau DESCRIBE.",
    "query-broken": "Pertanyaan tidak dapat dibaca di baris {line}, kolom {column}: {why}. Perbaiki lalu ulangi.",
    "query-failed": "Pertanyaan gagal dijawab: {why}. Perbaiki lalu ulangi.",
    "query-answer-large": "Jawaban memuat lebih dari {millions} juta karakter. Pilih lebih sedikit kolom atau pakai LIMIT.",
    "query-busy": "{most} pertanyaan lain sedang dijawab dan tidak selesai dalam {seconds} detik. Tunggu sebentar, lalu jalankan lagi.",
    "stopped-time": "{what}: dihentikan setelah {seconds} detik. Letakkan OPTIONAL terakhir, persempit polanya, atau pakai --timeout.",
    "stopped-memory": "{what}: dihentikan karena memerlukan memori lebih dari {megabytes} MB. Persempit polanya atau pakai LIMIT.",
    "stopped-died": "{what}: proses pembaca berhenti mendadak. Tidak ada yang berubah; sederhanakan masukan lalu ulangi.",
    "folder-has-file": "{where} sudah berisi {name}. Pilih folder kosong agar tidak ada yang tertimpa.",
    "no-browser-app": "Aplikasi tidak dapat dijalankan ({why}). Pasang ulang dengan 'pip install kajian'.",
    "port-taken": "Porta {port} sedang dipakai. Pilih porta lain dengan --port.",
    "unknown-profile": "Format kampus '{name}' tidak ditemukan. Yang terdekat: {nearest}.",
    "profile-broken": "{where} tidak dapat dibaca ({why}). Perbaiki baris itu, lalu ulangi.",
    "profile-key": "{where}: kunci '{key}' tidak dikenal. Yang terdekat: {nearest}. Ganti atau hapus kunci itu.",
    "profile-value": "{where}: nilai '{key}' tidak dapat dipakai; seharusnya {expected}. Perbaiki lalu ulangi.",
    "pdf-unavailable": "PDF memerlukan paket typst, yang belum terpasang. Jalankan 'pip install typst', atau simpan sebagai .docx.",
    "png-unavailable": "Gambar PNG memerlukan paket typst, yang belum terpasang. Jalankan 'pip install typst', atau simpan sebagai .svg.",
}
