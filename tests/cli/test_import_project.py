"""A project's zip into another project: merged through the same dry run, conflicts named, traps refused."""

from __future__ import annotations

import io
import re
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.store.new_project import copy_example, new_project
from tests.cli.conftest import Kajian
from tests.cli.test_edit import files


def exported(kajian: Kajian, folder: Path) -> Path:
    """The zip that `kajian export` makes of a project."""
    path = folder.parent / f"{folder.name}.zip"
    result = kajian("-C", str(folder), "export", "--format", "zip", "-o", str(path))
    assert result.code == 0, result
    return path


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "contoh")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return new_project(tmp_path / "kosong")


def test_a_whole_project_comes_into_an_empty_one_and_says_the_same(kajian: Kajian, example: Path, empty: Path) -> None:
    changed(empty / "kajian.toml", 'tense = "proposal"', 'tense = "finished"')
    result = kajian("-C", str(empty), "import", str(exported(kajian, example)), "--format", "json")
    assert (result.code, result.json["rejected"]) == (0, []), result
    assert {"murni2016peran", "konsep-kemiskinan", "studi-murni"} <= set(result.json["added"])
    for question in (("definitions",), ("concepts",), ("matrix",), ("studies",)):
        here, there = (kajian("-C", str(folder), *question, "--format", "json").out for folder in (empty, example))
        assert here.replace("studi-ini", "studi-balewangi") == there, question
    here, there = (
        kajian("-C", str(folder), "check", "--format", "json").json["findings"] for folder in (empty, example)
    )
    assert sorted(each["check"] for each in here) == sorted(each["check"] for each in there)


def test_a_second_import_adds_nothing_and_a_dry_run_writes_nothing(kajian: Kajian, example: Path, empty: Path) -> None:
    path, before = str(exported(kajian, example)), files(empty)
    planned = kajian("-C", str(empty), "import", path, "--dry-run", "--format", "json").json
    assert files(empty) == before
    done = kajian("-C", str(empty), "import", path, "--format", "json").json
    assert (planned["added"], planned["notes"]) == (done["added"], done["notes"])
    after = files(empty)
    again = kajian("-C", str(empty), "import", path, "--format", "json")
    assert (again.code, again.json["added"], again.json["updated"], again.json["save"]) == (0, [], [], None)
    assert files(empty) == after
    kajian("-C", str(empty), "restore", "0")
    assert {name: data for name, data in files(empty).items() if ".kajian" not in name} == before


def notes(folder: Path, name: str) -> Path:
    return folder / "ontology/balewangi" / name


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_two_copies_of_one_project_are_merged_and_conflicts_are_named(kajian: Kajian, example: Path) -> None:
    other = shutil.copytree(example, example.parent / "teman")
    concepts = notes(other, "concepts.ttl")
    changed(
        concepts,
        "konsep-kemiskinan a skos:Concept ;",
        'konsep-kemiskinan a skos:Concept ;\n    skos:altLabel "kemelaratan"@id ;',
    )
    with concepts.open("a", encoding="utf-8") as more:
        more.write('\n:konsep-baru a skos:Concept ; skos:inScheme :skema-konsep ; skos:prefLabel "konsep baru"@id .\n')
    path = str(exported(kajian, other))
    result = kajian("-C", str(example), "import", path, "--dry-run", "--format", "json").json
    assert (result["added"], result["updated"], result["rejected"]) == (["konsep-baru"], ["konsep-kemiskinan"], [])

    definitions = notes(other, "definitions.ttl")
    text = definitions.read_text(encoding="utf-8")
    words = re.search(r"^:(def-[\w-]+) a kajian:Definition", text, re.MULTILINE)
    assert words
    start = text.index('rdf:value "', words.start()) + len('rdf:value "')
    definitions.write_text(text[:start] + "Lain sekali: " + text[start:], encoding="utf-8")
    path, before = str(exported(kajian, other)), files(example)
    result = kajian("-C", str(example), "import", path, "--format", "json")
    assert result.code == 1 and files(example) == before
    (conflict,) = result.json["rejected"]
    assert words[1] in conflict["reason"] and "value" in conflict["reason"] and "definitions.ttl:" in conflict["where"]
    result = kajian("-C", str(example), "import", path, "--partial", "--format", "json")
    assert result.json["added"] == ["konsep-baru"] and result.json["save"] == 1
    shown = kajian("-C", str(example), "concepts", "kemelaratan", "--format", "json").json
    assert shown[0]["label"] == "kemiskinan"
    assert "Lain sekali" not in kajian("-C", str(example), "definitions", "--format", "json").out


def test_another_students_own_study_is_no_prior_study_and_a_new_one_joins_the_list(
    kajian: Kajian, example: Path, tmp_path: Path
) -> None:
    other = new_project(tmp_path / "lain")
    (other / "references.bib").write_text(
        "@thesis{lestari2019peran, author={Lestari, Dewi}, title={Peran keluarga}, year={2019}}\n"
        "@article{murni2016peran, author={Zed, A.}, title={Kimia organik}, year={1999}}\n",
        encoding="utf-8",
    )
    changed(
        other / "notes/review.ttl", "kajian:focalStudy :studi-ini .",
        "kajian:focalStudy :studi-ini ; kajian:priorStudies ( :studi-lestari :studi-zed ) .\n"
        ':studi-lestari a kajian:Study ; skos:prefLabel "Lestari"@id ; kajian:reportedIn karya:lestari2019peran .\n'
        ':studi-zed a kajian:Study ; skos:prefLabel "Zed"@id ; kajian:reportedIn karya:murni2016peran .\n'
        ':fs-ini-1 a kajian:FacetStatement ; kajian:ofStudy :studi-ini ; kajian:facet facet:approach ;\n'
        '    kajian:facetValue facet:quantitative ; kajian:state facet:stated ; kajian:basis facet:by-source ; rdf:value "kuantitatif" .',
    )  # fmt: skip
    result = kajian("-C", str(example), "import", str(exported(kajian, other)), "--format", "json")
    assert result.code == 0, result
    assert result.json["added"] == ["lestari2019peran", "murni2016peran-2", "studi-lestari", "studi-zed"]
    assert any("studi-ini" in note["note"] for note in result.json["notes"])
    studies = kajian("-C", str(example), "studies", "--format", "json").json
    assert [study["citekey"] for study in studies][-2:] == ["lestari2019peran", "murni2016peran-2"]
    assert not any(study["focal"] for study in studies)


