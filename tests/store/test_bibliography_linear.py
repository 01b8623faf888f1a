"""What a hostile bibliography repeats is not paid for by its square: looks are counted, not seconds."""

from __future__ import annotations

from pathlib import Path

from kb.citing.namings import namings
from kb.editing.identifiers import free_id
from kb.store.bibliography_keys import Keys
from kb.store.bibliography_read import read_bibliography
from kb.store.new_project import new_project
from kb.store.project import open_project


class CountedSet(set[str]):
    looks = 0

    def __contains__(self, each: object) -> bool:
        type(self).looks += 1
        return super().__contains__(each)


def test_entries_of_one_key_or_none_each_get_a_key_of_their_own_in_few_looks() -> None:
    for written in ("sari", ""):
        keys = Keys([written])
        keys.given = CountedSet()
        CountedSet.looks = 0
        given = [keys.key(written, line, "Sari", "2019", "Judul") for line in range(2_000)]
        assert len(set(given)) == 2_000
        assert CountedSet.looks < 6 * 2_000


def test_a_key_that_another_entry_bears_is_passed_over() -> None:
    keys = Keys(["a", "a-3"])
    assert [keys.key(written, 1, "", "", "") for written in ("a", "a", "a", "a-3", "a")] == [
        "a",
        "a-2",
        "a-4",
        "a-3",
        "a-5",
    ]


def test_ids_of_one_name_are_found_in_few_looks_and_leave_no_gaps() -> None:
    taken, tried = CountedSet({"k-jaringan", "k-jaringan-3"}), dict[str, int]()
    assert free_id("k", "Jaringan", taken.__contains__, tried) == "k-jaringan-2"
    assert free_id("k", "Jaringan", taken.__contains__, tried) == "k-jaringan-2", "it was not used: it is still free"
    CountedSet.looks = 0
    for _ in range(2_000):
        taken.add(free_id("k", "Jaringan", taken.__contains__, tried))
    assert len(taken) == 2_002 and "k-jaringan-2002" in taken
    assert CountedSet.looks < 3 * 2_000
    assert free_id("k", "漢字", {"k-1"}.__contains__) == "k-2"


def test_a_run_of_commas_is_one_finding_on_its_line() -> None:
    text = "@book{k,\n author = {Sari, Dewi},,, ,\n,\n title = {x},\n year = 2019,, }\n"
    found = [each for each in read_bibliography(text.encode(), "x.bib").findings if each.check == "extra-comma"]
    assert [each.place.line for each in found] == [2, 5]


def test_people_of_one_work_are_told_apart_by_a_bounded_number_of_others(tmp_path: Path) -> None:
    project = new_project(tmp_path / "proyek")
    authors = " and ".join(f"Sari{n}, Dewi" for n in range(2_000))
    (project / "references.bib").write_text(f"@book{{k, title = {{x}}, year = 2019, author = {{{authors}}}}}\n")
    found = namings(open_project(project), drafts=False)
    assert len(found) == 2_000 and max(len(each.partners) for each in found) <= 100
    assert [each.partners[0] for each in found[:2]] == ["sari1, dewi", "sari0, dewi"]
