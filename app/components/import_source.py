"""What is to be imported: a file that is uploaded, or text that is pasted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import streamlit as st

from app import session
from app.components import prose
from kb.editing.imports import importable
from kb.errors import InputError
from kb.reading.records.reading import kind_of, targets_of

MOST_PASTED = 1_000_000
_PASTED, _MAPPING = "import-pasted", "import-mapping"


@dataclass(frozen=True)
class Source:
    """A file by name and content, what it shall become, and what a person said of its columns."""

    file: str
    data: bytes
    to: str | None = None
    mapping: dict[str, str] = field(default_factory=dict)

    @property
    def stamp(self) -> tuple[object, ...]:
        """Equal for equal input."""
        return (self.file, hashlib.sha256(self.data).hexdigest(), self.to, tuple(sorted(self.mapping.items())))


def show() -> Source | None:
    """The two ways in; None while there is nothing."""
    _ = session.words()
    ways = {"file": _("Unggah berkas"), "text": _("Tempel teks")}
    way = st.segmented_control(
        _("Dari mana"), list(ways), format_func=ways.get, default="file", required=True, key="import-way",
        label_visibility="collapsed",
    )  # fmt: skip
    found = _pasted() if way == "text" else _uploaded()
    if found is None:
        return None
    file, data = found
    return Source(file, data, _target(file, data), _mapping(file))


def _uploaded() -> tuple[str, bytes] | None:
    _ = session.words()
    ends = [end.removeprefix(".") for end in importable()]
    uploaded = st.file_uploader(_("Berkas dari komputer Anda"), [*ends, "txt"], key="import-file")
    if uploaded is None:
        prose.note(_("Paling besar 20 MB. Berkas Anda tidak diubah."))
        return None
    return uploaded.name, uploaded.getvalue()


def _pasted() -> tuple[str, bytes] | None:
    """Pasted text is kept while the person looks at other pages."""
    _ = session.words()
    text = st.text_area(
        _("Tempel BibTeX, RIS, EndNote atau CSL-JSON"), st.session_state.get(_PASTED, ""), height=220,
        max_chars=MOST_PASTED, placeholder="@article{…}", key="import-text",
    )  # fmt: skip
    st.session_state[_PASTED] = text
    return (_("tempelan"), text.encode()) if text.strip() else None


def _target(file: str, data: bytes) -> str | None:
    """A Word file can become studies or works: the person says which."""
    try:
        targets = targets_of(kind_of(file, data))
    except InputError:
        return None
    if len(targets) < 2:
        return None
    _ = session.words()
    names = {"studies": _("Tabel penelitian terdahulu"), "bibliography": _("Pustaka dari sitasinya")}
    return str(st.radio(_("Yang diambil"), targets, format_func=names.get, horizontal=True, key="import-target"))


def _mapping(file: str) -> dict[str, str]:
    held = st.session_state.get(_MAPPING)
    return dict(held[1]) if held and held[0] == file else {}


def say(file: str, column: str, content: str) -> None:
    """Keep what a person says that a column of this file holds."""
    st.session_state[_MAPPING] = (file, {**_mapping(file), column: content})
