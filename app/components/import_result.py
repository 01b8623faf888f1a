"""What an import would do, before it is done: what is new, what is there already and why, what was rejected."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from app import session
from app.components import prose
from app.components.import_source import Source
from kb.editing.imports import plan_import
from kb.locale import fill
from kb.model.record import Imported
from kb.outputs.imports import both, import_summary, import_text, there, where

_PLAN = "import-plan"
_MANY, _MOST = 1_000, 100
_STYLE = (
    "<style>.kajian-import{margin:0;padding-left:1.2rem}.kajian-import li{margin:.3rem 0;overflow-wrap:anywhere}"
    ".kajian-import b{font-weight:600}</style>"
)


def planned(source: Source) -> Imported:
    """The dry run; the last one is kept, since every click runs the page again."""
    opened = session.library()
    key = (opened.fingerprint, *source.stamp)
    held = st.session_state.get(_PLAN)
    if held and held[0] == key:
        return held[1]  # type: ignore[no-any-return]
    _ = session.words()
    bar = st.empty()

    def progress(done: int, count: int) -> None:
        if count >= _MANY and (done % 100 == 0 or done == count):
            words = fill(_("{file}: {done} dari {all} …"), {"file": source.file, "done": done, "all": count})
            bar.progress(done / count, prose.escaped(words))

    with st.spinner(_("Membaca …")):
        plan = plan_import(opened, source.file, source.data, source.to, source.mapping, progress)
    bar.empty()
    st.session_state[_PLAN] = (key, plan.result)
    return plan.result


def summary(result: Imported) -> None:
    """How many there are of each kind."""
    _ = session.words()
    st.header(_("Yang akan terjadi"))
    prose.paragraph(import_summary(result, session.language()))


def show(result: Imported) -> None:
    """Each group with what a person needs to decide."""
    _ = session.words()
    language = session.language()
    _group(
        _("Ditolak"), ":material/error:", [(where(each), both(each, language)) for each in result.rejected], wide=True
    )
    _group(_("Baru"), ":material/add_circle:", [_named(result, id) for id in result.added], wide=True)
    _group(_("Dilengkapi"), ":material/edit:", [_named(result, id) for id in result.updated], wide=True)
    _group(
        _("Sel yang berubah"),
        ":material/difference:",
        [(each.words, f"{each.before or '–'} → {each.after or '–'}") for each in result.differences],
        wide=True,
    )
    same = [there(result, each, language) for each in result.duplicates]
    _group(_("Sudah ada"), ":material/content_copy:", same)
    _group(_("Catatan"), ":material/info:", [(where(each), both(each, language)) for each in result.notes])
    st.download_button(
        _("Unduh laporan ini (.txt)"), lambda: import_text(result, language, False, False, 10**9), "laporan-impor.txt",
        on_click="ignore", icon=":material/download:", key="import-report",
    )  # fmt: skip


def _named(result: Imported, id: str) -> tuple[str, str]:
    title = result.titles.get(id)
    return (title, id) if title else (id, "")


def _group(title: str, icon: str, lines: Sequence[tuple[str, str]], *, wide: bool = False) -> None:
    if not lines:
        return
    _ = session.words()
    with st.expander(f"{icon} {title} ({len(lines)})", expanded=wide):
        items = "".join(
            f"<li><b>{html.escape(head)}</b>{' – ' if rest else ''}{html.escape(rest)}</li>"
            for head, rest in lines[:_MOST]
        )
        st.html(f"{_STYLE}<ul class='kajian-import'>{items}</ul>")
        if len(lines) > _MOST:
            prose.note(fill(_("… dan {n} lagi; semuanya ada dalam laporan."), {"n": len(lines) - _MOST}))
