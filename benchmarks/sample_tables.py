"""Tables to look at and to measure with: the example's three studies, and as many made-up ones as wanted."""

from __future__ import annotations

from kb.model.coverage import Coverage, CoverageRow, Mark
from kb.model.definition import Attribution, Definition, Hop
from kb.model.profile import ColumnSpec, Profile
from kb.model.table import Cell, Column, Row, Table, cell
from kb.model.text import Runs, runs

_MURNI = {
    "author-year": "Ruaida Murni (2016)",
    "author": "Ruaida Murni",
    "year": "2016",
    "title": "Peran Jejaring Kerja Dalam Pelaksanaan Pelayanan Dan Rehabilitasi Sosial Terhadap Gelandangan Dan "
    "Pengemis Di Panti Sosial Bina Karya Pangudi Luhur Bekasi",
    "findings": "Pada setiap tahap kegiatan PSBKPL Bekasi, peran jejaring kerja belum dipenuhi sepenuhnya. Misalnya, "
    "pada tahap pasca rehabilitasi, instansi terkait atau lembaga sosial lembaga pengirim belum berfungsi sebagai "
    "pendamping dan pembimbing eks warga terhadap warga binaan sosial, sementara yang paling berperan adalah instansi "
    "terkait karena eks warga binaan sosial ditanggung oleh lembaga pengirim. Selanjutnya, hubungan kerja antara "
    "PSBKPL Bekasi dan jejaring tidak didasarkan pada MoU atau perjanjian kerjasama yang menjelaskan tugas dan fungsi "
    "masing-masing pihak.",
    "similarities": "Penelitian ini dan penelitian Murni (2016) sama-sama berfokus pada jejaring kerja dan menggunakan "
    "pendekatan kualitatif. Pembahasan Murni tentang jejaring kerja dalam tahapan rehabilitasi bersesuaian dengan "
    "aspek *purpose* yang dikaji dalam penelitian ini.",
    "differences": "Penelitian ini menggunakan teori pekerjaan sosial dan menambahkan program kegiatan; berdasarkan "
    "telaah penulis, keduanya tidak disebutkan dalam penelitian Murni (2016). Penelitian Murni berkenaan dengan warga "
    "binaan sosial di PSBKPL Bekasi, sedangkan penelitian ini berkenaan dengan pemilik *home industry* di Desa "
    "Balewangi.",
    "topic": "Jejaring kerja dalam pelayanan dan rehabilitasi sosial",
    "approach": "kualitatif",
    "design": "studi kasus deskriptif",
    "data-collection": "studi dokumentasi, diskusi kelompok terarah, wawancara mendalam",
    "analysis": "deskriptif kualitatif",
    "subjects": "pekerja sosial, instansi terkait, mantan warga binaan sosial",
    "location": "PSBKPL Bekasi",
}
_DAULAY = {
    "author-year": "Raihanah Daulay (2018)",
    "author": "Raihanah Daulay",
    "year": "2018",
    "title": "Strategi Jaringan Kerja Untuk Meningkatkan Pendapatan Masyarakat",
    "findings": "Hasil penelitian dengan ibu-ibu majlis taklim menghasilkan produk yang dapat dibuat oleh ibu-ibu rumah "
    "tangga dan kemudian dikembangkan menjadi produk seperti makanan, kerajinan tangan, dan menjahit. Permodalan, "
    "kedisiplinan pelaku usaha, penyediaan bahan baku dan proses produksi, serta pemasaran adalah beberapa hambatan "
    "dalam pelaksanaan pengembangan wirausaha tersebut.",
    "similarities": "Penelitian ini dan penelitian Daulay (2018) sama-sama berfokus pada jejaring kerja, yang oleh "
    "Daulay disebut jaringan kerja. Pembagian hasil usaha dan pemberian motivasi dalam penelitian Daulay bersesuaian "
    "dengan aspek *value* dan *style*.",
    "differences": "Penelitian ini mengkaji empat aspek jejaring kerja, sedangkan penelitian Daulay (2018) bersesuaian "
    "dengan dua di antaranya. Daulay melibatkan ibu-ibu anggota majelis taklim, sedangkan penelitian ini berkenaan "
    "dengan pemilik *home industry* di Desa Balewangi.",
    "topic": "Strategi jaringan kerja",
    "design": "deskriptif",
    "data-collection": "kuesioner, wawancara, observasi",
    "analysis": "deskriptif",
    "subjects": "ibu-ibu anggota majelis taklim",
}
_KUMALASARI = {
    "author-year": "Luluk Dwi Kumalasari (2021)",
    "author": "Luluk Dwi Kumalasari",
    "year": "2021",
    "title": "Jaringan Kerja Fungsional Usaha Kecil dan Menengah (UKM) Krupuk di Desa Mulyoharjo Lawang Malang",
    "findings": "Hasil penelitian menunjukkan bahwa jaringan kerja yang ada di industri krupuk Desa Mulyoharjo Lawang "
    "Malang, baik jaringan produksi maupun jaringan pemasaran, hampir semuanya berjalan dengan baik dan berjalan dua "
    "arah. Namun, masih ada beberapa masalah, seperti ketidaktepatan waktu dalam menyelesaikan perjanjian yang telah "
    "dibuat atau disepakati, dan kenaikan harga pasar bahan dan penjualan.",
    "similarities": "Penelitian ini dan penelitian Kumalasari (2021) sama-sama berfokus pada jejaring kerja dan "
    "menggunakan pendekatan kualitatif.",
    "differences": "Kumalasari meneliti tiga pabrik krupuk di Desa Mulyoarjo, Lawang, Malang, sedangkan penelitian ini "
    "berkenaan dengan pemilik *home industry* di Desa Balewangi.",
    "topic": "Jaringan kerja fungsional UKM krupuk",
    "approach": "kualitatif",
    "design": "deskriptif",
    "data-collection": "wawancara, observasi, dokumentasi",
    "subjects": "tiga pabrik krupuk",
    "location": "Desa Mulyoarjo, Lawang, Malang",
}
EXAMPLE = {"murni": _MURNI, "daulay": _DAULAY, "kumalasari": _KUMALASARI}
_WORKS = "Murni (2016); Daulay (2018); Kumalasari (2021) (diolah peneliti)"
_ASPECTS = ("*purpose*", "*structure*", "*style*", "*value*")


