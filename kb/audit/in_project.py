"""A draft against a whole project: its bibliography, its people, its campus's limits, and what it lets pass."""

from __future__ import annotations

from kb.audit.audit import audit
from kb.audit.noted import noted
from kb.model.draft import Draft
from kb.model.limits import Limits
from kb.model.profile import Profile
from kb.model.report import Report
from kb.reading.allowances import allowances
from kb.store.bibliography_read import Bibliography
from kb.store.configuration import FILE, configuration_text
from kb.store.library import Library
from kb.store.profiles import load_profile


def audit_in_project(library: Library, draft: Draft, bibliography: Bibliography | None = None) -> Report:
    """The report; `bibliography` takes the place of the project's own where the draft comes with another.

    Allowances are comments `# boleh: …` in the draft and in the project's settings; the latter are the only place for
    those of a Word file.
    """
    own = library.configuration
    return audit(
        draft,
        library.bibliography if bibliography is None else bibliography,
        noted(library),
        limits(load_profile(own.profile, library.root)),
        bibliography_file=own.bibliography,
        allowances=allowances(configuration_text(library.root), FILE),
    )


def limits(profile: Profile) -> Limits:
    """What a campus asks of sources."""
    return Limits(
        profile.secondary_most / 100 if profile.secondary_most < 100 else None,
        profile.sources_least or None,
        profile.sources_recent_years or None,
        profile.sources_recent_share / 100,
    )
