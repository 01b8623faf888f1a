"""Every text that a person can see stands in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from kb.errors import InputError
from kb.findings import Finding
from kb.locale import check_title, error_text, finding_fix, finding_message, translator
from kb.locale.words import ERRORS, FINDINGS
from kb.locale.words.check_titles import TITLES
from kb.locale.words.system import NOT_UTF_8, REASONS

ROOT = Path(__file__).parent.parent
CATALOGUES = sorted(ROOT.glob("kb/locale/en/LC_MESSAGES/*.po"))


def english() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in CATALOGUES:
        with path.open("rb") as file:
            found |= {str(message.id): str(message.string) for message in read_po(file) if message.id}
    return found


def marked() -> dict[str, str]:
    """Indonesian texts marked in the code, with where: `_("…")`, `translator(…)("…")`, `session.words()("…")`."""
    found: dict[str, str] = {}
    for path in (*ROOT.glob("app/**/*.py"), *ROOT.glob("kb/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                text, called = node.args[0].value, node.func
                if isinstance(called, ast.Call):
                    called = called.func
                    wanted = {"translator", "words"}
                else:
                    wanted = {"_"}
                name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                if isinstance(text, str) and name in wanted:
                    found.setdefault(text, f"{path.relative_to(ROOT)}:{node.lineno}")
    return found


def all_texts() -> dict[str, str]:
    texts = marked()
    for check, (message, fix) in FINDINGS.items():
        texts |= {message: f"finding {check}", fix: f"fix of {check}"}
    texts |= {title: f"title of {check}" for check, title in TITLES.items()}
    texts |= {text: f"reason {number}" for number, text in REASONS.items()} | {NOT_UTF_8: "reason"}
    return texts | {text: f"error {code}" for code, text in ERRORS.items()}


def test_no_message_is_missing_in_english() -> None:
    known = english()
    missing = [f"{where}: {text!r}" for text, where in all_texts().items() if text and not known.get(text)]
    assert not missing, "\n".join(missing)


def test_slots_agree_between_the_languages() -> None:
    slots = re.compile(r"\{(\w+?)(?:_id|_en)?\}")  # a slot may hold the words of either language
    wrong = [text for text, there in english().items() if set(slots.findall(text)) != set(slots.findall(there))]
    assert not wrong, wrong


def test_no_catalogue_says_one_text_twice() -> None:
    for path in CATALOGUES:
        ids = re.findall(r'^msgid (".+")$', path.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(ids) == len(set(ids)), path.name


@pytest.mark.parametrize("check", sorted(FINDINGS))
def test_every_finding_says_what_and_what_next(check: str) -> None:
    for language in ("id", "en"):
        finding = Finding(check, "error")
        assert finding_message(finding, language).strip() and finding_fix(finding, language).strip()


def test_every_check_has_a_short_title_of_its_own_in_both_languages() -> None:
    assert set(TITLES) == set(FINDINGS)
    for language in ("id", "en"):
        titles = {check: check_title(check, language) for check in FINDINGS}
        assert len(set(titles.values())) == len(titles)
        assert not [title for check, title in titles.items() if not title or title == check or len(title) > 50]
    assert check_title("heading-order", "id") == "Urutan nomor subbab"
    assert check_title("heading-order", "en") == "Heading numbers"


def test_a_text_that_no_catalogue_knows_stays_as_it_is() -> None:
    assert translator("en")("kata yang tidak ada") == "kata yang tidak ada"


def test_what_the_system_refuses_is_said_in_the_reader_s_language() -> None:
    gone = InputError("file-unreadable", where="a.docx", why=FileNotFoundError(2, "No such file or directory"))
    assert "tidak ada berkas dengan nama itu" in error_text(gone, "id")
    assert "there is no file of that name" in error_text(gone, "en")
    odd = InputError("file-unreadable", where="a.docx", why=OSError(9999, "a reason nobody listed"))
    assert "a reason nobody listed" in error_text(odd, "id")
