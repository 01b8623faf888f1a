"""Words that a capital letter does not make a name: small words, nouns of research, months, places, heads of bodies."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION = _words("""
    menurut dalam oleh dari pada di ke untuk dengan dan atau serta yang ini itu tersebut bahwa karena sebab akibat
    jika bila apabila kalau maka agar supaya sehingga namun tetapi akan sedangkan sementara adapun berdasarkan
    selanjutnya kemudian lalu setelah sebelum sesudah selain juga pula lagi hanya sebagai seperti sebagaimana
    bagaimana mengapa apa siapa kapan dimana secara melalui terhadap tentang mengenai terkait antara antar atas bawah
    bagi tanpa sampai hingga sejak ketika saat waktu selama walaupun meskipun meski walau bahkan malah justru
    dikutip mengutip lihat baca bandingkan sumber misalnya contohnya contoh yaitu yakni ialah adalah merupakan
    dia ia mereka kita kami saya beliau para semua seluruh setiap tiap beberapa banyak sebagian kedua ketiga keempat
    pertama kelima terakhir dua tiga empat lima enam tujuh delapan sembilan sepuluh satu sebuah seorang suatu
    terdapat ada menyatakan mengatakan menjelaskan mengemukakan berpendapat menyebutkan mendefinisikan senada sejalan
    serupa sesuai hal begitu demikian oleh dengan hasilnya intinya artinya maksudnya sebaliknya akhirnya umumnya
    biasanya pendeknya singkatnya jadi nah sudah belum telah sedang pernah masih tidak bukan jangan dapat bisa harus
    perlu wajib boleh mungkin tentu pasti memang sangat lebih paling kurang cukup terlalu hampir sekitar kira
    according the in as at on by for from to of a an this that these those it its is are was were be been however
    moreover furthermore therefore thus hence while whereas although though because since if when where which who
    what how and or but not see also based following previous other some many most both all each every such similarly
    likewise with without within between among after before during through about into onto over under again further
    then than so yet still only even just more less first second third finally meanwhile instead e.g i.e cf etc
    """)
"""Words that end a name wherever they stand."""

NOUNS = _words("""
    teori teorema konsep model metode metodologi metodologis pendekatan penelitian studi riset kajian hasil temuan
    simpulan kesimpulan pendapat pandangan definisi pengertian istilah makna arti rumus persamaan skala instrumen
    angket kuesioner wawancara observasi dokumentasi data sampel populasi responden informan narasumber analisis uji
    variabel indikator aspek unsur faktor dimensi komponen ciri jenis macam bentuk tahap langkah fungsi tujuan manfaat
    prinsip asas syarat rukun buku jurnal artikel skripsi tesis disertasi makalah laporan modul majalah koran berita
    prosiding seminar halaman bab bagian subbab pasal ayat nomor lampiran tabel gambar grafik bagan skema diagram
    kerangka hipotesis pernyataan ungkapan kutipan tulisan karya penulis peneliti pengarang ahli pakar tokoh sarjana
    ilmuwan ulama dosen guru siswa mahasiswa murid warga masyarakat penduduk bapak pak ibu bu saudara sdr sdri kepala
    ketua sekretaris direktur presiden menteri gubernur bupati camat lurah imam nabi rasul rasulullah allah tuhan
    undang peraturan keputusan kebijakan program kegiatan proyek acara kurikulum pemilu pilkada pilpres covid pandemi
    ujian olimpiade piala liga perang peristiwa revolusi reformasi periode era zaman masa abad tahun bulan minggu hari
    tanggal januari februari pebruari maret april mei juni juli agustus september oktober november nopember desember
    january february march may june july august october december senin selasa rabu kamis jumat sabtu ahad
    indonesia jawa sumatra sumatera kalimantan sulawesi papua bali jakarta bandung surabaya semarang yogyakarta medan
    makassar palembang malang bogor bekasi depok tangerang padang denpasar surakarta solo asia eropa afrika amerika
    australia inggris jepang cina tiongkok malaysia singapura desa dusun kelurahan kecamatan kabupaten kota provinsi
    negara daerah wilayah pulau jalan gedung sekolah kelas sd smp sma smk mts man tk paud puskesmas rsud hotel pasar
    islam kristen hindu buddha quran alquran hadis hadist hadits injil alkitab qs hr surat surah bahasa ilmu
    pendidikan psikologi ekonomi sosiologi hukum politik sejarah manajemen akuntansi komunikasi teknologi informasi
    sosial budaya agama filsafat matematika fisika kimia biologi kesehatan keperawatan kedokteran statistik statistika
    belajar pembelajaran mengajar kerja pekerjaan kinerja usaha industri modal kemiskinan jaringan jejaring sistem
    aplikasi perangkat lunak basis pemrograman versi standar kriteria pedoman panduan pengantar dasar strategi
    evaluasi penilaian perencanaan pengembangan pembangunan pemberdayaan pengelolaan perilaku kepuasan kepemimpinan
    motivasi kualitas kuantitas pengaruh hubungan peran peranan penerapan implementasi analisa tinjauan landasan
    perspektif paradigma kehidupan kegiatan situasi kondisi lingkungan keluarga anak remaja dewasa wanita perempuan
    laki bahan bidang bank pusat sidang pidato konferensi kongres rapat undangan proklamasi konstitusi pancasila uud
    isi jilid edisi cetakan terjemahan volume vol no hal hlm modern global nasional lokal internasional
    theory theories concept model method methods research study studies findings finding result results data survey
    analysis figure table chapter section appendix equation definition book article journal thesis report paper work
    works author authors scholars researchers experts introduction management psychology education social economic
    economics science sciences university version windows linux android python java javascript mysql tensorflow
    keras ubuntu php html css excel spss office world war cup google facebook instagram twitter youtube whatsapp
    diolah pribadi primer sekunder lapangan arsip gempa tsunami banjir krisis kabinet sumpah orde dana gerakan deklarasi
    perjanjian kongres muktamar festival games ajaran semester genap ganjil pekan lomba pemilihan pemerintahan kerajaan
    kesultanan zaman era tragedi insiden operasi agenda visi misi rencana anggaran tahunan undang-undang demokrasi
    pertanian perikanan perdagangan perbankan syariah konvensional moneter fiskal inflasi ekspor impor investasi harapan
    microsoft excel scholar games internet komputer laptop android aplikasi website media film novel cerpen puisi lagu
    drama teater tari musik seni olahraga sepak bola liga klub pahlawan merdeka kemerdekaan nasionalisme dunia akhirat
    ketahanan keamanan pertahanan militer polisi tentara rumah keluarga tangga desa adat suku etnis ras golongan
    tim normal baru lama besar kecil tinggi rendah utama umum khusus dasar lanjut menengah atas pertama daring luring
    """)
"""Nouns and names of things and places; a person's name is none of them."""

