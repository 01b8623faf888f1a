"""The form of the student's own study: year, main concepts, aspects."""

from __future__ import annotations

from collections.abc import Mapping

from app import session
from app.components.form import Form, open_form
from kb.editing.project_start import MOST_CONCEPTS, OwnStudy, own_study, own_study_faults, save_own_study
from kb.editing.rebase import Field, Fields
from kb.editing.study_options import concept_options
from kb.locale import error_text, fill
from kb.queries.studies import focal_study
from kb.store.library import Library
from kb.store.save import Saved


def opened() -> Form | None:
    """The form; None where the notes name no study as the student's own."""
    return open_form("penelitian-ini", None, _load, _check, _save)


def show(form: Form) -> None:
    """The fields; new concepts are typed as words."""
    _ = session.words()
    options = concept_options(form.state.library, session.language())
    form.text("year", _("Tahun"), placeholder="2026")
    label = fill(_("Konsep utama (paling banyak {most})"), {"most": MOST_CONCEPTS})
    form.several("concepts", label, options, max_selections=MOST_CONCEPTS)
    form.several("aspects", _("Aspek yang dikaji"), options)


def _load(library: Library) -> dict[str, Field] | None:
    if focal_study(library) is None:
        return None
    held = own_study(library)
    return {"year": held.year, "concepts": list(held.concepts), "aspects": list(held.aspects)}


def _meant(values: Fields) -> OwnStudy:
    lists = {name: values.get(name, []) for name in ("concepts", "aspects")}
    words = {name: tuple(value) if isinstance(value, list) else () for name, value in lists.items()}
    return OwnStudy(words["concepts"], words["aspects"], str(values.get("year", "")))


def _check(library: Library, values: Fields) -> Mapping[str, str]:
    return {name: error_text(fault, session.language()) for name, fault in own_study_faults(_meant(values)).items()}


def _save(library: Library, base: Fields, values: Fields) -> tuple[Saved, str]:
    focal = focal_study(library)
    return save_own_study(library, _meant(values)), focal.id if focal else ""
