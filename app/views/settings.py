"""Pengaturan: the campus's form and what it changes, earlier saves, about."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import form_sample, history_list, prose, settings_form
from kb import __version__

_ = session.words()
opened = session.library()
st.title(_("Pengaturan"))
form, saves, about = st.tabs([_("Format"), _("Riwayat"), _("Tentang")])
with form:
    settings_form.show()
    st.header(_("Contoh"))
    with st.container(border=True):
        form_sample.show()
with saves:
    history_list.show()
with about:
    prose.paragraph(f"Kajian {__version__}")
    prose.paragraph(_("Semua tetap di komputer ini: aplikasi tidak meminta apa pun dari internet."))
    prose.note(f"{_('Folder proyek')}: {opened.root}")
    prose.note(f"{_('Alamat proyek (IRI)')}: {opened.base}")
    st.code("\n".join(sorted({"kajian.toml", *opened.files})), language=None)