def example_table(profile: Profile, language: str = "id") -> Table:
    """The example's three studies in the columns of a profile."""
    return _table(profile, EXAMPLE, _WORKS, language)


def long_table(profile: Profile, count: int) -> Table:
    """Made-up studies with texts as long as real ones, all different in length."""
    texts = list(EXAMPLE.values())
    studies = {}
    for at in range(count):
        model = dict(texts[at % 3])
        model["author-year"] = f"Peneliti {_word(at)} ({2000 + at % 25})"
        words = model["findings"].split()
        model["findings"] = " ".join(words[: 12 + (at * 7) % (len(words) - 12)])
        studies[f"studi-{at}"] = model
    return _table(profile, studies, "karya dalam tabel (diolah peneliti)", "id")


def plain_table(rows: int) -> Table:
    """Five columns of 50 to 300 characters, the sizes that the libraries were compared at."""
    columns = tuple(Column(f"k{at}", f"Kolom {at}", 1 + at % 3) for at in range(5))
    sizes = (50, 100, 300, 150, 120)
    text = "Jejaring kerja home industry di desa & sekitarnya berjalan dua arah antara pemasok dan pemasar. " * 4
    cells = {column.id: cell(text[:size]) for column, size in zip(columns, sizes, strict=True)}
    made = tuple(Row(f"s{at}", cells) for at in range(rows))
    return Table("Penelitian Terdahulu", "2.1", runs("diolah peneliti"), columns, made)


