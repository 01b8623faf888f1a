"""Words of the room 'citations': styles and reference lists."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {
    "unknown-style": "Gaya kutipan '{name}' tidak ditemukan. Yang terdekat: {nearest}. Tulis salah satunya atau nama berkas .csl.",
    "style-broken": "{where}: gaya kutipan ini tidak dapat dipakai ({why}). Unduh ulang berkas .csl itu atau pilih gaya lain.",
    "style-old": "{where}: ini bukan gaya CSL 1.0 (versi {version}). Cari versi barunya atau pilih gaya lain.",
    "style-dependent": "{where} hanya menunjuk gaya '{parent}', yang tidak ada di sini. Letakkan {parent}.csl di sebelahnya, "
    "lalu ulangi.",
    "style-stopped": "{where}: gaya kutipan ini dihentikan karena memerlukan lebih dari {limit}. Pilih gaya lain dengan --style.",
    "style-without-list": "Gaya '{name}' hanya mengatur kutipan dan tidak membuat daftar pustaka. Pilih gaya lain dengan --style.",
    "pandoc-unavailable": "Daftar pustaka memerlukan pandoc, yang tidak dapat dijalankan ({why}). Jalankan 'pip install pypandoc-binary'.",
}
