"""Words of the room 'audit': what a friendly, strict supervisor writes beside the text."""

FINDINGS: dict[str, tuple[str, str]] = {
    # --- citations against the bibliography
    "no-bibliography": (
        "Bab ini memuat {count} kutipan, tetapi tidak ada daftar pustaka untuk mencocokkannya.",
        "Sertakan berkas .bib, atau tulis bagian “Daftar Pustaka” pada akhir naskah, lalu periksa lagi.",
    ),
    "cited-not-listed": (
        "{cited} dikutip {count} kali, tetapi tidak ada dalam daftar pustaka.",
        "Tambahkan karya itu ke daftar pustaka, atau perbaiki nama dan tahunnya bila salah tulis.",
    ),
    "listed-not-cited": (
        "{count} karya ada dalam daftar pustaka, tetapi tidak dikutip dalam bab ini: {works}.",
        "Hapus dari daftar, atau kutip di tempat karya itu memang dipakai.",
    ),
    "citation-year-differs": (
        "{cited}: tahun dalam teks {year}, dalam daftar pustaka {listed}.",
        "Lihat halaman judul karya itu. Samakan tahunnya, atau tambahkan entri bila yang dimaksud karya lain.",
    ),
    "citation-name-differs": (
        "{cited} tidak sama dengan nama dalam daftar pustaka: {listed}.",
        "Periksa ejaan dan urutan nama pada karyanya, lalu samakan teks dan daftar pustaka.",
    ),
    "ambiguous-citation": (
        "{cited} dapat berarti lebih dari satu karya dalam daftar pustaka: {works}.",
        "Bedakan dengan huruf di belakang tahun (2002a, 2002b) atau dengan nama penulis kedua.",
    ),
    "citation-without-year": (
        "{cited} dikutip tanpa tahun.",
        "Tulis tahun terbitnya; bila memang tidak ada, tulis “t.t.”.",
    ),
    # --- secondary sources
    "host-not-listed": (
        "{host} adalah sumber yang benar-benar dibaca, tetapi tidak ada dalam daftar pustaka ({count} kutipan bersandar padanya).",
        "Tambahkan sumber itu ke daftar pustaka: yang dicantumkan adalah sumber yang dibaca, bukan sumber aslinya.",
    ),
    "host-without-year": (
        "Sumber sekunder {host} disebut tanpa tahun pada {count} kutipan.",
        "Lengkapi menjadi “dalam {host}, {year}” beserta halamannya.",
    ),
    "host-older-than-original": (
        "{cited} terbit sesudah {host} ({year}) yang disebut mengutipnya.",
        "Periksa kedua tahun itu. Bila salah satunya cetakan ulang, tulis tahun terbitan yang dipakai.",
    ),
    "two-hosts": (
        "{cited} dikutip lewat jalan yang berbeda: {ways}.",
        "Pilih satu sumber yang benar-benar dibaca, atau baca dan kutip karya aslinya. Bila itu satu buku, tulis satu nama saja.",
    ),
    "secondary-share": (
        "{count} dari {total} kutipan ({percent} %) diambil dari sumber sekunder{limit}.",
        "Cari karya aslinya untuk teori-teori pokok; sumber sekunder hanya bila yang asli tidak dapat diperoleh.",
    ),
    # --- people and definitions
    "person-spellings": (
        "Satu orang tampaknya ditulis dengan beberapa ejaan: {names} (tahun {years}).",
        "Periksa nama pada karyanya dan pakai satu ejaan di seluruh bab.",
    ),
    "name-in-small-letters": (
        "Nama “{name}” ditulis dengan huruf kecil.",
        "Tulis “{right}”.",
    ),
    "similar-definitions": (
        "Dua pengertian “{term}” hampir sama kata-katanya, tetapi disandarkan pada sumber berbeda: {one} dan {other}.",
        "Pastikan siapa yang menulisnya. Bila sama, cukup satu yang dikutip; bila berbeda, tunjukkan bedanya.",
    ),
    # --- table of prior studies
    "row-names-another-study": (
        "Baris {row} berbicara tentang penelitian {other}, yang ada pada baris lain.",
        "Kemungkinan tersalin dari baris lain. Tulis persamaan atau perbedaan dengan penelitian pada baris ini.",
    ),
    "row-differs-from-bibliography": (
        "Pada tabel, {what} “{row}” tidak sama dengan daftar pustaka: “{listed}”.",
        "Cocokkan dengan halaman judul karyanya, lalu samakan tabel dan daftar pustaka.",
    ),
    "row-differs-from-prose": (
        "Tentang {row}, tabel dan uraian tidak sejalan. Tabel: “{table}”. Uraian: “{prose}”.",
        "Buka kembali penelitian itu dan samakan keduanya.",
    ),
    "own-method-differs": (
        "Penelitian Anda disebut {one} pada satu baris dan {other} pada baris lain.",
        "Samakan sebutan metode penelitian Anda sendiri di seluruh tabel.",
    ),
    "study-missing-from-table": (
        "Penelitian {study} diuraikan, tetapi tidak ada dalam tabel penelitian terdahulu.",
        "Tambahkan barisnya, atau hapus uraiannya.",
    ),
    "study-missing-from-prose": (
        "Penelitian {study} ada dalam tabel, tetapi tidak diuraikan di luar tabel.",
        "Uraikan penelitian itu, atau hapus barisnya.",
    ),
    "header-repeated": (
        "Kepala tabel diketik ulang {count} kali untuk halaman berikutnya.",
        "Jadikan satu tabel dan pakai “Ulangi sebagai baris kepala” agar kepala tabel berulang sendiri.",
    ),
    # --- counts and numbers
    "list-count-differs": (
        "Disebut “{stated}”, tetapi yang didaftar ada {count}.",
        "Samakan bilangan itu dengan jumlah butirnya, atau periksa butir mana yang kurang atau berlebih.",
    ),
    "ordinal-differs": (
        "“{ordinal}” menunjuk “{item}”, padahal dalam daftar itu nomor {right}; yang {ordinal} adalah “{listed}”.",
        "Samakan urutan uraian dengan urutan daftar.",
    ),
    "number-doubled": (
        "Bilangan ditulis dua kali dengan cara yang sama: “{words}”.",
        "Tulis “{word}” saja, atau “{figure} ({word})” bila format kampus memintanya.",
    ),
    "item-repeated": (
        "“{item}” disebut dua kali dalam satu perincian.",
        "Hapus salah satunya, atau ganti dengan butir yang dimaksud.",
    ),
    "heading-order": (
        "Nomor subbab “{label}” tidak melanjutkan “{before}”.",
        "Nomor yang sesuai di sini “{right}”; periksa juga daftar isi.",
    ),
    "list-order": (
        "Butir “{label}” tidak melanjutkan butir “{before}”.",
        "Tulis “{right}”, lalu periksa butir-butir sesudahnya.",
    ),
    "chapter-title-order": (
        "“{number}” berada di bawah judul bab “{title}”.",
        "Letakkan {number} di atas judulnya.",
    ),
    # --- captions and tables
    "caption-form": (
        "Keterangan {kind}: {what}.",
        "Pakai bentuk “{kind} <bab>.<urutan> Judul”, misalnya “{kind} 2.1 Judul”.",
    ),
    "table-without-caption": (
        "Tabel ini tidak mempunyai nomor dan judul.",
        "Tambahkan “Tabel <bab>.<urutan> Judul” dan sebut tabel itu dalam uraian.",
    ),
    "table-without-source": (
        "Tabel penelitian terdahulu ini tidak menyebut sumbernya.",
        "Tambahkan baris “Sumber: …” di bawah tabel dengan karya-karya yang dirangkum.",
    ),
    "source-claims-others": (
        "Baris sumber menyebut data sendiri, padahal tabel ini merangkum {count} penelitian orang lain.",
        "Sebut karya-karya itu, atau tulis “diolah peneliti dari berbagai penelitian terdahulu”.",
    ),
    # --- quotations and titles
    "quotation-unbalanced": (
        "Tanda kutip {mark} {what}.",
        "Tutup atau hapus tanda kutip itu, supaya jelas di mana kutipan mulai dan berakhir.",
    ),
    "quotation-without-page": (
        "Kutipan langsung dari {source} tanpa nomor halaman.",
        "Tambahkan halamannya, misalnya “hlm. 12”. Bila sumbernya tidak berhalaman, sebut bagian atau paragrafnya.",
    ),
    "quoted-title-differs": (
        "Judul ditulis “{written}”, dalam daftar pustaka “{listed}”.",
        "Salin judul dari halaman judul karyanya, lalu samakan keduanya.",
    ),
    "place-spellings": (
        "{kind} {rare} ({times} kali) juga ditulis {kind} {usual}.",
        "Periksa nama resminya dan pakai satu ejaan.",
    ),
    # --- style
    "mixed-citation-style": (
        "Cara mengutip bercampur pada {what}: {forms}.",
        "Pilih satu cara sesuai pedoman kampus, misalnya “{usual}”, dan pakai di seluruh bab.",
    ),
    "citation-punctuation": (
        "{count} kutipan tanda bacanya kurang rapi: {kinds}. Misalnya {examples}.",
        "Bentuk bakunya “(Nama, 2020)” atau “Nama (2020: 15)”, dengan spasi sesudah koma.",
    ),
    "menurut-doubled": (
        "“Menurut {cited} … {word}” membuat kalimat tanpa subjek.",
        "Pakai salah satu: “Menurut {cited}, …” atau “{cited} {word} …”.",
    ),
    "words-repeated": (
        "Kata berulang: “{words}”.",
        "Hapus yang berlebih; bila maksudnya kata ulang, beri tanda hubung.",
    ),
    "punctuation-doubled": (
        "Tanda baca ganda atau salah letak pada {count} tempat: {examples}.",
        "Sisakan satu tanda baca.",
    ),
    # --- leftovers
    "placeholder-left": (
        "Masih ada teks pengisi: “{words}”.",
        "Ganti dengan isi yang sebenarnya atau hapus.",
    ),
    "broken-reference": (
        "Rujukan silang putus: “{words}”.",
        "Sisipkan ulang rujukan ke tabel, gambar, atau bab yang dimaksud, lalu perbarui semua bidang.",
    ),
    # --- the sources as a whole
    "few-sources": (
        "Daftar pustaka memuat {count} karya; format kampus meminta sedikitnya {least}.",
        "Tambah sumber yang relevan dan benar-benar dipakai.",
    ),
    "old-sources": (
        "{count} dari {total} karya lebih tua daripada {years} tahun; format kampus meminta {percent} % sumber mutakhir.",
        "Ganti atau dampingi sumber lama dengan penelitian terbaru, kecuali untuk teori dasarnya.",
    ),
    "entry-people": (
        "Entri {key} mencatat “{name}” sebagai nama orang.",
        "Bila itu lembaga, beri kurung kurawal ganda: author = {{{{{name}}}}}. Bila itu judul, pindahkan ke title.",
    ),
    "entry-year": (
        "Tahun {year} pada {work} tidak mungkin.",
        "Periksa tahun terbit pada karyanya.",
    ),
    "entry-duplicate": (
        "Satu karya tercatat dua kali, sebagai {one} dan {other}: “{title}”.",
        "Pertahankan entri yang paling lengkap dan pakai satu kunci saja.",
    ),
    # --- what the student lets pass
    "allowance-stale": (
        "“boleh: {check}” tidak lagi membolehkan apa pun (alasannya: {reason}).",
        "Hapus baris itu.",
    ),
    "allowance-incomplete": (
        "“boleh: {check}” tidak dipakai: {why}.",
        "Tulis nama pemeriksaan yang ada dan alasannya, misalnya “boleh: secondary-share buku aslinya tidak dijual lagi”.",
    ),
}

ERRORS: dict[str, str] = {}
