"""Drafts of forms as every page lists them: what another program or window did is seen at once."""

from __future__ import annotations

import json
import os
from pathlib import Path

from kb.store.form_drafts import FormDraft, drop_form_draft, form_drafts, write_form_draft


def draft(window: str, words: str, form: str = "karya/a") -> FormDraft:
    return FormDraft(form, window, {"title": words}, {"title": ""})


def told(root: Path, form: str | None = None) -> dict[str, object]:
    return {each.window: each.values["title"] for each in form_drafts(root, form)}


def test_each_change_is_seen_though_the_clock_stands_still(tmp_path: Path) -> None:
    folder = tmp_path / ".kajian" / "drafts"
    assert told(tmp_path) == {}
    for number in range(20):
        write_form_draft(tmp_path, draft("w", f"kata {number}"))
        os.utime(folder, ns=(0, 0))
        assert told(tmp_path) == {"w": f"kata {number}"}
    write_form_draft(tmp_path, draft("v", "lain", "karya/b"))
    os.utime(folder, ns=(0, 0))
    assert told(tmp_path) == {"w": "kata 19", "v": "lain"} and told(tmp_path, "karya/b") == {"v": "lain"}
    drop_form_draft(tmp_path, "karya/a", "w")
    os.utime(folder, ns=(0, 0))
    assert told(tmp_path) == {"v": "lain"}


def test_what_another_program_put_there_is_seen_and_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    write_form_draft(tmp_path, draft("w", "di sini"))
    assert told(tmp_path) == {"w": "di sini"}
    folder = tmp_path / ".kajian" / "drafts"
    table = {"form": "karya/a", "window": "u", "when": "", "values": {"title": "dari lain"}, "base": {"title": ""}}
    (folder / "lain.json").write_text(json.dumps(table), encoding="utf-8")
    (folder / "rusak.json").write_text("{", encoding="utf-8")
    os.mkfifo(folder / "pipa.json")
    assert told(tmp_path) == {"w": "di sini", "u": "dari lain"}
