"""Words about what a person enters: what a field needs, what cannot be, what points to a thing."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {
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
}
