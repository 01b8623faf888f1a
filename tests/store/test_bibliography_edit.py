"""Edits of a `.bib` change the characters they speak of, and every other byte stays."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kb.errors import InputError
from kb.locale import error_text
from kb.store.bibliography_edit import add_entry, delete_entry, rename_key, set_field
from kb.store.bibliography_read import read_bibliography, read_text
from tests.store.bibliography_samples import generated_bibliography

BIB = b"""% daftar pustaka
@string{sk = {Sosio Konsepsia}}

@article{murni2016,
  author  = {Murni, Ruaida},
  title   = "Peran Jejaring Kerja", % catatan
  journal = sk # { Baru},
  year    = 2016,
  month   = mar
}

teks di antara
@Book {daulay2018, title={Strategi},author={Daulay, Raihanah},YEAR={2018},}
"""


def fields(data: bytes, key: str) -> dict[str, str]:
    return dict(next(entry for entry in read_bibliography(data, "x.bib").entries if entry.key == key).fields)


def difference(before: bytes, after: bytes) -> tuple[bytes, bytes]:
    """What went and what came between the longest equal beginning and end."""
    start = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[start : len(before) - end], after[start : len(after) - end]


@pytest.mark.parametrize(
    ("key", "field", "value", "old", "new"),
    [
        ("murni2016", "title", "Peran Jaringan", b'"Peran Jejaring Kerja"', b'"Peran Jaringan"'),
        ("murni2016", "title", 'Peran "Kerja"', b'"Peran Jejaring Kerja"', b'{Peran "Kerja"}'),
        ("murni2016", "year", "2017", b"= 2016,", b"= 2017,"),
        ("murni2016", "month", "4", b"mar\n", b"4\n"),
        ("murni2016", "month", "Mei", b"mar\n", b"{Mei}\n"),
        ("murni2016", "journal", "Sosio", b"sk # { Baru}", b"{Sosio}"),
        ("DAULAY2018", "Title", "Strategi Baru", b"{Strategi}", b"{Strategi Baru}"),
        ("daulay2018", "year", "2019", b"{2018}", b"{2019}"),
        ("daulay2018", "note", "Hal. 5", b"{2018},", b"{2018},note={Hal. 5},"),
        ("murni2016", "note", "Baik", b"  month ", b"  note    = {Baik},\n  month "),
        ("murni2016", "journal", None, b"\n  journal = sk # { Baru},", b""),
        ("murni2016", "month", None, b"\n  month   = mar", b""),
        ("daulay2018", "title", None, b" title={Strategi},", b""),
    ],
)
def test_only_the_field_changes(key: str, field: str, value: str | None, old: bytes, new: bytes) -> None:
    assert BIB.count(old) == 1
    after = set_field(BIB, key, field, value)
    assert after == BIB.replace(old, new)
    assert fields(after, key.casefold()).get(field.casefold()) == value


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_line_ends_and_encoding_stay(ends: str, encoding: str) -> None:
    data = BIB.decode().replace("Ruaida", "Ruaidá").replace("\n", ends).encode(encoding)
    after = set_field(data, "murni2016", "note", "Catatan é")
    assert after.decode(encoding) == data.decode(encoding).replace(
        "  month ", f"  note    = {{Catatan é}},{ends}  month "
    )


def test_value_that_is_there_already_changes_no_byte() -> None:
    data = BIB
    for _ in range(100):
        data = set_field(data, "murni2016", "title", "Peran Jejaring Kerja")
        data = set_field(data, "murni2016", "journal", "Sosio Konsepsia Baru")
        data = set_field(data, "daulay2018", "doi", None)
    assert data is BIB


@pytest.mark.parametrize(
    "text",
    [
        "}\n@misc{jahat, title={x}",
        "} @misc{jahat, title={x}}",
        "a } b { c",
        "{{{",
        '" @book{x}',
        "garis \\ miring \\",
        "C:\\temp\\",
        "50% & 100# _a_ $5 ^2 ~x <i>y</i> &amp;",
        "a -- b --- c ''d'' ``e`` !`f ?`g",
        "\\input{/etc/passwd} dan \\write18{x}",
        "@book{a, title={b}}",
        "baris\r\nbaru\t dan tab",
        "https://contoh.id/a%20b_c?x=1&y=2~z",
        "  spasi di tepi  ",
        "kata # kata, koma = sama",
    ],
)
@pytest.mark.parametrize("key", ["murni2016", "daulay2018"])
def test_no_text_breaks_out_of_its_field(key: str, text: str) -> None:
    after = set_field(BIB, key, "title", text)
    found = read_bibliography(after, "x.bib")
    assert [entry.key for entry in found.entries] == ["murni2016", "daulay2018"]
    paired = text.count("{") == text.count("}") and "} @" not in text and "}\n" not in text and "} b {" not in text
    wanted = " ".join(text.split())
    assert fields(after, key)["title"] == (wanted.replace("{", "").replace("}", "") if paired else wanted)
    other = "daulay2018" if key == "murni2016" else "murni2016"
    assert fields(after, other) == fields(BIB, other)


def test_braces_in_pairs_protect_and_latex_stays_latex() -> None:
    assert b"{Peran {UKM} dan \\'e}" in set_field(BIB, "daulay2018", "title", "Peran {UKM} dan \\'e", latex=True)
    assert b"{Peran {UKM}}" in set_field(BIB, "daulay2018", "title", "Peran {UKM}")
    people = set_field(BIB, "murni2016", "author", "{Badan Pusat Statistik} and Murni, Ruaida")
    assert [name.full for name in read_bibliography(people, "x").entries[0].names["author"]] == [
        "Badan Pusat Statistik",
        "Ruaida Murni",
    ]


def test_pages_are_written_as_bibtex_has_them() -> None:
    for typed in ("31–56", "31--56"):
        assert b"pages={31--56}" in set_field(BIB, "daulay2018", "pages", typed)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: set_field(BIB, "tidakada", "title", "x"), "edit-unknown-key"),
        (lambda: set_field(BIB, "murni2016", "ti tle", "x"), "edit-bad-name"),
        (lambda: set_field(BIB, "murni2016", "title = {x}, y", "x"), "edit-bad-name"),
        (lambda: set_field(BIB, "murni2016", "url", "https://x/}{"), "edit-unbalanced"),
        (lambda: set_field(BIB, "murni2016", "title", "a } b", latex=True), "edit-unbalanced"),
        (lambda: set_field(BIB, "murni2016", "title", "a \\} { b", latex=True), "edit-unbalanced"),
        (lambda: set_field(BIB, "murni2016", "title", "akhir \\", latex=True), "edit-unbalanced"),
        (
            lambda: set_field(BIB.replace(b"Ruaida", b"Ruaid\xe1"), "murni2016", "title", "Łódź 社"),
            "edit-not-in-encoding",
        ),
        (lambda: set_field("Иванов Пётр".encode("koi8-r"), "a", "title", "x"), "edit-encoding-unknown"),
        (lambda: set_field(BIB, "murni2016", "title", "\ud800"), "edit-not-in-encoding"),
        (lambda: add_entry(BIB, "misc", "MURNI2016", {}), "edit-key-taken"),
        (lambda: add_entry(BIB, "misc", "a}b", {}), "edit-bad-key"),
        (lambda: add_entry(BIB, "mi{sc", "a", {}), "edit-bad-name"),
        (lambda: rename_key(BIB, "murni2016", "daulay2018"), "edit-key-taken"),
        (lambda: rename_key(BIB, "murni2016", "a, title={x}"), "edit-bad-key"),
        (lambda: delete_entry(BIB, "x"), "edit-unknown-key"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(call: object, code: str) -> None:
    with pytest.raises(InputError) as refused:
        call()  # type: ignore[operator]
    assert refused.value.code == code
    for language in ("id", "en"):
        assert "?" not in error_text(refused.value, language)


@pytest.mark.parametrize(
    "source",
    ["x}, note = {y", "x}}\n@misc{jahat, title = {y", "x}\n@misc{jahat, title={y}}\n@misc{lain, title={", "lain", ""],
)
def test_edit_that_would_not_be_read_back_as_meant_is_refused(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """Even where the writing of values is at fault, nothing wrong is handed out."""
    monkeypatch.setattr("kb.store.bibliography_edit.written_value", lambda *_: (source, "yang dimaksud"))
    for key in ("murni2016", "daulay2018"):
        for field in ("title", "note"):
            with pytest.raises(InputError) as refused:
                set_field(BIB, key, field, "yang dimaksud")
            assert refused.value.code == "edit-not-as-meant"


def test_address_that_would_lose_a_character_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        set_field(BIB, "murni2016", "url", "https://x.id/a\\%b")
    assert refused.value.code == "edit-not-as-meant"


def test_entry_that_is_laid_out_too_oddly_is_left_alone() -> None:
    data = b"@misc{a, title={x}, aneh sekali nama ini panjang = {y}}\n"
    with pytest.raises(InputError) as refused:
        set_field(data, "a", "title", "z")
    assert refused.value.code == "edit-not-laid-out" and refused.value.params["line"] == 1


def test_field_without_a_last_comma_is_inserted_before_so_that_no_other_line_changes() -> None:
    data = b"@misc{a,\n  title = {x},\n  annote = {y}\n}\n"
    assert set_field(data, "a", "note", "z") == b"@misc{a,\n  title = {x},\n  note   = {z},\n  annote = {y}\n}\n"


def test_first_field_of_an_entry_that_has_none() -> None:
    assert set_field(b"@misc{a}\n", "a", "title", "x") == b"@misc{a,\n  title = {x}\n}\n"
    assert set_field(b"@misc{a,\n}\n", "a", "title", "x") == b"@misc{a,\n\n  title = {x}\n}\n"


def test_repeated_field_is_set_where_it_is_read_and_taken_away_whole() -> None:
    data = b"@misc{a,\n  title = {satu},\n  Title = {dua},\n  year = 2016\n}\n"
    assert b"{tiga},\n  Title = {dua}" in set_field(data, "a", "title", "tiga")
    assert set_field(data, "a", "title", None) == b"@misc{a,\n  year = 2016\n}\n"


def test_entries_with_working_keys_can_be_edited_and_given_a_key() -> None:
    data = b"@misc{a, title={satu}}\n@misc{A, title={dua}}\n@misc{, title={tiga besar}}\n@misc{title={empat besar}}\n"
    assert set_field(data, "A-2", "year", "2016") == data.replace(b"title={dua}", b"year={2016}, title={dua}")
    assert rename_key(data, "A-2", "b") == data.replace(b"@misc{A,", b"@misc{b,")
    assert rename_key(data, "tiga", "c") == data.replace(b"@misc{,", b"@misc{c,")
    assert rename_key(data, "empat", "d") == data.replace(b"{title={empat", b"{d,title={empat")


def test_children_follow_a_renamed_parent_and_keep_it_from_being_deleted() -> None:
    data = b'@book{buku, title={B}, year=2001}\n@inbook{bab, title={C}, crossref={BUKU}}\n@misc{m, xdata="x, buku"}\n@xdata{x}\n'
    assert rename_key(data, "buku", "baru") == data.replace(b"{buku,", b"{baru,").replace(b"{BUKU}", b"{baru}").replace(
        b", buku", b", baru"
    )
    with pytest.raises(InputError) as refused:
        delete_entry(data, "buku")
    assert refused.value.code == "edit-referred-to" and refused.value.params["children"] == "bab, m"


def test_inherited_field_is_overridden_and_comes_back() -> None:
    data = b"@book{buku, title={B}, year=2001}\n@inbook{bab, title={C}, crossref={buku}}\n"
    own = set_field(data, "bab", "year", "2005")
    assert fields(own, "bab")["year"] == "2005"
    assert set_field(own, "bab", "year", None) == data
    assert set_field(data, "bab", "year", None) == data


def test_deleted_entry_takes_its_empty_line_with_it() -> None:
    data = b"% satu\n@misc{a, title={x}}\n\n% dua\n@misc{b, title={y}}\n\n@misc{c, title={z}}\n"
    assert delete_entry(data, "a") == b"% satu\n\n% dua\n@misc{b, title={y}}\n\n@misc{c, title={z}}\n"
    assert delete_entry(data, "b") == b"% satu\n@misc{a, title={x}}\n\n% dua\n\n@misc{c, title={z}}\n"
    assert delete_entry(data, "c") == b"% satu\n@misc{a, title={x}}\n\n% dua\n@misc{b, title={y}}\n\n"


def test_added_entry_looks_like_the_last_one() -> None:
    added = add_entry(b"@misc{a,\r\n\ttitle  = {x},\r\n}", "book", "b", {"author": "Murni, R.", "year": "2016"})
    assert added == (
        b"@misc{a,\r\n\ttitle  = {x},\r\n}\r\n\r\n@book{b,\r\n\tauthor = {Murni, R.},\r\n\tyear   = {2016}\r\n}\r\n"
    )
    assert add_entry(b"", "misc", "a", {"title": "x"}) == b"@misc{a,\n  title = {x}\n}\n"


def test_broken_neighbours_do_not_hinder_an_edit() -> None:
    data = b"@misc{rusak, title={x\n\n@misc{a, title={y}}\n"
    assert set_field(data, "a", "title", "z") == b"@misc{rusak, title={x\n\n@misc{a, title={z}}\n"


def test_example_bibliography_is_edited_in_place(example_root: Path) -> None:
    data = (example_root / "references.bib").read_bytes()
    for entry in read_bibliography(data, "references.bib").entries:
        after = set_field(data, entry.key, "note", "Catatan & uji 50%")
        gone, came = difference(data, after)
        assert gone == b"" and b"Catatan \\& uji 50\\%" in came
        assert set_field(after, entry.key, "note", None) == data


def test_random_edits_of_a_long_file_stay_inside_their_entries() -> None:
    """200 here; `benchmarks.proofs.bibliography_edits` makes 1,000 and looks at every one with another parser too."""
    chance = random.Random(11)
    data = generated_bibliography(seed=3, entries=120, dirty=True)
    for number in range(200):
        key, field = f"kunci{chance.randrange(120)}", chance.choice(["title", "year", "note", "url", "author"])
        value = (
            chance.choice([f"nilai {number} & {{x}} 5%", f"Baru, {number}", None, "} @misc{x"])
            if field != "url"
            else f"x{number}"
        )
        text = data.decode()
        read = read_text(text, "")
        block = read.blocks[[entry.key for entry in read.entries].index(key)]
        after = set_field(data, key, field, value).decode()
        assert after[: block.start] == text[: block.start] and after.endswith(text[block.end :])
        data = after.encode()
        if value and "{x}" not in value:
            assert fields(data, key)[field] == value
