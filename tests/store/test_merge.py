"""Two people changed one file: disjoint changes are put together, the same entry is asked about, the rest refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.store import merge
from kb.store.conflict import ConflictError
from kb.store.merge import merge_file
from kb.store.merge_bibliography import bibliography_pieces
from kb.store.merge_turtle import turtle_pieces
from kb.store.turtle_edit import add_subject, replace_subject, set_properties, subject_block
from kb.vocabulary import SKOS
from tests.store.saving import BASE, BIB, NOTES


def bib(base: bytes | None, mine: bytes | None, theirs: bytes | None) -> bytes:
    return merge_file("references.bib", base, mine, theirs).data


def ttl(base: bytes | None, mine: bytes | None, theirs: bytes | None) -> bytes:
    return merge_file("notes/a.ttl", base, mine, theirs).data


# ---- bibliography ----


def keys(data: bytes) -> list[str]:
    return [p.key[1] for p in bibliography_pieces(data.decode()).pieces if p.key[0] == "entry"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BIB.decode(), ["between", "macro pen", "entry murah", "entry mahal"]),
        ("a@b.test @article{k, title = {50\\% \\{ x}}", ["between", "entry k"]),
        ("% @book{no,\n% }\n@book{yes,}", ["between", "between", "entry yes"]),
        ('@comment{jabref-meta: x;}\n@preamble{"\\a"}', ["comment jabref-meta", 'preamble @preamble{"\\a"}']),
        ("@misc{a, abstract = {\n@article{contoh, x}\n}}\n@misc{b,}", ["entry a", "entry b"]),
        ("", []),
        ("no entries at all } {\n second", ["between", "between"]),
    ],
)
def test_pieces_are_found_as_written_and_are_all_of_the_text(text: str, found: list[str]) -> None:
    for ends in (text, text.replace("\n", "\r\n")):
        cut = bibliography_pieces(ends)
        assert [p.key[0] if p.key[0] == merge.BETWEEN else f"{p.key[0]} {p.key[1]}" for p in cut.pieces] == found
        assert "".join(p.lead + p.text for p in cut.pieces) + cut.tail == ends
        assert not "".join(p.lead for p in cut.pieces).strip()


def test_other_encodings_are_merged_as_they_are() -> None:
    for name in ("cp1252", "utf-16", "utf-8-sig"):
        text = BIB.decode().replace("Buku", "Büku")
        base, mine, theirs = (
            version.encode(name) for version in (text, text.replace("murah}", "mürah}"), text.replace("jan", "feb"))
        )
        assert bib(base, mine, theirs) == text.replace("murah}", "mürah}").replace("jan", "feb").encode(name)
    with pytest.raises(ConflictError):
        bib(
            text.encode("cp1252"),
            text.replace("1999", "2000").encode("utf-8"),
            text.replace("jan", "feb").encode("cp1252"),
        )


def test_additions_changes_and_deletions_of_two_people_meet() -> None:
    base = BIB + b"\n@misc{hapus, note={x}}\n"
    mine = base.replace(b"Buku murah", b"Kitab murah") + b"\n@misc{punyaku, note={m}}\n"
    theirs = base.replace(b"jan", b"feb").replace(b"\n@misc{hapus, note={x}}\n", b"") + b"\n@misc{punyamu, note={t}}\n"
    assert bib(base, mine, theirs) == (
        BIB.replace(b"Buku murah", b"Kitab murah").replace(b"jan", b"feb")
        + b"\n@misc{punyaku, note={m}}\n"
        + b"\n@misc{punyamu, note={t}}\n"
    )
    assert set(merge_file("a.bib", base, mine, theirs).theirs) == {"mahal", "hapus", "punyamu"}


def test_a_new_entry_goes_where_its_maker_put_it() -> None:
    mine = BIB.replace(b"@article", b"@misc{tengah,}\n\n@article")
    merged = bib(BIB, mine, BIB.replace(b"jan", b"feb"))
    assert merged == mine.replace(b"jan", b"feb")
    top = b"@misc{atas,}\n" + BIB
    assert bib(BIB, top, BIB.replace(b"jan", b"feb")).startswith(b"@misc{atas,}\n")


def test_comments_between_entries_are_kept_from_both_sides() -> None:
    mine = BIB.replace(b"@book", b"% dari saya\n@book")
    theirs = BIB.replace(b"@article", b"% dari mereka\n@article") + b"% ekor\n"
    merged = bib(BIB, mine, theirs)
    assert (
        merged
        == BIB.replace(b"@book", b"% dari saya\n@book").replace(b"@article", b"% dari mereka\n@article") + b"% ekor\n"
    )


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (BIB.replace(b"Buku", b"A"), BIB.replace(b"Buku", b"B")),
        (BIB.replace(b"Buku", b"A"), BIB.replace(b"@book{murah,\n  title = {Buku murah},\n  year = 1999\n}\n", b"")),
        (BIB + b"@misc{baru, note={m}}\n", BIB + b"@misc{baru, note={t}}\n"),
        (BIB.replace(b"{Penerbit}", b"{A}"), BIB.replace(b"{Penerbit}", b"{B}")),
    ],
)
def test_the_same_entry_is_asked_about_either_way_round(mine: bytes, theirs: bytes) -> None:
    for one, other in ((mine, theirs), (theirs, mine)):
        with pytest.raises(ConflictError) as caught:
            bib(BIB, one, other)
        (conflict,) = caught.value.conflicts
        assert conflict.entry in ("murah", "baru", "pen") and conflict.mine != conflict.theirs


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    both = BIB.replace(b"Buku", b"Kitab")
    assert bib(BIB, both + b"@misc{m,}\n", both + b"% t\n").count(b"Kitab") == 1


def test_entries_that_share_a_key_are_never_mixed_up() -> None:
    base = b"@misc{k, n={1}}\n@misc{k, n={2}}\n@misc{z,}\n"
    assert (
        bib(base, base.replace(b"{1}", b"{11}"), base.replace(b"{2}", b"{22}"))
        == b"@misc{k, n={11}}\n@misc{k, n={22}}\n@misc{z,}\n"
    )
    with pytest.raises(ConflictError):
        bib(base, base.replace(b"@misc{k, n={1}}\n", b""), base.replace(b"{2}", b"{22}"))


@pytest.mark.parametrize(
    "theirs",
    [
        b"@book{murah, title = {never closed\n@misc{x,}\n",
        BIB.decode().encode("utf-16"),
        b"\xff\xfe\x00",
        None,
    ],
)
def test_a_file_that_cannot_be_cut_up_is_handed_back_whole(theirs: bytes | None) -> None:
    with pytest.raises(ConflictError) as caught:
        bib(BIB, BIB.replace(b"Buku", b"Kitab"), theirs)
    assert caught.value.code == "save-conflict-file"
    assert caught.value.conflicts[0].mine == BIB.replace(b"Buku", b"Kitab").decode()


def test_other_kinds_of_file_are_not_merged() -> None:
    with pytest.raises(ConflictError):
        merge_file("kajian.toml", b"a\n\nb\n", b"A\n\nb\n", b"a\n\nB\n")


def test_a_comment_above_an_entry_that_the_other_took_out_does_not_vanish() -> None:
    mine = BIB.replace(b"@article", b"% penting\n@article")
    theirs = BIB[: BIB.index(b"@article")]
    for one, other in ((mine, theirs), (theirs, mine)):
        merged = bib(BIB, one, other)
        assert b"% penting" in merged and b"mahal" not in merged and merged.startswith(b"% daftar pustaka\n")


def test_lines_written_by_both_between_two_entries_all_arrive_once() -> None:
    base = BIB.replace(b"@article", b"% lama\n@article")
    mine, theirs = base.replace(b"% lama", b"% lama\n% saya"), base.replace(b"% lama", b"% mereka\n% lama")
    merged = bib(base, mine, theirs)
    assert merged == base.replace(b"% lama", b"% mereka\n% lama\n% saya")


def test_a_comment_without_a_line_end_never_swallows_an_entry() -> None:
    base = b"@misc{a,}"
    merged = bib(base, b"@misc{a,}\n@misc{m,}", b"@misc{a,} % catatan")
    assert keys(merged) == ["a", "m"]
    crowded = b"@misc{a,} @misc{b,}"
    with pytest.raises(ConflictError):
        bib(crowded, b"@misc{a,}\n% c\n@misc{b,}", b"@misc{a,}  @misc{b,}")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from("-mtMT"), min_size=1, max_size=9), st.integers(0, 3), st.integers(0, 3), st.booleans())
def test_disjoint_changes_always_both_arrive(who: list[str], mine_new: int, theirs_new: int, windows: bool) -> None:
    """m, t: changed by me or them; M, T: taken out; several new entries by each."""

    def version(actor: str, new: int) -> bytes:
        lines = ["% kepala\n"]
        for n, mark in enumerate(who):
            if mark != actor.upper():
                lines.append(f"@misc{{e{n},\n  note = {{{actor if mark == actor else 'lama'}}}\n}}\n\n")
        lines += [f"@misc{{{actor}{n}, note = {{baru}}}}\n" for n in range(new)]
        text = "".join(lines)
        return (text.replace("\n", "\r\n") if windows else text).encode()

    base, mine, theirs = version("-", 0), version("m", mine_new), version("t", theirs_new)
    for one, other in ((mine, theirs), (theirs, mine)):
        merged = bib(base, one, other).decode()
        found = {p.key[1]: p.text for p in bibliography_pieces(merged).pieces if p.key[0] == "entry"}
        kept = {f"e{n}" for n, mark in enumerate(who) if mark not in "MT"}
        assert set(found) == kept | {f"m{n}" for n in range(mine_new)} | {f"t{n}" for n in range(theirs_new)}
        assert all(f"{{{mark}}}" in found[f"e{n}"] for n, mark in enumerate(who) if mark in "mt")
        assert merged.startswith("% kepala")


# ---- notes ----


def test_two_subjects_changed_by_two_people_are_merged() -> None:
    mine = set_properties(NOTES, BASE + "satu", {SKOS + "prefLabel": '"SATU"@id'}, BASE)
    theirs = set_properties(NOTES, BASE + "dua", {SKOS + "prefLabel": '"DUA"@id'}, BASE)
    merged = merge_file("a.ttl", NOTES, mine, theirs)
    assert merged.data == NOTES.replace(b'"satu"', b'"SATU"').replace(b'"dua"', b'"DUA"')
    assert [name.rpartition("#")[2] for name in merged.theirs] == ["dua"]


def test_new_subjects_deletions_and_prefixes_meet() -> None:
    mine = add_subject(NOTES, BASE + "m", ":m a skos:Concept .", BASE)
    theirs = b"@prefix x: <urn:x#> .\n" + replace_subject(NOTES, BASE + "dua", None, BASE) + b"x:t a skos:Concept .\n"
    for one, other in ((mine, theirs), (theirs, mine)):
        merged = ttl(NOTES, one, other)
        assert b":m a skos:Concept ." in merged and b"x:t a skos:Concept ." in merged and b":dua" not in merged
        assert merged.count(b"@prefix") == 3 and b"# catatan pertama" in merged and b"# ujung" in merged


def test_two_files_made_at_the_same_time_are_one() -> None:
    mine = add_subject(b"", BASE + "m", ":m a skos:Concept .", BASE)
    theirs = add_subject(b"", BASE + "t", ":t a skos:Concept .", BASE)
    merged = ttl(None, mine, theirs)
    assert merged.count(b"@prefix skos:") == 1
    assert subject_block(merged, BASE + "m", BASE) and subject_block(merged, BASE + "t", BASE)


def test_the_same_subject_is_asked_about() -> None:
    mine = set_properties(NOTES, BASE + "satu", {SKOS + "prefLabel": '"A"@id'}, BASE)
    theirs = set_properties(NOTES, BASE + "satu", {SKOS + "altLabel": '"B"@id'}, BASE)
    with pytest.raises(ConflictError) as caught:
        ttl(NOTES, mine, theirs)
    (conflict,) = caught.value.conflicts
    assert conflict.entry == BASE + "satu" and '"A"' in str(conflict.mine) and '"B"' in str(conflict.theirs)


@pytest.mark.parametrize(
    "theirs",
    [
        NOTES.replace(b"core#> .", b"lain#> ."),  # my words would mean something else under their prefix
        NOTES + b"_:x skos:related :dua .\n",
        b"@base <http://b.test/> .\n" + NOTES,
        NOTES + b"@prefix skos: <urn:lain#> .\n:tiga a skos:Concept .\n",
        NOTES + b":rusak ( ] .\n",
        NOTES + b":rusak tak:dikenal 1 .\n",
        NOTES + b"\xff",
    ],
)
def test_where_a_piece_means_something_only_in_its_place_the_file_is_handed_back_whole(theirs: bytes) -> None:
    mine = NOTES.replace(b'"satu"', b'"SATU"')
    for one, other in ((mine, theirs), (theirs, mine)):
        with pytest.raises(ConflictError) as caught:
            ttl(NOTES, one, other)
        assert caught.value.code == "save-conflict-file"


def test_statements_without_a_name_are_added_from_both_sides() -> None:
    mine, theirs = NOTES + b"[] skos:note 1 .\n", NOTES + b"[] skos:note 2 .\n[ skos:note 3 ] .\n"
    merged = ttl(NOTES, mine, theirs)
    assert all(f"skos:note {n}".encode() in merged for n in (1, 2, 3))


def test_a_merge_that_takes_a_wrong_piece_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = NOTES.replace(b'"satu"', b'"SATU"')
    theirs = NOTES.replace(b'"dua"', b'"DUA"')
    real = merge._together

    def wrong(old: merge.Pieces, one: merge.Pieces, other: merge.Pieces) -> object:
        return (merge.Piece(p.key, p.lead, p.text.replace('"DUA"', '"dua"')) for p in real(old, one, other))

    monkeypatch.setattr(merge, "_together", wrong)
    with pytest.raises(ConflictError):
        ttl(NOTES, mine, theirs)


def test_the_examples_files_can_all_be_cut_and_put_together(example_root: Path) -> None:
    cuts = [(path, turtle_pieces(text(path))) for path in sorted((example_root / "ontology").rglob("*.ttl"))]
    cuts.append((example_root / "references.bib", bibliography_pieces(text(example_root / "references.bib"))))
    for path, cut in cuts:
        assert "".join(p.lead + p.text for p in cut.pieces) + cut.tail == text(path)
    entries = [p for p in cuts[-1][1].pieces if p.key[0] == "entry"]
    assert len(entries) == text(example_root / "references.bib").count("\n@")


def text(path: Path) -> str:
    return path.read_bytes().decode()
