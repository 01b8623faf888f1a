"""`kajian audit DRAFT… [--bib FILE]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options

if TYPE_CHECKING:
    from kb.model.draft import Draft
    from kb.model.report import Report


SECONDS = 9.0
"""Processor time of an audit; a chapter takes a part of a second."""


@click.command("audit")
@click.argument("drafts", metavar="DRAFT…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--bib", type=click.Path(path_type=Path), metavar="FILE", help="Daftar pustaka; tanpa proyek / no project needed."
)
@click.option(
    "--fix", type=click.Path(path_type=Path, dir_okay=False), metavar="COPY",
    help="Salinan naskah dengan kesalahan ketik diperbaiki / a copy with slips set right.",
)  # fmt: skip
@output_options
@click.pass_obj
def command(
    call: Call, drafts: tuple[Path, ...], bib: Path | None, fix: Path | None, output: Path | None, form: str | None
) -> int:
    """Periksa naskah bab terhadap daftar pustaka dan catatan / a draft chapter against bibliography and notes."""
    from kb.outputs import audit_report, findings
    from kb.reading.drafts import read_draft
    from kb.store.drafts import read_files, within
    from kb.store.worker import processor_seconds

    chosen = choose_format(form, output, ("text", "json", "github", "html", "docx"))
    files = read_files(drafts)
    for copy in (fix, output):
        _keep_drafts(copy, drafts)
    named = ", ".join(str(draft) for draft in drafts)
    with processor_seconds(SECONDS, "draft-stopped", named):
        draft = read_draft(files, within(drafts[0].parent))
        report, language = _report(call, draft, bib)
    if fix is not None:
        _fixed_copy(fix, files, draft, report, language)
    if chosen == "docx":
        deliver(_commented_copy(files, draft, report, language), output, binary=True)
    elif chosen == "json":
        deliver(as_json(audit_report.record(report, language)), output)
    elif chosen == "github":
        deliver(findings.github(report.findings, language), output)
    elif chosen == "html":
        from kb.outputs import audit_html

        deliver(audit_html.render(report, draft, language), output)
    else:
        deliver(audit_report.text(report, language, colour=output is None and sys.stdout.isatty()), output)
    return 1 if any(finding.severity != "info" for finding in report.findings) else 0


def _report(call: Call, draft: Draft, bib: Path | None) -> tuple[Report, str]:
    """Held against the list that is named, else against the project, else against the draft's own list."""
    from kb.audit.audit import audit
    from kb.audit.in_project import audit_in_project
    from kb.store.bibliography_read import read_bibliography
    from kb.store.drafts import read_file

    if bib is not None:
        works = read_bibliography(read_file(bib), str(bib))
        return audit(draft, works, bibliography_file=str(bib)), call.language()
    library = _library(call)
    if library is None:
        return audit(draft), call.language()
    return audit_in_project(library, draft), call.language(library)


def _keep_drafts(copy: Path | None, drafts: tuple[Path, ...]) -> None:
    """A copy never takes the place of what it was made of."""
    from kb.errors import InputError

    if copy is not None and any(copy.resolve() == draft.resolve() for draft in drafts):
        raise InputError("copy-onto-draft", file=str(copy))


def _commented_copy(files: list[tuple[str, bytes]], draft: Draft, report: Report, language: str) -> bytes:
    from kb.errors import InputError
    from kb.outputs.audit_comments import comments
    from kb.reading.word_comments import commented

    if len(files) > 1:
        raise InputError("draft-one-only", count=len(files))
    if not files[0][1].startswith(b"PK"):
        raise InputError("draft-comment-kind")
    return commented(*files[0], comments(report, draft, language))


def _fixed_copy(copy: Path, files: list[tuple[str, bytes]], draft: Draft, report: Report, language: str) -> None:
    """Write the copy, and say on standard error what was changed in it."""
    from kb.audit.slips import slips
    from kb.editing.tidy import tidied
    from kb.errors import InputError
    from kb.locale import check_title, translator

    if len(files) > 1:
        raise InputError("draft-one-only", count=len(files))
    result = tidied(*files[0], slips(draft, report))
    deliver(result.data, copy, binary=True)
    _ = translator(language)
    lines = [_("{count} kesalahan ketik diperbaiki dalam salinan {file}:").format(count=len(result.done), file=copy)]
    lines += [
        f"  {slip.line}:{slip.column}  “{slip.written}” → “{slip.right}”  [{check_title(slip.check, language)}]"
        for slip in result.done
    ]
    if result.left:
        lines.append(_("{count} tidak dapat diperbaiki di tempatnya; lihat catatannya.").format(count=len(result.left)))
    click.echo("\n".join(lines), err=True)


def _library(call: Call):  # type: ignore[no-untyped-def]
    """The project where there is one: without it, the draft's own reference list is all there is."""
    from kb.errors import ProjectError

    try:
        return call.library()
    except ProjectError as missing:
        if missing.code == "no-project" and call.folder is None:
            return None
        raise
