"""Words about the notes: passages, sources, studies, shapes and rules."""

FINDINGS: dict[str, tuple[str, str]] = {
    "passage-not-found": (
        "Kutipan {passage} tidak ditemukan tepat satu kali dalam {source}.",
        "Salin lagi kata-katanya persis seperti dalam naskah, dan tambahkan kata sebelum atau sesudahnya bila berulang.",
    ),
    "count-differs": (
        "Naskah menyebut {stated} untuk “{label}”, tetapi yang terdaftar {listed}.",
        "Samakan bilangan dengan daftarnya dalam naskah; bila memang demikian di sumbernya, akui dalam catatan.",
    ),
    "source-without-year": (
        "Sumber “{name}” disebut tanpa tahun ({count} kali).",
        "Lengkapi tahunnya dari sumber yang dipegang; bila memang tidak ada, tulis t.t.",
    ),
    "year-differs": (
        "Tertulis tahun {written}, sedangkan {citekey} terbit {year}.",
        "Periksa halaman judulnya, lalu samakan tahun dalam naskah.",
    ),
    "one-work-two-hosts": (
        "Karya {work} dikutip melalui dua sumber: {hosts}.",
        "Pastikan apakah keduanya karya yang sama; kutip melalui satu sumber saja.",
    ),
    "person-spelled-variously": (
        "{name} ditulis dengan beberapa ejaan: {spellings}.",
        "Pakai satu ejaan, yang ada di halaman judul karyanya.",
    ),
    "comparison-names-another-study": (
        "Kalimat perbandingan pada baris {row} menyebut penelitian lain: {others}.",
        "Tulis ulang kalimat itu untuk baris ini; sampai itu terjadi, hitungan Kajian yang dipakai dalam tabel.",
    ),
    "comparison-contradicts-facets": (
        "Kalimat perbandingan pada baris {row} tidak sejalan dengan unsur yang dibicarakannya: {facets}.",
        "Periksa nilai unsur itu, atau tulis ulang kalimatnya; sampai itu terjadi, hitungan Kajian yang dipakai dalam tabel.",
    ),
    "comparison-outdated": (
        "Unsur yang dibicarakan kalimat perbandingan pada baris {row} sudah berubah sejak kalimat itu ditulis: {facets}.",
        "Baca ulang kalimat itu, lalu simpan lagi bila masih benar; sampai itu terjadi, hitungan Kajian yang dipakai dalam tabel.",
    ),
    "facet-contradicts-itself": (
        "{study}: {facet} dinyatakan berlainan: {values}.",
        "Tetapkan yang benar, lalu hapus atau perbaiki yang lain; selama bertentangan, tidak ada klaim yang dibuat.",
    ),
    "only-place-differs": (
        "Dibandingkan dengan {study}, penelitian ini hanya berbeda tempat.",
        "Beda tempat saja bukan sumbangan; cari pembeda pada teori, aspek, pendekatan, atau programnya.",
    ),
    "notes-shape": ("{subject}: {message_id}", "Perbaiki catatan itu seperti yang disebutkan."),
    "notes-unchecked": (
        "Selama {files} belum terbuka, kelengkapan catatan tidak diperiksa.",
        "Perbaiki berkas itu, lalu jalankan 'kajian check' lagi.",
    ),
    "notes-rule": ("{subject}: {problem}", "{fix}"),
}

ERRORS: dict[str, str] = {}