def example_matrix() -> Coverage:
    """Who covers which of four aspects, one of them nobody."""
    stated, read = Mark("stated", "stated"), Mark("stated", "interpreted")
    rows = (
        CoverageRow("murni", "Murni (2016)", {"*purpose*": read, "*value*": Mark("not-in-source", "stated")}),
        CoverageRow("daulay", "Daulay (2018)", {"*style*": read, "*purpose*": Mark("absent", "stated")}),
        CoverageRow("kumalasari", "Kumalasari (2021)", {"*structure*": stated}),
    )
    covered = {"*purpose*": ("murni",), "*structure*": ("kumalasari",), "*style*": ("daulay",), "*value*": ()}
    gap = {
        "id": "Dari tiga penelitian terdahulu yang ditelaah, tidak ada yang pembahasannya mencakup keempat aspek "
        "jejaring kerja menurut Anklam (2007, dalam Fatwadi, 2019) sekaligus.",
        "en": "None of the three previous studies reviewed covers all four aspects at once.",
    }
    labels = {"id": "aspek", "en": "aspect"}
    return Coverage("aspect", labels, _ASPECTS, _ASPECTS, rows, ("*value*",), covered, tuple(EXAMPLE), gap)


def example_definitions() -> tuple[list[Definition], dict[str, str]]:
    """Definitions of two concepts, one read through another work, with their citations."""
    suharto = Hop("Edi Suharto", "Edi Suharto", "2005", "2005", "12", "suharto2005", "certain")
    friedmann = Hop("John Friedmann", "Friedmann", "1992", None, None, None, None)
    rustanto = Hop("Bambang Rustanto", "Bambang Rustanto", None, "2015", None, "rustanto2015", "certain")
    labels = {"id": "Kemiskinan", "en": "Poverty"}
    network = {"id": "Jejaring kerja", "en": "Networking"}
    entries = [
        Definition(
            "def-friedmann",
            "konsep-kemiskinan",
            labels,
            "Kemiskinan adalah akibat dari ketidaksamaan kesempatan untuk mengakumulasi basis kekuatan sosialnya.",
            "id",
            False,
            Attribution(friedmann, (rustanto,)),
            None,
        ),
        Definition(
            "def-suharto",
            "konsep-jejaring-kerja",
            network,
            "Jejaring kerja (*networking*) adalah hubungan yang baik antara individu dan organisasi.",
            "id",
            True,
            Attribution(suharto),
            None,
        ),
        Definition(
            "def-suharto-2",
            "konsep-jejaring-kerja",
            network,
            "Jejaring kerja adalah hubungan yang kuat dan lemah antara berbagai entitas.",
            "id",
            False,
            None,
            None,
        ),
    ]
    cited = {"def-friedmann": "(Friedmann, 1992, dalam Rustanto, 2015)", "def-suharto": "(Suharto, 2005, hlm. 12)"}
    return entries, cited


def example_prose() -> list[Runs]:
    """Two paragraphs as a narrative has them."""
    return [runs(f"{study['author-year']}. {study['findings']}") for study in EXAMPLE.values()][:2]


def _table(profile: Profile, studies: dict[str, dict[str, str]], works: str, language: str) -> Table:
    columns = tuple(
        Column(spec.id, spec.label_id if language == "id" else spec.label_en, spec.weight) for spec in profile.columns
    )
    rows = tuple(
        Row(name, {spec.id: _cell(spec, {**study, "number": str(place)}) for spec in profile.columns})
        for place, (name, study) in enumerate(studies.items(), 1)
    )
    caption = profile.caption_text if language == "id" else profile.caption_text_en
    number = profile.number_pattern.format(chapter=2, n=1)
    return Table(caption, number, runs(profile.source_line.format(works=works)), columns, rows, language)


def _cell(spec: ColumnSpec, study: dict[str, str]) -> Cell:
    paragraphs = tuple(runs(study[name]) for name in spec.content if study.get(name))
    return Cell(paragraphs, "source", "stated") if paragraphs else Cell()


def _word(at: int) -> str:
    return ("Wijayanti", "Nur", "Simanjuntak", "Putri", "Kusumawardhani", "Ade")[at % 6]
