"""Words about people and works that may be one."""

FINDINGS: dict[str, tuple[str, str]] = {
    "same-work": (
        "Entri {keys} tampaknya satu karya: {evidence}",
        "Bila memang satu, gabungkan pada halaman Tokoh & sumber atau dengan 'kajian merge {words}'; bila dua, pisahkan di sana "
        "atau dengan 'kajian split {words}'. Kedua entri tetap ada dalam berkasnya.",
    ),
    "alike-people": (
        "Ejaan {names} mungkin satu orang: {evidence}",
        "Periksa halaman judulnya. Bila satu, gabungkan pada halaman Tokoh & sumber atau dengan 'kajian merge {words}'; bila dua, "
        "pisahkan di sana atau dengan 'kajian split {words}'.",
    ),
}

ERRORS: dict[str, str] = {
    "merge-needs-two": "Sebutkan sedikitnya dua karya atau dua orang yang berbeda ({names} sudah satu). Lihat 'kajian people'.",
    "merge-mixed": "{names}: karya digabung dengan karya, orang dengan orang; satu orang atau lembaga dengan satu karya berarti karya "
    "itulah yang dimaksud bila namanya disebut sebagai sumber.",
    "split-needs-two": "'{one}' dan '{other}' bukan dua hal yang dapat dipisahkan. Sebutkan id orang dan salah satu ejaannya, atau dua "
    "id yang disamakan; lihat 'kajian people'.",
    "name-of-several": "Nama '{name}' dipakai lebih dari satu orang. Sebutkan id-nya: {ids}.",
}
