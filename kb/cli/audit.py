"""`kajian audit DRAFT… [--bib FILE]`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options


@click.command("audit")
@click.argument("drafts", metavar="DRAFT…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--bib", type=click.Path(path_type=Path), metavar="FILE", help="Daftar pustaka; tanpa proyek / no project needed."
)
@output_options
@click.pass_obj
def command(call: Call, drafts: tuple[Path, ...], bib: Path | None, output: Path | None, form: str | None) -> int:
    """Periksa naskah bab terhadap daftar pustaka dan catatan / a draft chapter against bibliography and notes."""
    from kb.audit.audit import audit
    from kb.audit.chapter import Notes
    from kb.outputs import audit_report, findings
    from kb.reading.drafts import read_draft
    from kb.store.drafts import read_file, read_files, within

    chosen = choose_format(form, output, ("text", "json", "github", "html"))
    draft = read_draft(read_files(drafts), within(drafts[0].parent))
    if bib is not None:
        from kb.store.bibliography_read import read_bibliography

        bibliography, notes, file = read_bibliography(read_file(bib), str(bib)), Notes(), str(bib)
        language = call.language()
    else:
        from kb.queries.people import people

        library = _library(call)
        language = call.language(library)
        bibliography = library.bibliography if library else None  # type: ignore[assignment]
        notes = Notes(tuple(people(library).values())) if library else Notes()
        file = library.configuration.bibliography if library else "references.bib"
    report = audit(draft, bibliography, notes, bibliography_file=file)
    if chosen == "json":
        deliver(as_json(audit_report.record(report, language)), output)
    elif chosen == "github":
        deliver(findings.github(report.findings, language), output)
    elif chosen == "html":
        from kb.outputs import audit_html

        deliver(audit_html.render(report, draft, language), output)
    else:
        deliver(audit_report.text(report, language, colour=output is None and sys.stdout.isatty()), output)
    return 1 if any(finding.severity != "info" for finding in report.findings) else 0


def _library(call: Call):  # type: ignore[no-untyped-def]
    """The project where there is one: without it, the draft's own reference list is all there is."""
    from kb.errors import ProjectError

    try:
        return call.library()
    except ProjectError as missing:
        if missing.code == "no-project" and call.folder is None:
            return None
        raise
