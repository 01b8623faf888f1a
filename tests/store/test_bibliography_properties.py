"""Generated bibliographies: no block is lost, decoding by short ways is decoding, edits touch their field only."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kb.store import bibliography_latex as latex
from kb.store.bibliography_edit import add_entry, delete_entry, rename_key, set_field
from kb.store.bibliography_read import read_bibliography, read_text
from tests.store.bibliography_samples import generated_bibliography

PIECES = st.sampled_from(
    ["jejaring", "kerja", "{Balai}", "{\\'e}", "\\'{e}tude", "\\\"o", "50\\%", "R\\&D", "R&D", "a--b", "a---b", "``x''", "~",
     "$\\alpha$", "$x^2 + y$", "$5", "\\$7", "\\emph{home industry}", "\\textit{a {\\ss} b}", "\\l odz", "{\\L}", "\\ldots", "H$_2$O",
     "{a {b} c}", "-{}-", "\\textbackslash{}x", "https://x.id/a%20b_c~d", "\\_", "#1", "é", "–", "\\c{c}", "\\v{S}", "!`", "?`", "}", "{"]
)  # fmt: skip
WORDS = st.text(st.characters(codec="utf-8", exclude_characters='{}\\"@%#,=~$&_^<>\r'), max_size=30)
NOISE = st.text(st.sampled_from(list("{}\"'@,=#%\\()&~$ \n\r\tabk1é")), max_size=40)


@given(st.lists(PIECES, max_size=8))
@example(["{a", "$5", "b}"])
def test_the_short_ways_decode_like_the_library(pieces: list[str]) -> None:
    value = " ".join(pieces)
    if "https" in value or value.count("{") != value.count("}") or re.search(r"^[^{]*\}", value):
        return
    assert latex.text_of(value) == latex.decode_by_library(value)


@given(st.lists(st.tuples(st.integers(0, 3), NOISE), min_size=1, max_size=6))
@settings(max_examples=300)
def test_no_block_is_lost(parts: list[tuple[int, str]]) -> None:
    """Whatever stands between whole entries, each of these heads ends in an entry or in a finding that quotes it."""
    text = ""
    for place, (kind, noise) in enumerate(parts):
        body = [f"title = {{{noise}}}", f"title = {noise}", f'title = "{noise}", year = 2016', "title = {Judul}"][kind]
        text += f"@book{{kunci{place},\n  {body}\n}}\n"
    found = read_bibliography(text.encode(), "x.bib")
    said = "".join(entry.raw for entry in found.entries) + "".join(
        f.place.quote + str(f.params) for f in found.findings
    )
    for place in range(len(parts)):
        assert f"kunci{place}" in said, text


@given(st.integers(0, 5), st.integers(0, 10_000), st.sampled_from(list('{}",=@')))
@settings(max_examples=300)
def test_one_lost_or_doubled_mark_leaves_all_other_entries_readable(which: int, at: int, mark: str) -> None:
    entries = [
        f"@book{{kunci{n},\n  author = {{Murni, Ruaida}},\n  title = {{Judul {n}}},\n  year = {{2016}}\n}}\n"
        for n in range(6)
    ]
    places = [match.start() for match in re.finditer(re.escape(mark), entries[which])]
    if not places:
        return
    place = places[at % len(places)]
    whole = entries[which]
    entries[which] = whole[:place] + whole[place + 1 :] if at % 2 else whole[:place] + mark + whole[place:]
    found = {entry.key: entry for entry in read_bibliography("".join(entries).encode(), "x.bib").entries}
    for n in range(6):
        if n != which:
            assert found[f"kunci{n}"].fields["title"] == f"Judul {n}", "".join(entries)


@given(NOISE)
@settings(max_examples=300)
def test_reading_never_fails(noise: str) -> None:
    for data in (noise.encode(), noise.encode("utf-16"), noise.encode("latin-1", "replace"), b"\xff" + noise.encode()):
        read_bibliography(data, "x.bib")


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    found = read_bibliography(data, "x.bib")
    assert found.encoding or [finding.severity for finding in found.findings] == ["error"]


SAMPLE = generated_bibliography(seed=7, entries=8, dirty=True)


@given(st.integers(0, 7), st.sampled_from(["title", "year", "note", "author", "url", "pages"]), WORDS | NOISE)
@settings(max_examples=200, deadline=None)
def test_an_edit_touches_its_field_only(which: int, field: str, value: str) -> None:
    from kb.errors import InputError

    before = read_text(SAMPLE.decode(), "x.bib")
    entry, block = before.entries[which], before.blocks[which]
    try:
        data = set_field(SAMPLE, entry.key, field, value)
    except InputError:
        return
    text = SAMPLE.decode()
    assert data.decode()[: block.start] == text[: block.start]
    assert data.decode().endswith(text[block.end :])
    after = read_text(data.decode(), "x.bib")
    for place, (old, new) in enumerate(zip(before.entries, after.entries, strict=True)):
        expected = {name: text for name, text in old.fields.items() if place != which or name != field}
        if field not in new.inherited:
            assert {name: text for name, text in new.fields.items() if place != which or name != field} == expected


@given(st.dictionaries(st.sampled_from(["title", "note", "author", "year"]), WORDS, min_size=1))
@settings(max_examples=100, deadline=None)
def test_what_is_added_and_deleted_again_leaves_no_trace(fields: dict[str, str]) -> None:
    from kb.errors import InputError

    try:
        added = add_entry(SAMPLE, "misc", "baru2024", fields)
    except InputError:
        return
    assert added.startswith(SAMPLE)
    assert delete_entry(added, "baru2024").rstrip() == SAMPLE.rstrip()
    assert rename_key(rename_key(added, "baru2024", "lain"), "lain", "baru2024") == added
