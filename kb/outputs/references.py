"""The reference list in every format: it goes into the thesis as it is; only text and JSON add what is not certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from kb.locale import translator
from kb.model.profile import Profile
from kb.model.reference import Reference, ReferenceList
from kb.model.text import Run, Runs, plain
from kb.outputs.cleaning import storable

FORMATS = ("md", "docx", "html", "txt")


def heading(language: str) -> str:
    """What stands over the list."""
    return translator(language)("Daftar Pustaka")


def render(listed: ReferenceList, form: str, profile: Profile, remarks: Sequence[str] = ()) -> bytes:
    """The list; `remarks` stand below it in plain text only."""
    if form == "docx":
        from kb.outputs.docx_references import render as word

        return word(listed, profile)
    return {"md": _markdown, "html": _html}[form](listed) if form != "txt" else _text(listed, remarks)


def reference_record(reference: Reference) -> dict[str, Any]:
    """One work as JSON."""
    return {
        "citekey": reference.citekey,
        "label": reference.label or None,
        "text": plain(reference.runs),
        "runs": [{"text": run.text, "italic": run.italic, "bold": run.bold} for run in reference.runs],
        "in_text": {form: plain(runs) for form, runs in reference.in_text.items()},
    }


def list_record(listed: ReferenceList, about: Mapping[str, Mapping[str, Any]], **more: Any) -> dict[str, Any]:
    """The list as JSON; `about` adds keys to single works."""
    works = [reference_record(each) | dict(about.get(each.citekey, {})) for each in listed.references]
    return {"style": listed.style, "language": listed.language, "entries": works, **more}


def labelled(reference: Reference) -> Runs:
    """Runs with the number in front where the style counts."""
    return (Run(f"{reference.label} "), *reference.runs) if reference.label else reference.runs


def _markdown(listed: ReferenceList) -> bytes:
    from kb.outputs.markdown import render_prose

    paragraphs = [labelled(each) for each in listed.references]
    return render_prose(paragraphs, Profile("umum", "", ()), heading(listed.language), listed.language)


def _text(listed: ReferenceList, remarks: Sequence[str]) -> bytes:
    below = ["---", *remarks] if remarks else []
    return storable("\n\n".join([*(each.text for each in listed.references), *below]) + "\n").encode()


def _html(listed: ReferenceList) -> bytes:
    from kb.outputs.html import page, runs_html

    indent = ' style="padding-left:2em;text-indent:-2em"' if listed.hanging or _numbered(listed) else ""
    title = heading(listed.language)
    body = "".join(
        f'<p{indent} id="ref-{escape(each.citekey, quote=True)}">{runs_html(labelled(each))}</p>\n'
        for each in listed.references
    )
    return page(title, listed.language, f"<h1>{escape(title)}</h1>\n{body}")


def _numbered(listed: ReferenceList) -> bool:
    return any(each.label for each in listed.references)
