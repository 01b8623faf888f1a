"""Random sequences of edits in two windows, undo, reload and edits from outside, against a plain model of the fields.

What the windows show is what the files say, or what the person typed since; no acknowledged edit is lost. A field that
was changed here and, since it was typed, elsewhere too is not saved before the person chose a version.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from streamlit.testing.v1 import AppTest

from kb.editing.edit import edit
from kb.editing.studies import add_study, written_study
from kb.editing.study_fields import study_fields
from kb.editing.written_study import ReportedWork, WrittenStudy, WrittenValue
from kb.store.form_drafts import form_drafts
from kb.store.new_project import new_project
from kb.store.project import open_project

PAGE = str(Path(__file__).parent / "study_page.py")
STUDY = "studi-santoso"
KEY = f"penelitian/{STUDY}"
FIELDS = ("note", "findings")
"""A property of the study itself, and statements of their own."""
WORDS = st.sampled_from(["satu", "dua", "tiga kata lagi", "*miring*", 'kutip " dan \\', "é – ʼ"])
WINDOWS = st.integers(0, 1)


class Sequences(RuleBasedStateMachine):
    """Two windows on one project; `held` is what the last acknowledged edit of each field said."""

    @initialize()
    def project(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.root = new_project(Path(self.folder.name) / "proyek", "Judul")
        start = WrittenStudy(note="awal", values={"findings": (WrittenValue(text="awal"),)})
        add_study(open_project(self.root), start, ReportedWork("Budi Santoso", "Literasi", "2019"))
        self.patches = [
            patch.dict("os.environ", {"KAJIAN_PROJECT": str(self.root), "KAJIAN_LANG": "id"}),
            patch("app.components.after_save.go", lambda *_, **__: None),
        ]
        for each in self.patches:
            each.start()
        self.held = self.on_disk()
        self.typed: list[dict[str, str]] = [{}, {}]
        self.asking: list[set[str]] = [set(), set()]
        self.windows = [self.window(), self.window()]

    def teardown(self) -> None:
        for each in getattr(self, "patches", []):
            each.stop()
        if hasattr(self, "folder"):
            self.folder.cleanup()

    @rule(window=WINDOWS, field=st.sampled_from(FIELDS), words=WORDS)
    def type_in(self, window: int, field: str, words: str) -> None:
        self.field(window, field).set_value(words)
        self.run(window)
        self.typed[window][field] = words
        self.forget_agreed()

    @rule(window=WINDOWS)
    def save(self, window: int) -> None:
        typed = dict(self.typed[window])
        self.click(window, f"{KEY}/:save")
        if not self.asking[window]:
            self.typed[window] = {}
            self.now_on_disk({**self.held, **typed})

    @rule(window=WINDOWS, mine=st.booleans())
    def choose(self, window: int, mine: bool) -> None:
        """Where both versions are shown, one is chosen."""
        self.run(window)
        for name in self.asked(window):
            self.click(window, f"{KEY}/{name}:{'mine' if mine else 'theirs'}")
            self.asking[window].discard(name)
            if not mine:
                self.typed[window].pop(name, None)

    @rule(field=st.sampled_from(FIELDS), words=WORDS)
    def outside(self, field: str, words: str) -> None:
        edit(open_project(self.root), STUDY, {field: words})
        self.now_on_disk({**self.held, field: words})

    @rule(window=WINDOWS)
    def undo(self, window: int) -> None:
        """One save is taken back: what it changed and nobody changed since; or it is refused and nothing happens."""
        if not [b for b in self.windows[window].button if b.key == "undo-save"]:
            return
        before = self.on_disk()
        self.click(window, "undo-save")
        after = self.on_disk()
        told = "".join(str(entry.value) for entry in self.windows[window].markdown)
        if "Diurungkan" not in told:
            assert after == before
        self.now_on_disk(after)

    @rule(window=WINDOWS, restore=st.booleans())
    def reload(self, window: int, restore: bool) -> None:
        """A new window instead of the old one; the draft is offered, and gives back all that was typed."""
        mine = self.windows[window].session_state[f"form:{KEY}"].window
        self.windows[window] = self.window()
        typed, self.typed[window] = self.typed[window], {}
        asking, self.asking[window] = self.asking[window], set()
        kept = [draft.window for draft in form_drafts(self.root, KEY)]
        assert (mine in kept) == any(words != self.held[name] for name, words in typed.items())
        buttons = [b.key for b in self.windows[window].button if b.key == f"{KEY}/:restore:{mine}"]
        if restore and buttons:
            self.click(window, buttons[0])
            self.typed[window], self.asking[window] = typed, asking
        elif buttons:
            self.click(window, f"{KEY}/:discard:{mine}")

    @precondition(lambda self: hasattr(self, "windows"))
    @invariant()
    def files_hold_every_acknowledged_edit(self) -> None:
        assert self.on_disk() == self.held

    @precondition(lambda self: hasattr(self, "windows"))
    @invariant()
    def windows_show_the_files_and_what_was_typed(self) -> None:
        for number in (0, 1):
            self.run(number)
            shown = {name: str(self.field(number, name).value) for name in FIELDS}
            assert shown == {**self.held, **self.typed[number]}
            assert set(self.asked(number)) == self.asking[number]

    def now_on_disk(self, new: dict[str, str]) -> None:
        """What an edit made of the fields; windows that typed into one of these since have to ask."""
        for number in (0, 1):
            self.asking[number] |= {name for name in self.typed[number] if new[name] != self.held[name]}
        self.held = new
        self.forget_agreed()

    def forget_agreed(self) -> None:
        """Words that stand in the files are nobody's unsaved words: what is changed there next is simply shown."""
        for number in (0, 1):
            for name in [name for name, words in self.typed[number].items() if words == self.held[name]]:
                del self.typed[number][name]
                self.asking[number].discard(name)

    def window(self) -> AppTest:
        return AppTest.from_file(PAGE, default_timeout=60).run()

    def field(self, window: int, name: str):  # type: ignore[no-untyped-def]
        app = self.windows[window]
        return next(f for f in (*app.text_area, *app.text_input) if f.key == f"{KEY}/{name}")

    def run(self, window: int) -> None:
        self.windows[window].run()
        assert not self.windows[window].exception, [e.value for e in self.windows[window].exception]

    def click(self, window: int, key: str) -> None:
        self.windows[window].button(key=key).click()
        self.run(window)

    def asked(self, window: int) -> list[str]:
        state = self.windows[window].session_state[f"form:{KEY}"]
        return list(state.theirs)

    def on_disk(self) -> dict[str, str]:
        opened = open_project(self.root)
        fields = study_fields(opened, written_study(opened, STUDY))
        return {name: str(fields[name]) for name in FIELDS}
