"""Words about entering studies and starting a project."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {
    "entry-year": "“{year}” bukan tahun. Tulis empat angka, misalnya 2019, atau kosongkan bila tidak diketahui.",
    "study-there": "Karya ini sudah tercatat sebagai penelitian “{label}”. Sunting yang itu.",
    "study-focal": "{name} adalah penelitian Anda sendiri dan tidak dapat dihapus. Ubah isinya.",
    "work-refused": "Karya itu tidak dapat ditulis ke daftar pustaka: {why}. Perbaiki isiannya, lalu simpan lagi.",
    "start-too-many": "Paling banyak {most} konsep utama. Sisanya dapat ditambahkan nanti sebagai konsep biasa.",
}
