"""Words about saving: what hindered it, what a killed save left, what history holds."""

FINDINGS: dict[str, tuple[str, str]] = {
    "save-finished": (
        "Simpanan {save} terputus di tengah jalan dan telah dituntaskan: {files}.",
        "Periksa berkas itu; 'kajian restore {previous}' mengembalikan keadaan sebelumnya.",
    ),
    "save-interrupted": (
        "Simpanan {save} terputus, dan {file} sudah diubah program lain sesudahnya; berkas itu dibiarkan seperti "
        "adanya.",
        "Bandingkan berkas itu dengan versi dari simpanan {save} ('kajian history'), lalu simpan lagi yang hilang.",
    ),
    "save-pending": (
        "Ada simpanan yang terputus, tetapi belum dapat dituntaskan: {why}.",
        "Tutup program lain yang memakai proyek ini atau periksa izin folder .kajian, lalu buka lagi.",
    ),
    "journal-broken": (
        "Catatan simpanan yang terputus rusak dan disisihkan ke {file}; berkas proyek tidak disentuh.",
        "Periksa perubahan terakhir Anda; yang hilang dapat dicari dengan 'kajian history'.",
    ),
    "strays-swept": (
        "Berkas sementara dari simpanan yang terputus telah dibersihkan: {count}.",
        "Tidak ada yang perlu dilakukan.",
    ),
    "save-record-broken": (
        "Simpanan {save} dalam riwayat rusak ({file}) dan tidak dapat dikembalikan.",
        "Pakai simpanan lain dari 'kajian history'; berkas proyek sendiri tidak terpengaruh.",
    ),
}

ERRORS: dict[str, str] = {
    "project-busy": (
        "{where} sedang disimpan oleh {holder}; {seconds} detik ditunggu. Tidak ada yang disimpan: coba lagi "
        "sebentar lagi, atau tutup program itu kalau macet."
    ),
    "lock-unusable": (
        "Kunci {where} tidak dapat dipakai ({why}). Periksa izin folder itu, atau pindahkan proyek dari "
        "folder jaringan ke disk komputer ini."
    ),
    "kept-link": (
        "{where} adalah tautan. Di situ Kajian menyimpan riwayat dan kuncinya sendiri, dan lewat tautan berkas di tempat lain dapat "
        "terhapus: tidak ada yang disimpan. Hapus tautan itu, lalu coba lagi."
    ),
    "save-outside-project": (
        "{file} tidak ditulis: letaknya di luar folder proyek {where}, atau di dalam folder yang tertutup "
        "(.kajian, .git). Pakai berkas di dalam proyek."
    ),
    "save-not-a-file": "{file} bukan berkas biasa, jadi tidak ditulis. Periksa nama atau tautannya.",
    "save-twice": "{file} muncul dua kali dalam satu simpanan. Tidak ada yang disimpan; satukan perubahannya.",
    "save-conflict": (
        "{file} berubah sejak Anda membukanya, dan {entries} diubah juga di tempat lain. Tidak ada yang "
        "disimpan: bandingkan kedua versi, lalu simpan yang Anda pilih."
    ),
    "save-conflict-file": (
        "{file} berubah sejak Anda membukanya dan kedua versinya tidak dapat digabung. Tidak ada yang "
        "disimpan: bandingkan kedua versi, lalu simpan yang Anda pilih."
    ),
    "save-restless": (
        "{files} terus diubah program lain selama disimpan. Tidak ada yang disimpan: hentikan program itu "
        "(penyelaras awan, editor), lalu coba lagi."
    ),
    "save-unreadable": (
        "{file} tidak disimpan, karena isinya tidak akan dapat dibaca lagi (baris {line}: {why}). Berkas "
        "lama utuh; perbaiki baris itu lalu simpan lagi."
    ),
    "save-not-as-meant": (
        "Perubahan {subject} tidak disimpan, karena hasilnya tidak sama dengan yang dimaksud. Berkas lama "
        "utuh; ubah berkasnya langsung, dan laporkan ini sebagai kesalahan Kajian."
    ),
    "save-unfinished": (
        "Penyimpanan {files} terhenti ({why}) dan belum dapat dibatalkan. Periksa disknya, lalu buka proyek "
        "lagi: simpanan itu akan dituntaskan."
    ),
    "disk-full": (
        "Disk tempat {where} penuh ({why}). Tidak ada yang disimpan dan berkas lama utuh: kosongkan ruang, "
        "lalu simpan lagi."
    ),
    "save-not-allowed": (
        "{where} tidak boleh ditulis ({why}). Tidak ada yang disimpan dan berkas lama utuh: periksa izinnya, "
        "atau salin proyek ke folder Anda sendiri."
    ),
    "disk-error": (
        "{where} tidak dapat ditulis ({why}). Tidak ada yang disimpan dan berkas lama utuh: periksa disknya, "
        "lalu simpan lagi."
    ),
    "no-such-save": "Tidak ada simpanan {save}. Yang dapat dikembalikan: {known}. Lihat 'kajian history'.",
    "save-version-missing": (
        "Simpanan {save} tidak dapat dikembalikan: versi {file} hilang atau rusak dalam .kajian/history. "
        "Tidak ada yang diubah; pilih simpanan lain dengan 'kajian history'."
    ),
    "turtle-unreadable": (
        "Turtle tidak dapat dibaca pada baris {line}: {words}. Tidak ada yang disimpan; perbaiki baris itu lalu ulangi."
    ),
    "turtle-not-one-block": (
        "{subject} tidak dapat ditulis sebagai satu blok: ada pernyataan tentang hal lain, tidak ada "
        "pernyataan sama sekali, atau simpul kosong yang dipakai dua kali. Tidak ada yang disimpan."
    ),
    "turtle-subject-exists": (
        "{subject} sudah ada dalam berkas itu. Tidak ada yang disimpan; ubah yang ada, atau pakai id lain."
    ),
    "turtle-no-subject": "{subject} tidak ada dalam berkas itu. Tidak ada yang disimpan; muat ulang, lalu coba lagi.",
    "turtle-shared-blank": (
        "{subject} memakai simpul kosong (_:…) yang disebut juga di tempat lain, jadi tidak dapat diubah "
        "sendiri. Tidak ada yang disimpan; ubah berkasnya langsung, atau beri simpul itu id."
    ),
}
