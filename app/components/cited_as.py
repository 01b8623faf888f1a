"""How a citation will be printed: in brackets, in a sentence, in the list."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import session
from app.components import copy, prose
from kb.citing.ways import Ways
from kb.errors import KajianError
from kb.locale import error_text
from kb.model.definition import Attribution
from kb.model.text import Run, Runs


def beside() -> DeltaGenerator:
    """A place beside a form that stays in view while the form is scrolled, where the window is wide enough."""
    st.html(
        "<style>@media (min-width:64rem){"
        "[data-testid=stColumn]:has(>*>*>.st-key-printed){align-self:stretch}"
        "[data-testid=stColumn]:has(>*>*>.st-key-printed)>*{height:100%}"
        "*:has(>.st-key-printed){position:sticky;top:4.5rem}}</style>"
    )
    return st.container(key="printed")


def ways_or_none(attribution: Attribution) -> Ways | None:
    """The ways of one citation; None, and the reason on the screen, where the style cannot be used."""
    try:
        return session.ways((attribution,))[0]
    except KajianError as refused:
        st.warning(prose.escaped(error_text(refused, session.language())))
        return None


def show(ways: Ways, key: str) -> None:
    """Each way under its name, with a button to copy them."""
    _ = session.words()
    parts = [(_("Dalam kurung"), ways.parenthetical), (_("Dalam kalimat"), ways.narrative)]
    for label, runs in parts:
        if runs:
            prose.note(label)
            line(runs)
    prose.note(_("Dalam daftar pustaka"))
    if ways.entry:
        line(ways.entry, hanging=True)
    else:
        prose.note(_("Belum ada entri: karya yang dibaca belum dipilih atau belum pasti."))
    copy.show(choices(ways), key)


def choices(ways: Ways, text: Runs = ()) -> list[copy.Choice]:
    """What can be copied of a citation; with `text`, also the words with their citation behind them."""
    _ = session.words()
    both = (*text, Run(" "), *ways.parenthetical) if text and ways.parenthetical else text
    found = [
        copy.Choice(_("Pengertian dan sitasinya"), both),
        copy.Choice(_("Sitasi dalam kurung"), ways.parenthetical),
        copy.Choice(_("Sitasi dalam kalimat"), ways.narrative),
        copy.Choice(_("Entri daftar pustaka"), ways.entry or ()),
    ]
    return [choice for choice in found if choice.runs]


def line(runs: Runs, *, hanging: bool = False) -> None:
    """Runs as they are printed."""
    indent = "padding-left:2em;text-indent:-2em;" if hanging else ""
    st.html(f"<p style='margin:0 0 .5rem;{indent}'>{copy.rich(runs)}</p>")