LEADING = _words("""
    teori teorema konsep model metode pendekatan penelitian studi riset kajian hasil temuan simpulan kesimpulan pendapat
    pandangan definisi pengertian rumus skala instrumen angket kuesioner buku jurnal artikel skripsi tesis disertasi karya
    tulisan penulis peneliti pengarang ahli pakar tokoh sarjana ilmuwan ulama data laporan pernyataan ungkapan kutipan
    perspektif theory theories concept model method methods research study studies findings results book article work
    scholars researchers indikator kriteria analisis prinsip hipotesis
    """)
"""Nouns that lead over to a name: "teori Maslow"; after other nouns a capital letter belongs to a title or a term."""

MONTHS = _words("""januari februari pebruari maret april mei juni juli agustus september oktober november nopember desember
    january february march may june july august october december""")

HONORED = _words("bapak pak ibu bu saudara sdr sdri mas mbak kak bang kepala ketua lurah camat bupati nabi")
"""Before a name they make it a person spoken to or about, not an author."""

BODIES = _words("""
    badan kementerian departemen dinas direktorat ditjen dirjen lembaga komisi bank universitas institut politeknik
    perpustakaan asosiasi ikatan organisasi pemerintah pemprov pemkab pemkot majelis dewan tim pusat otoritas
    perserikatan persatuan perhimpunan yayasan balai fakultas sekretariat mahkamah kejaksaan kepolisian
    world national american international united european ministry department association organization organisation
    institute university bureau council committee centre center agency commission society federation foundation
    republik penerbit redaksi panitia kantor biro republika kamus forum global asian office
    kemenkes kemendikbud kemensos kemenag kemenkeu kemendagri kemenristekdikti kemenperin kemendes kemenaker depkes
    depdikbud depdiknas bappenas bappeda
    """)
