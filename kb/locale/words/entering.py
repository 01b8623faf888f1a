"""Words about what a person enters: what a field needs, what cannot be, what points to a thing."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {
    "draft-kind": "{file} bukan bab yang dapat dibaca. Simpan sebagai salah satu dari {kinds}, lalu unggah lagi.",
    "entry-needed": "Wajib diisi.",
    "entry-unwritable": "Ada huruf yang tidak dapat disimpan ({letter}). Ketik ulang bagian itu, jangan ditempel.",
    "entry-language": "“{language}” bukan kode bahasa. Pakai id atau en.",
    "entry-concept": "Konsep {name} tidak ada. Pilih konsep yang ada, atau tambahkan dulu konsepnya.",
    "passage-not-once": (
        "Kata-kata petikan itu tidak ditemukan tepat satu kali dalam {source}. Salin ulang dari naskah, atau kosongkan."
    ),
    "hop-names-nobody": "Sebutkan tokohnya, nama seperti tertulis, atau karyanya; atau hapus sumber ini.",
    "hop-unknown-work": "Karya {work} tidak ada dalam daftar pustaka. Pilih karya lain, atau tambahkan dulu entrinya.",
    "hop-cites-itself": "{work} dikutip dalam dirinya sendiri. Pilih karya lain untuk salah satunya.",
    "hop-certainty": "“{name}” bukan tingkat kepastian. Yang ada: {nearest}.",
    "concept-label-taken": "Konsep {bearer} sudah bernama “{label}”. Pakai konsep itu, atau beri nama yang membedakan.",
    "concept-synonym-is-label": "“{label}” sudah menjadi nama konsep ini. Hapus dari sinonimnya.",
    "concept-below-itself": "{concept} berada di bawah konsep ini, jadi tidak dapat menjadi induknya. Pilih induk lain.",
    "relation-with-itself": "Hubungan ini menghubungkan konsep dengan dirinya sendiri. Pilih konsep lain.",
    "typology-kind": "“{name}” bukan jenis rincian. Pilih salah satu dari daftar.",
    "typology-member-twice": "{member} muncul dua kali dalam daftar. Hapus salah satunya.",
    "typology-count": "Jumlah yang disebut naskah harus bilangan dari 1 ke atas, atau kosong.",
    "typology-is-frame": "Rincian {typology} menjadi kerangka {study}, jadi tidak dihapus. Pilih dulu kerangka lain untuk penelitian itu.",
    "work-year-needed": "Wajib diisi; kalau karya itu memang tanpa tahun, tulis t.t.",
    "work-known": "Karya ini sudah ada dengan kunci {key}. Sunting entri itu, atau betulkan judul, penulis, dan tahunnya.",
    "delete-pointed-to": "{id} tidak dihapus: {count} hal menunjuk kepadanya ({users}). Ubah dulu semuanya, atau pakai --with-uses agar ikut dilepas.",
    "delete-study": "{id} adalah penelitian; hapus dari halaman penelitiannya.",
    "delete-work-of-study": "{id} tidak dihapus: karya itu laporan {study}. Hapus dulu penelitiannya, atau pilih karya lain untuknya.",
    "entry-faults": "Tidak disimpan. {faults}",
    "place-not-once": "“{words}” ditemukan {count} kali dalam naskah. Tulis kata-kata yang hanya ada di satu tempat.",
}
