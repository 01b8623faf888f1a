"""Styles are found by name or file, and refused in one line that says what, where and what next."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from kb.citing.csl_files import STYLES as SHIPPED
from kb.citing.csl_files import find_style, style_names
from kb.errors import InputError
from tests.citing.printing import STYLES

DEPENDENT = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Jurnal</title><id>x</id>
<link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/></info></style>"""


def refusal(name: str | Path, root: Path | None = None) -> InputError:
    with pytest.raises(InputError) as refused:
        find_style(str(name), root)
    assert "\n" not in str(refused.value)
    return refused.value


def test_the_shipped_styles_are_five() -> None:
    assert style_names() == tuple(sorted(STYLES))


@pytest.mark.parametrize("name", STYLES)
def test_a_shipped_style_says_what_it_is_and_where_its_terms_come_from(name: str) -> None:
    style = find_style(name)
    assert style.shipped == name and style.lists
    comment = next(iter(etree.parse(SHIPPED / f"{name}.csl").xpath("//comment()"))).text
    assert "Written for Kajian" in comment and "Indonesian terms" in comment


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("APA", "author-date"), ("apa 7", "author-date"), ("Turabian", "note"), ("footnote", "note"),
        ("chicago-author-date", "author-date"), ("IEEE", "numeric"), ("harvard-cite-them-right", "author-date"),
    ],
)  # fmt: skip
def test_other_names_and_letter_case_find_a_style_too(name: str, category: str) -> None:
    assert find_style(name).category == category


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    error = refusal("harvad")
    assert error.code == "unknown-style" and "harvard" in str(error)


def test_a_project_s_own_style_is_found_by_name(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "kampus.csl").write_bytes((SHIPPED / "harvard.csl").read_bytes())
    assert find_style("Kampus", tmp_path).name == "kampus"
    assert find_style("kampus", tmp_path).shipped == ""


class TestDependent:
    """A dependent style is only a pointer: its parent is found here, or the style is refused."""

    def test_its_parent_may_lie_beside_it(self, tmp_path: Path) -> None:
        (tmp_path / "jurnal.csl").write_text(DEPENDENT.format(parent="induk"), encoding="utf-8")
        (tmp_path / "induk.csl").write_bytes((SHIPPED / "ieee.csl").read_bytes())
        assert find_style(str(tmp_path / "jurnal.csl")).category == "numeric"

    @pytest.mark.parametrize(
        ("parent", "shipped"), [("apa", "apa"), ("chicago-fullnote-bibliography", "catatan-kaki"), ("ieee", "ieee")]
    )
    def test_its_parent_may_be_shipped(self, tmp_path: Path, parent: str, shipped: str) -> None:
        (tmp_path / "jurnal.csl").write_text(DEPENDENT.format(parent=parent), encoding="utf-8")
        assert find_style(str(tmp_path / "jurnal.csl")).shipped == shipped

    @pytest.mark.parametrize("parent", ["journal-of-nowhere", "", "../../etc/passwd", "jurnal"])
    def test_it_is_refused_where_its_parent_is_not(self, tmp_path: Path, parent: str) -> None:
        (tmp_path / "jurnal.csl").write_text(DEPENDENT.format(parent=parent), encoding="utf-8")
        error = refusal(tmp_path / "jurnal.csl")
        assert error.code == "style-dependent" and "jurnal.csl" in str(error)

    def test_a_pointer_in_an_independent_style_is_taken_out(self, tmp_path: Path) -> None:
        link = b'<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info>'
        (tmp_path / "s.csl").write_bytes((SHIPPED / "ieee.csl").read_bytes().replace(b"</info>", link))
        assert b"independent-parent" not in find_style(str(tmp_path / "s.csl")).data


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "style-broken"),
        (b"<style", "style-broken"),
        (b"<html></html>", "style-broken"),
        (b"%PDF-1.4", "style-broken"),
        (b'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info/></style>', "style-broken"),
        (b'<style xmlns="http://purl.org/net/xbiblio/csl"><citation><layout/></citation></style>', "style-old"),
        (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><style>&e;</style>', "style-broken"),
    ],
)
def test_a_file_that_is_no_style_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "s.csl").write_bytes(content)
    error = refusal(tmp_path / "s.csl")
    assert error.code == code and "s.csl" in str(error)


@pytest.mark.parametrize(
    "fault",
    [
        (b'<text macro="authors"/>', b'<text macro="tidak-ada"/>'),
        (b'<macro name="year">', b'<macro name="year"><text macro="date"/>'),
    ],
)
def test_a_style_with_lost_or_endless_macros_is_refused(tmp_path: Path, fault: tuple[bytes, bytes]) -> None:
    (tmp_path / "s.csl").write_bytes((SHIPPED / "apa.csl").read_bytes().replace(*fault))
    assert refusal(tmp_path / "s.csl").code == "style-broken"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "hilang.csl" in str(refusal(tmp_path / "hilang.csl"))


def test_a_file_without_a_reference_list_says_so(tmp_path: Path) -> None:
    tree = etree.parse(SHIPPED / "apa.csl")
    namespace = "{http://purl.org/net/xbiblio/csl}"
    tree.getroot().remove(tree.find(f"{namespace}bibliography"))
    tree.write(str(tmp_path / "s.csl"))
    assert not find_style(str(tmp_path / "s.csl")).lists
