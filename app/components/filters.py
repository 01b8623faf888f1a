"""The filter of studies: its only truth is the link, so that a filtered view can be shared."""

from __future__ import annotations

import streamlit as st

from app import session
from kb.errors import KajianError
from kb.locale import error_text
from kb.model.study import Study
from kb.review.selection import Selection, frame_members, parse_years, select, values_of

ASPECT, APPROACH, YEARS, TEXT = "aspek", "pendekatan", "tahun", "cari"


def show() -> tuple[Study, ...]:
    """The widgets, and the prior studies that they leave."""
    _ = session.words()
    opened = session.library()
    members = frame_members(opened)
    columns = st.columns([2, 2, 1, 2])
    with columns[0]:
        aspects = _several(ASPECT, _("Aspek"), {m: values_of(opened, "aspect").get(m, [m])[0] for m in members})
    with columns[1]:
        approaches = _several(APPROACH, _("Pendekatan"), _used(opened_values(), "approach"))
    years = _word(columns[2], YEARS, _("Tahun"), "2018..2021")
    text = _word(columns[3], TEXT, _("Cari"), _("kata dalam isi"))
    try:
        wanted = Selection(
            aspects=tuple(aspects),
            years=parse_years(years) if years else None,
            text=(text,) if text else (),
            facets={"approach": tuple(approaches)} if approaches else {},
        )
        return select(opened, wanted)
    except KajianError as wrong:
        st.warning(error_text(wrong, session.language()))
        return ()


def opened_values() -> dict[str, dict[str, str]]:
    """Values that the prior studies use, by facet: id -> label."""
    from kb.queries.studies import prior_studies

    found: dict[str, dict[str, str]] = {}
    for study in prior_studies(session.library()):
        for name, values in study.facets.items():
            for value in values:
                if value.value and value.state == "stated":
                    found.setdefault(name, {})[value.value] = value.labels.get(session.language(), value.value)
    return found


def _used(values: dict[str, dict[str, str]], facet: str) -> dict[str, str]:
    return values.get(facet, {})


def _several(parameter: str, label: str, options: dict[str, str]) -> list[str]:
    given = [value for value in st.query_params.get_all(parameter) if value in options]
    key = f"filter-{parameter}"
    st.session_state[key] = given

    def follow() -> None:
        st.query_params[parameter] = st.session_state[key]

    st.multiselect(label, list(options), format_func=options.get, key=key, on_change=follow, placeholder="–")
    return given


def _word(column: st.delta_generator.DeltaGenerator, parameter: str, label: str, placeholder: str) -> str:
    key = f"filter-{parameter}"
    st.session_state[key] = st.query_params.get(parameter, "")

    def follow() -> None:
        if st.session_state[key]:
            st.query_params[parameter] = st.session_state[key]
        else:
            st.query_params.pop(parameter, None)

    column.text_input(label, key=key, on_change=follow, placeholder=placeholder)
    return str(st.query_params.get(parameter, ""))
