"""The example through the command line: what the chapter says, in the contract's shapes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.cli.conftest import ROOT, Kajian

TEXT = (ROOT / "ontology/balewangi/bab2.md").read_text(encoding="utf-8")


def passages(value: Any) -> list[dict[str, Any]]:
    """Every passage anywhere in an answer."""
    if isinstance(value, dict):
        own = [value] if set(value) == {"source", "exact", "start", "end", "line"} else []
        return own + [found for part in value.values() for found in passages(part)]
    if isinstance(value, list):
        return [found for part in value for found in passages(part)]
    return []


def test_every_passage_occurs_at_its_place(kajian: Kajian) -> None:
    answers = [kajian(verb, "--format", "json").json for verb in ("definitions", "concepts", "studies", "table")]
    answers.append(kajian("studies", "--with-focal", "--format", "json").json)
    found = passages(answers)
    assert len(found) > 150
    for passage in found:
        assert passage["source"] == "bab2"
        assert TEXT[passage["start"] : passage["end"]] == passage["exact"]
        assert TEXT.count("\n", 0, passage["start"]) + 1 == passage["line"]


def test_at_least_forty_definitions_word_for_word(kajian: Kajian) -> None:
    found = kajian("definitions", "--format", "json").json
    assert len(found) >= 40
    for entry in found:
        assert entry["text"] in TEXT, entry["id"]
        assert entry["labels"]["id"] and entry["labels"]["en"]


def test_a_secondary_chain_keeps_what_is_written(kajian: Kajian) -> None:
    entry = by_id(kajian("definitions", "--format", "json").json, "def-baker-1994")
    assert entry["author"] == "Wayne E. Baker"
    assert entry["author_as_written"] == "Wayre E. Bakri"
    assert (entry["year"], entry["work_year"], entry["citekey"]) == ("1994", "1994", "baker1994networking")
    host = entry["via"][0]
    assert (host["name_as_written"], host["year"], host["citekey"]) == (
        "Mochamad Fatwandi",
        None,
        "fatwadi2019jejaring",
    )


def test_the_year_as_written_stands_beside_the_works(kajian: Kajian) -> None:
    found = [d for d in kajian("definitions", "--format", "json").json if d["year"] == "1984"]
    assert found and all(d["work_year"] == "1994" and d["author"] == "Wayne E. Baker" for d in found)


def test_a_page_stands_on_its_own_hop(kajian: Kajian) -> None:
    ledger = kajian("definitions", "--format", "json").json
    sukoco = [d for d in ledger for hop in d["via"] if hop["citekey"] == "sukoco1998profesi"]
    assert sukoco and all(d["via"][0]["locator"] == "7" and d["locator"] is None for d in sukoco)
    burt = [d for d in ledger if d["citekey"] == "burt2001structural"]
    assert burt and all(d["locator"] == "31" for d in burt)


def test_quotations_are_told_from_paraphrases(kajian: Kajian) -> None:
    ledger = kajian("definitions", "--format", "json").json
    quoted = {d["id"] for d in ledger if d["quotation"]}
    assert 3 <= len(quoted) <= 6
    for entry in ledger:
        if entry["quotation"]:
            start, end = entry["passage"]["start"], entry["passage"]["end"]
            assert set(TEXT[start - 1 : end]) & set('“"'), entry["id"]


def test_typologies_stand_in_the_order_of_the_text(kajian: Kajian) -> None:
    found = {t["id"]: t for c in kajian("concepts", "--format", "json").json for t in c["typologies"]}
    assert len(found) >= 12
    aspects = next(t for t in found.values() if t["members"][:1] == ["purpose"] and len(t["members"]) == 4)
    assert aspects["members"] == ["purpose", "structure", "style", "value"]
    five = next(t for t in found.values() if t["stated_count"] == 4 and len(t["members"]) == 5)
    assert "akses" in five["members"][-1]


def test_the_coverage_of_the_four_aspects(kajian: Kajian) -> None:
    matrix = kajian("matrix", "--format", "json").json
    assert matrix["covered_by"] == {
        "purpose": ["studi-murni"],
        "structure": ["studi-kumalasari"],
        "style": ["studi-daulay"],
        "value": ["studi-daulay"],
    }
    assert matrix["uncovered"] == []
    assert matrix["smallest_cover"] == ["studi-murni", "studi-daulay", "studi-kumalasari"]
    marks = [mark for row in matrix["rows"] for mark in row["cells"].values() if mark["state"] == "stated"]
    assert {mark["basis"] for mark in marks} == {"interpreted"}
    assert "keempat aspek" in matrix["gap_sentence"]["id"] and "all four" in matrix["gap_sentence"]["en"]


def test_every_prior_study_is_compared_both_ways(kajian: Kajian) -> None:
    studies = kajian("studies", "--format", "json").json
    names = {study["id"]: study["authors"][0].split()[-1] for study in studies}
    for study in studies:
        for side in ("similarities", "differences"):
            computed = [s for s in study[side] if s["origin"] == "computed"]
            assert computed, (study["id"], side)
            for sentence in computed:
                others = [name for other, name in names.items() if other != study["id"]]
                assert not any(name in sentence["text"] for name in others)
                assert sentence["passages"] and sentence["facets"]
                unread = [facet for facet in sentence["facets"] if facet not in study["facets"]]
                assert unread in ([], ["location"]), sentence["text"]


def test_nothing_is_said_of_what_is_unread_in_the_second_study(kajian: Kajian) -> None:
    daulay = by_id(kajian("studies", "--format", "json").json, "studi-daulay")
    assert {"theory", "approach", "program"} <= {item["facet"] for item in daulay["not_comparable"]}
    spoken = {
        facet
        for s in daulay["similarities"] + daulay["differences"]
        if s["origin"] == "computed"
        for facet in s["facets"]
    }
    assert not spoken & {"theory", "approach", "program"}


def test_the_disputed_sentence_gives_way_to_the_computed_one(kajian: Kajian) -> None:
    rows = {row["study"]: row["cells"] for row in kajian("table", "--format", "json").json["rows"]}
    assert rows["studi-daulay"]["differences"]["origin"] == "computed"
    assert rows["studi-murni"]["differences"]["origin"] == "asserted"
    asserted = kajian("table", "--comparison", "asserted", "--format", "json").json
    kept = next(row for row in asserted["rows"] if row["study"] == "studi-daulay")["cells"]["differences"]["text"]
    assert kept.startswith("Penelitian ini menggunakan metode kuantitatif")


def test_labels_synonyms_and_either_language_are_accepted(kajian: Kajian) -> None:
    wanted = by_id(kajian("concepts", "--format", "json").json, "konsep-jejaring-kerja")
    for name in ("jaringan kerja", "JEJARING KERJA", "konsep-jejaring-kerja", "network"):
        assert kajian("concepts", name, "--format", "json").json == [wanted], name
    for value in ("qualitative", "Kualitatif"):
        found = kajian("studies", "--facet", f"approach={value}", "--format", "json").json
        assert [study["id"] for study in found] == ["studi-murni", "studi-kumalasari"]
    assert [s["id"] for s in kajian("studies", "--aspect", "style", "--format", "json").json] == ["studi-daulay"]
    assert [s["id"] for s in kajian("studies", "--year", "2018..2021", "--format", "json").json] == [
        "studi-daulay",
        "studi-kumalasari",
    ]


def test_the_word_table_is_what_an_examiner_expects(kajian: Kajian, tmp_path: Path) -> None:
    import docx
    from docx.oxml.ns import qn

    target = tmp_path / "tabel.docx"
    assert kajian("table", "-o", str(target)).code == 0
    document = docx.Document(str(target))
    table = document.tables[0]
    assert (len(table.rows), len(table.columns)) == (4, 5)
    assert [cell.text for cell in table.rows[0].cells] == [
        "Pengarang dan Tahun", "Judul Penelitian", "Hasil Penelitian", "Persamaan", "Perbedaan",
    ]  # fmt: skip
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    caption = next(p for p in document.paragraphs if p.style.name.casefold() == "caption")
    assert caption.text.replace("\xa0", " ") == "Tabel 2.1 Penelitian Terdahulu"
    assert "SEQ Tabel" in caption._p.xml
    section = document.sections[0]
    assert {round(section.page_width.cm, 1), round(section.page_height.cm, 1)} == {21.0, 29.7}


def test_check_reports_the_known_conflicts_and_exits_1(kajian: Kajian) -> None:
    result = kajian("check", "--format", "json")
    assert result.code == 1
    found = result.json["findings"]
    by_check: dict[str, list[dict[str, Any]]] = {}
    for finding in found:
        assert set(finding) >= {
            "check",
            "severity",
            "file",
            "line",
            "column",
            "quote",
            "message",
            "fix",
            "citekeys",
            "related",
        }
        by_check.setdefault(finding["check"], []).append(finding)
    assert any("Fatwandi" in f["message"] for f in by_check["source-without-year"])
    assert any("anklam2007network" in f["citekeys"] for f in by_check["one-work-two-hosts"])
    named = by_check["comparison-names-another-study"]
    assert len(named) == 1 and "Ruaida Murni" in named[0]["quote"] and named[0]["severity"] == "error"
    contradiction = by_check["facet-contradicts-itself"]
    assert len(contradiction) == 1 and "kuantitatif" in contradiction[0]["message"]


def test_check_exits_0_when_everything_is_admitted(kajian: Kajian, project: Path) -> None:
    base = re.search(r'base = "(.+)"', (project / "kajian.toml").read_text(encoding="utf-8"))
    assert base
    open_ones = kajian("-C", str(project), "check", "--format", "json").json["findings"]
    checks = sorted({f["check"] for f in open_ones if f["severity"] != "info"})
    lines = [f"@prefix : <{base.group(1)}> .", "@prefix kajian: <https://w3id.org/kajian/ns#> .",
             "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."]  # fmt: skip
    lines += [
        f':akui-{place} a kajian:Admission ; kajian:admits "{check}" ; rdf:value "menunggu bimbingan"@id .'
        for place, check in enumerate(checks)
    ]
    (project / "ontology/balewangi/admissions.ttl").write_text("\n".join(lines), encoding="utf-8")
    result = kajian("-C", str(project), "check", "--format", "json")
    assert result.code == 0, [f for f in result.json["findings"] if f["severity"] != "info"]
    assert len(result.json["findings"]) >= len(open_ones)


def test_the_map_joins_the_four_main_concepts(kajian: Kajian) -> None:
    drawn = kajian("map", "--format", "json").json
    near: dict[str, set[str]] = {}
    for edge in drawn["edges"]:
        near.setdefault(edge["source"], set()).add(edge["target"])
        near.setdefault(edge["target"], set()).add(edge["source"])
    main = [node["id"] for node in drawn["nodes"] if node["kind"] == "concept" and node.get("main")]
    assert len(main) == 4
    reached, todo = {main[0]}, [main[0]]
    while todo:
        for other in near.get(todo.pop(), ()):
            if other not in reached:
                reached.add(other)
                todo.append(other)
    assert set(main) <= reached


def by_id(entries: list[dict[str, Any]], identifier: str) -> dict[str, Any]:
    return next(entry for entry in entries if entry["id"] == identifier)


def test_the_chapter_s_tables_are_numbered_in_their_order(kajian: Kajian) -> None:
    heads = [kajian(*verb, "--format", "md").out.splitlines()[0] for verb in (["table"], ["matrix"], ["definitions"])]
    assert [head.split(" ")[1] for head in heads] == ["2.1", "2.2", "2.3"], heads