def packed(parts: dict[str, bytes | str], *, links: tuple[str, ...] = ()) -> bytes:
    """A zip of parts; those named in `links` are symbolic links."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if name in links:
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, content)
    return data.getvalue()


SETTINGS = 'version = 1\nbase = "urn:uuid:1#"\nnotes = ["notes"]\n'


def locked() -> bytes:
    """A zip whose directory says that a part is encrypted."""
    data = bytearray(packed({"kajian.toml": SETTINGS}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


TRAPS: dict[str, Callable[[], bytes]] = {
    "climbs": lambda: packed({"kajian.toml": SETTINGS, "../keluar.ttl": "x"}),
    "absolute": lambda: packed({"kajian.toml": SETTINGS, "/etc/keluar": "x"}),
    "backslash": lambda: packed({"kajian.toml": SETTINGS, "notes\\..\\keluar.ttl": "x"}),
    "drive": lambda: packed({"kajian.toml": SETTINGS, "C:keluar": "x"}),
    "link": lambda: packed({"kajian.toml": SETTINGS, "notes/a.ttl": "/etc/passwd"}, links=("notes/a.ttl",)),
    "bomb": lambda: packed({"kajian.toml": SETTINGS, "notes/a.ttl": b" " * 40_000_000}),
    "many": lambda: packed({"kajian.toml": SETTINGS, **{f"notes/{n}.ttl": "" for n in range(2_100)}}),
    "twice": lambda: packed({"kajian.toml": SETTINGS, "Notes/a.ttl": "", "notes/A.ttl": ""}),
    "locked": locked,
    "no-project": lambda: packed({"a.txt": "x"}),
    "two-projects": lambda: packed({"a/kajian.toml": SETTINGS, "b/kajian.toml": SETTINGS}),
    "broken-settings": lambda: packed({"kajian.toml": "base = ["}),
    "no-base": lambda: packed({"kajian.toml": 'notes = ["notes"]\n'}),
    "cut": lambda: packed({"kajian.toml": SETTINGS})[:-30],
    "no-zip": lambda: b"PK\x03\x04 bukan zip",
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_refused_in_one_line_and_changes_nothing(
    kajian: Kajian, empty: Path, tmp_path: Path, trap: str
) -> None:
    path = tmp_path / "jebakan.zip"
    path.write_bytes(TRAPS[trap]())
    before = files(tmp_path)
    result = kajian("-C", str(empty), "import", str(path))
    assert (result.code, result.out) == (2, "") and result.err.count("\n") == 1 and "jebakan.zip" in result.err, result
    assert files(tmp_path) == before


def test_broken_notes_are_rejected_with_their_line_and_the_rest_can_come(
    kajian: Kajian, empty: Path, tmp_path: Path
) -> None:
    good = '@prefix : <urn:uuid:1#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n:konsep-a a skos:Concept ; skos:prefLabel "a"@id .\n'
    parts = {"p/kajian.toml": SETTINGS, "p/notes/a.ttl": good, "p/notes/b.ttl": "\n\nrusak", "p/lain.pdf": "x"}
    path = tmp_path / "a.zip"
    path.write_bytes(packed(parts))
    result = kajian("-C", str(empty), "import", str(path), "--format", "json")
    assert result.code == 1 and result.json["rejected"][0]["where"] == "notes/b.ttl:3", result
    result = kajian("-C", str(empty), "import", str(path), "--partial", "--format", "json")
    assert result.json["added"] == ["konsep-a"] and any("lain.pdf" in note["note"] for note in result.json["notes"])


def test_numbers_that_mean_something_else_here_get_another_number(kajian: Kajian, tmp_path: Path) -> None:
    one, two = new_project(tmp_path / "satu"), new_project(tmp_path / "dua")
    for folder, word in ((one, "satu"), (two, "dua")):
        with (folder / "notes/review.ttl").open("a", encoding="utf-8") as more:
            more.write(
                f'\n:konsep-{word} a skos:Concept ; skos:prefLabel "{word}"@id ; <http://purl.org/dc/terms/source> :p-1 .\n'
                f":p-1 a <http://www.w3.org/ns/oa#SpecificResource> ; <http://www.w3.org/ns/oa#hasSource> :bab-{word} ;\n"
                f'    <http://www.w3.org/ns/oa#hasSelector> [ <http://www.w3.org/ns/oa#exact> "kata {word}" ] .\n'
            )
    path = str(exported(kajian, two))
    assert kajian("-C", str(one), "import", path, "--format", "json").json["added"] == ["konsep-dua"]
    text = (one / "notes/review.ttl").read_text(encoding="utf-8")
    assert ":p-1-2" in text and "kata dua" in text and "kata satu" in text
    again = kajian("-C", str(one), "import", path, "--format", "json").json
    assert (again["added"], again["save"]) == ([], None)
