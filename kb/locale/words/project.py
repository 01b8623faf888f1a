"""Words about projects: finding, reading and making one."""

FINDINGS: dict[str, tuple[str, str]] = {
    "missing-bibliography": (
        "Daftar pustaka {file} tidak dapat dibaca: {why}.",
        "Letakkan berkas .bib di sana, atau perbaiki 'bibliography' dalam kajian.toml.",
    ),
    "missing-notes": (
        "Folder catatan {file} tidak ada.",
        "Buat folder itu, atau perbaiki 'notes' dalam kajian.toml.",
    ),
    "missing-draft": (
        "Naskah {file} tidak dapat dibaca: {why}.",
        "Letakkan naskah di sana, atau perbaiki 'drafts' dalam kajian.toml.",
    ),
    "notes-unreadable": (
        "Catatan {file} tidak dapat dibaca: {why}.",
        "Periksa izin berkas itu; catatan lain tetap terbuka.",
    ),
    "notes-broken": (
        "Catatan {file} rusak: {why}. Isi berkas ini tidak ikut terbuka; berkas lain terbuka.",
        "Perbaiki baris itu, atau kembalikan simpanan sebelumnya dengan 'kajian history' dan 'kajian restore'.",
    ),
}

ERRORS: dict[str, str] = {
    "no-project": (
        "Tidak ada kajian.toml di {where} atau di atasnya. Buat proyek dengan 'kajian init FOLDER', "
        "atau tunjuk foldernya dengan 'kajian -C FOLDER'."
    ),
    "configuration-unreadable": "{where} tidak dapat dibaca ({why}). Periksa izin dan pengodean berkas (UTF-8).",
    "configuration-broken": "{where} rusak: {why}. Perbaiki baris itu, lalu ulangi.",
    "configuration-value": "{where}: nilai '{key}' tidak dapat dipakai; seharusnya {expected}. Perbaiki lalu ulangi.",
    "project-newer": (
        "{where} dibuat oleh Kajian yang lebih baru (susunan {version}; program ini mengenal sampai {known}). "
        "Perbarui Kajian dengan 'pip install --upgrade kajian'."
    ),
    "path-outside-project": "{where}: '{path}' berada di luar folder proyek. Pindahkan berkas itu ke dalam proyek.",
    "project-exists": "{where} sudah berisi proyek. Pilih folder lain, atau buka dengan 'kajian -C {where} table'.",
    "folder-unwritable": "{where} tidak dapat ditulisi ({why}). Pilih folder lain atau periksa izinnya.",
}
