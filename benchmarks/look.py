"""Every kind of document as a picture, to be looked at before it is handed to a student: `python -m benchmarks.look`.

Writes `look/<name>.docx|pdf|png`. Word files go through LibreOffice, which is not Word: page breaks may differ by a
line or two. Pictures of LaTeX need pdflatex; what is missing is said, and the exit code is then 1.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.sample_tables import (
    example_definitions,
    example_matrix,
    example_prose,
    example_table,
    long_table,
)
from kb.model.profile import Profile
from kb.model.table import Row, Table
from kb.model.text import runs
from kb.outputs import briefs, docx_chapter, ledger, matrices, prose, tables
from kb.review.brief import brief
from kb.review.bundle import bundle
from kb.store.profiles import load_profile, profile_names
from kb.store.project import open_project

ROOT = Path(__file__).parent.parent
LOOK = ROOT / "look"
PAGES, RESOLUTION = 6, 60


def samples() -> dict[str, Callable[[], bytes]]:
    """Each sample by the file it makes."""
    usual = load_profile("umum")
    found: dict[str, Callable[[], bytes]] = {}
    for name in profile_names():
        campus = load_profile(name)
        found[f"tiga-{name}.docx"] = _render(example_table(campus), campus)
    for mode in ("ulang-kepala", "lanjutan", "satu-halaman"):
        for turned in ("portrait", "landscape"):
            campus = replace(usual, continuation=mode, orientation=turned)
            found[f"enam-puluh-{mode}-{turned}.docx"] = _render(long_table(campus, 60), campus)
    found["delapan-belas-lanjutan-baris-utuh.docx"] = _render(
        long_table(usual, 18), replace(usual, continuation="lanjutan", split_rows=False)
    )
    found["kelompok.docx"] = _render(_grouped(long_table(usual, 9)), usual)
    found["putar-tiga.docx"] = _render(replace(example_table(usual), transposed=True), usual)
    found["putar-sembilan.docx"] = _render(replace(long_table(usual, 9), transposed=True), usual)
    found["judul-di-bawah.docx"] = _render(example_table(usual), replace(usual, caption_position="below"))
    found |= {f"tiga-umum.{form}": _render(example_table(usual), usual, form) for form in ("xlsx", "tex", "html")}
    found |= {f"lanjutan-{form}.{form}": _render(long_table(usual, 12), replace(usual, continuation="lanjutan"), form)
              for form in ("tex", "pdf")}  # fmt: skip
    found["metro.pdf"] = _render(long_table(usual, 6), load_profile("um-metro"), "pdf")
    found["lanskap.pdf"] = _render(example_table(load_profile("metode")), load_profile("metode"), "pdf")
    entries, cited = example_definitions()
    for form in ("docx", "html", "svg", "xlsx"):
        found[f"matriks-{form}.{form}"] = lambda form=form: matrices.render(example_matrix(), form, "id", usual, "2.2")  # type: ignore[misc]
    found["pengertian.docx"] = lambda: ledger.render(entries, cited, "docx", "id", usual, "2.3")
    found["narasi.docx"] = lambda: prose.render(example_prose(), "docx", usual, "Penelitian Terdahulu")
    found["narasi.tex"] = lambda: prose.render(example_prose(), "tex", usual, "Penelitian Terdahulu")
    return found | project_samples()


def project_samples() -> dict[str, Callable[[], bytes]]:
    """What the example project itself gives, in both languages: table, matrix, prose, brief, chapter."""
    library, campus = open_project(ROOT), load_profile("umum")
    found: dict[str, Callable[[], bytes]] = {}
    for language in ("id", "en"):
        made = brief(library, campus, None, language, "2026-03-12")
        told = [runs(paragraph.text) for paragraph in made.narrative.paragraphs]
        found[f"proyek-{language}-tabel.docx"] = _render(made.table, campus)
        found[f"proyek-{language}-matriks.docx"] = partial(
            matrices.render, made.matrix, "docx", language, campus, "2.2"
        )
        found[f"proyek-{language}-narasi.docx"] = partial(
            prose.render, told, "docx", campus, made.narrative.heading, language
        )
        for form in ("pdf", "html"):
            found[f"proyek-{language}-bimbingan.{form}"] = partial(briefs.render, made, campus, form)
        chapter = bundle(library, campus, None, language)
        found[f"proyek-{language}-bab.docx"] = partial(docx_chapter.render, chapter, campus)
    return found


def main() -> int:
    """Write, print and picture every sample; 1 where a program for it is missing or a sample failed."""
    LOOK.mkdir(exist_ok=True)
    for old in LOOK.glob("*.*"):
        old.unlink()
    missing = [name for name in ("soffice", "pdftoppm", "pdflatex", "chromium") if not shutil.which(name)]
    if missing:
        print(f"missing: {', '.join(missing)} (apt-get install libreoffice-writer libreoffice-calc poppler-utils "
              "texlive-latex-recommended chromium)", file=sys.stderr)  # fmt: skip
        return 1
    failed = 0
    made = [_write(name, make) for name, make in samples().items()]
    _office([path for path in made if path.suffix in (".docx", ".xlsx")])
    for path in made:
        if path.suffix in (".html", ".svg"):
            _browser(path)
        if path.suffix == ".tex":
            _latex(path)
        picture = _picture(_pdf_of(path))
        failed += picture is None
        print(f"{'FAILED' if picture is None else 'ok':6} {path.name}")
    return 1 if failed else 0


def _render(table: Table, profile: Profile, form: str = "docx") -> Callable[[], bytes]:
    return lambda: tables.render(table, profile, form)


def _grouped(table: Table) -> Table:
    rows = tuple(
        Row(row.study, row.cells, ("Pendekatan kualitatif", "Pendekatan kuantitatif")[at // 5])
        for at, row in enumerate(table.rows)
    )
    return replace(table, rows=rows)


def _write(name: str, make: Callable[[], bytes]) -> Path:
    path = LOOK / name
    path.write_bytes(make())
    return path


def _pdf_of(path: Path) -> Path:
    return path if path.suffix == ".pdf" else path.with_name(f"{path.name}.pdf")


def _office(paths: list[Path]) -> None:
    """All at once: LibreOffice takes longer to start than to print."""
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            shutil.copy(path, Path(folder) / path.name)
        for suffix in sorted({path.suffix for path in paths}):
            files = [str(Path(folder) / path.name) for path in paths if path.suffix == suffix]
            home = f"-env:UserInstallation=file://{folder}/profile"
            command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", f"{folder}/out", *files]
            subprocess.run(command, check=True, capture_output=True, timeout=300)
            for path in (path for path in paths if path.suffix == suffix):
                printed = Path(folder) / "out" / f"{path.stem}.pdf"
                if printed.exists():
                    shutil.move(printed, _pdf_of(path))


def _browser(path: Path) -> None:
    """As the browser prints it."""
    with tempfile.TemporaryDirectory() as home:
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}"]
        command += ["--no-pdf-header-footer", f"--print-to-pdf={_pdf_of(path)}", path.resolve().as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def _latex(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdflatex", "-halt-on-error", "-interaction=nonstopmode", f"-output-directory={folder}", path.name]
        for _ in range(2):  # longtable settles its widths the second time
            done = subprocess.run(command, cwd=path.parent, capture_output=True, timeout=120)
        if done.returncode == 0:
            shutil.move(Path(folder) / f"{path.stem}.pdf", _pdf_of(path))


def _picture(pdf: Path) -> Path | None:
    """The first pages side by side."""
    from PIL import Image

    if not pdf.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(RESOLUTION), "-l", str(PAGES), "-png", str(pdf), f"{folder}/page"]
        subprocess.run(command, check=True, timeout=120)
        pages = [Image.open(page).convert("RGB") for page in sorted(Path(folder).glob("*.png"))]
    sheet = Image.new("RGB", (sum(page.width + 8 for page in pages), max(page.height for page in pages)), "#888")
    at = 0
    for page in pages:
        sheet.paste(page, (at, 0))
        at += page.width + 8
    target = pdf.with_suffix(".png")
    sheet.save(target)
    return target


if __name__ == "__main__":
    sys.exit(main())
