"""Words of the copies that the audit makes: commented, or with slips set right."""

FINDINGS: dict[str, tuple[str, str]] = {}

ERRORS: dict[str, str] = {
    "draft-fix-word": "{file} adalah berkas Word, dan berkas Word tidak diubah. Pakai '-o periksa.docx' untuk salinan berkomentar.",
    "draft-comment-kind": "Salinan berkomentar hanya untuk naskah .docx. Pakai '-o periksa.html', atau '--fix' untuk .md, .txt dan .tex.",
    "draft-one-only": "Salinan dibuat dari satu berkas, tetapi ada {count}. Jalankan sekali untuk tiap berkas.",
    "copy-onto-draft": "{file} adalah naskah Anda sendiri dan tidak ditimpa. Beri salinannya nama lain.",
}
