"""Words about damage, limits and copies: what was left out of the opening, and what history still holds."""

FINDINGS: dict[str, tuple[str, str]] = {
    "notes-too-large": (
        "Catatan {file} lebih besar dari {limit} MB dan tidak ikut terbuka; berkas lain terbuka.",
        "Bagi berkas itu menjadi beberapa berkas .ttl di folder yang sama.",
    ),
    "notes-too-deep": (
        "Catatan {file} berisi kurung di dalam kurung lebih dari {limit} lapis dan tidak ikut terbuka; berkas lain terbuka.",
        "Berkas seperti itu bukan tulisan tangan: periksa dari mana asalnya, atau hapus.",
    ),
    "file-over-limit": (
        "{file} lebih besar dari {limit} MB dan tidak dibuka.",
        "Bagi berkas itu, atau keluarkan isinya yang bukan milik tinjauan ini.",
    ),
    "file-zeroed": (
        "{file} berisi byte kosong mulai baris {line}: tanda penyalinan atau disk yang terputus di tengah jalan.",
        "Ambil salinan yang utuh dari riwayat (kajian history) atau dari cadangan Anda.",
    ),
    "cloud-copy": (
        "{file} tampak sebagai salinan bentrok dari {original}, dibuat oleh penyimpanan awan; tidak ikut dibaca.",
        "Bandingkan dengan {original}, pindahkan yang perlu ke sana, lalu hapus salinan ini.",
    ),
    "whole-version-kept": (
        "{file} rusak atau hilang, tetapi simpanan {save} masih memuatnya utuh. Tidak ada yang diubah.",
        'Untuk mengembalikan berkas itu saja: kajian restore {save} --file "{file}" (dapat diurungkan).',
    ),
    "saved-file-gone": (
        "{file} berisi sesudah simpanan terakhir, sekarang kosong atau tidak ada lagi.",
        "Kembalikan dari tempat sampah atau penyimpanan awan, atau dari riwayat: kajian history.",
    ),
    "file-shrunk": (
        "{file} diubah di luar Kajian dan sekarang lebih kecil: {size} byte, sesudah simpanan terakhir {saved}.",
        "Bila Anda yang menghapus, biarkan. Bila bukan, lihat 'kajian history' dan kembalikan.",
    ),
    "list-too-long": (
        "Sebuah daftar dalam catatan berisi {count} anggota, lebih dari {limit}; bentuk dan aturan catatan tidak diperiksa, pemeriksaan lain dijalankan.",
        "Bagi daftar itu menjadi beberapa, lalu periksa lagi.",
    ),
    "notes-unfinished": (
        "Pemeriksaan ini tidak selesai dalam {seconds} detik: {checks}. Yang sempat ditemukan tetap ditampilkan.",
        "Bagi proyek menjadi beberapa, lalu periksa masing-masing.",
    ),
    "too-many-for-shapes": (
        "Catatan berisi {count} pernyataan, lebih dari {limit}; bentuknya tidak diperiksa, pemeriksaan lain dijalankan.",
        "Bagi proyek menjadi beberapa, lalu periksa masing-masing.",
    ),
}

ERRORS: dict[str, str] = {
    "password-needed": "{host} hanya dapat dibuka dengan kata sandi. Isi KAJIAN_PASSWORD, atau jalankan di terminal.",
    "password-short": (
        "Kata sandi kelas harus paling sedikit {shortest} huruf. Isi KAJIAN_PASSWORD, atau ketik di terminal ketika diminta."
    ),
    "host-address": (
        "--host {host}: tulis satu alamat IPv4 komputer ini di jaringan kelas, misalnya 192.168.1.5, bukan 0.0.0.0 dan bukan nama."
    ),
    "host-not-here": "--host {host}: komputer ini tidak memiliki alamat itu. Lihat alamatnya dengan 'ip address' atau 'ipconfig'.",
    "draft-too-deep": "{file} berisi kurung di dalam kurung terlalu dalam untuk dibaca. Periksa kurung yang tidak ditutup, lalu ulangi.",
    "draft-too-many-citations": "{file} berisi {count} kutipan; paling banyak {most} sekali periksa. Bagi naskah itu menurut bab.",
    "draft-too-long": "{file} berisi {count} huruf; paling banyak {most} sekali periksa. Bagi naskah itu menurut bab.",
    "draft-too-many-paragraphs": "{file} berisi {count} paragraf; paling banyak {most} sekali periksa. Bagi naskah itu menurut bab.",
    "draft-too-many-years": "{file} berisi {count} angka tahun; paling banyak {most} sekali periksa. Bagi naskah itu menurut bab.",
    "draft-stopped": "{what}: pemeriksaan dihentikan setelah {seconds} detik. Bagi naskah itu menurut bab, lalu periksa satu per satu.",
    "file-stopped": "{what}: pembacaan dihentikan karena terlalu lama atau memerlukan terlalu banyak memori. Tidak ada yang diambil; bagi berkas itu, lalu ulangi.",
    "draft-paragraph-too-long": "{file} berisi satu paragraf yang lebih dari {most} huruf. Bagi teks itu menjadi paragraf, lalu ulangi.",
    "import-too-many": "{file} berisi {count} rekaman; paling banyak {most} sekali ambil. Bagi berkas itu, lalu ambil satu per satu.",
    "file-not-saved": "Tidak ada berkas {file} dalam riwayat. Yang ada: {known}.",
}