"""First words of the names of bodies, which may hold any noun."""

BODY_ENDINGS = _words(
    """federation association organization organisation society institute university council committee commission agency
    foundation bank union board bureau department ministry group network alliance centre center office corporation"""
)
"""Last words of the English names of bodies."""

ACRONYMS = _words("BKKBN UNICEF UNESCO WHO UNDP FAO OECD IEEE ISO APA BPS LAN LIPI BRIN OJK MUI DPR MPR IDI IMF")
"""Bodies that are named by their first letters."""

WEAK_BODIES = _words("""pt cv ud tbk sd sdn smp smpn sma sman smk smkn mts mi ma man tk paud puskesmas rs rsud rsup hotel desa kota kabupaten
    kecamatan kelurahan dusun kampung provinsi pulau gunung sungai jalan pasar taman stasiun bandara pelabuhan gedung
    presiden gubernur bupati menteri raja sultan pangeran ratu""")
"""Firms, schools and places: more often the object of a study than its author."""

PARTICLES = _words("van von der den de del della la le du da dos ten ter bin binti ibn ibnu al el as-")
CONNECTORS = _words("dan and & serta und")
OTHERS = re.compile(r"d\.?k\.?k\.?|et|al\.?|et\.?al\.?|dll\.?|kawan-kawan|colleagues|rekan-rekan")
TITLES = re.compile(
    r"(?:prof|dr|drs|dra|ir|hj?|k\.?h|ust|ustadz|tgk|r|rr|rm|kpt|mr|mrs|ms|sir|pdt|st)\.?", re.IGNORECASE
)
DEGREE = re.compile(
    r"(?:[A-Z][a-z]{0,2}\.){1,3}[A-Z]?[A-Za-z]{0,3}\.?|Ph\.?D\.?|S[EHT]|MM|MBA|MSi|MPd|MSc|SPd|Lc|Apt|CPA|Ak|Jr|Sr|II|III"
)
DOTTED_DEGREES = _words("se sh st mm ma mh mt ss me ba mp sp sth sip spd mpd msi msc mhum phd ssi")
INITIALS = re.compile(r"(?:[A-Z]\.-?){1,4}|[A-Z]")

_NOT_NAMES = re.compile(r"peng?[a-z]{4,}an|pem[a-z]{4,}an|ke[a-z]{4,}an|per[a-z]{4,}an|[a-z]{4,}isasi|[a-z]{3,}logi")


def is_noun(word: str) -> bool:
    """Whether a word is known, or by its form, to be no name."""
    bare = word.lower().strip(".,'’")
    return bare in NOUNS or _NOT_NAMES.fullmatch(bare) is not None or _doubled(bare)


def _doubled(word: str) -> bool:
    first, _, second = word.partition("-")
    return len(first) > 2 and first == second


NOT_AFTER_TEAM = _words("peneliti penulis dosen guru ahli kami")


def is_body(word: str) -> bool:
    """Whether a word begins the name of a body."""
    return word.strip(".,") in ACRONYMS or word.lower().strip(".,") in BODIES
