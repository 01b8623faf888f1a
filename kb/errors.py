"""Errors that a person meets: what went wrong, where, and what to do next."""

from __future__ import annotations


class KajianError(Exception):
    """Something could not be done; the command line prints it as one line and exits with 2.

    `code` names the words in `kb/locale/words`; `params` fill their slots. The words are chosen when the
    error is shown, since only the front knows the person's language.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        from kb.locale import error_text

        return error_text(self, "id")


class ProjectError(KajianError):
    """A project could not be found, read or made."""


class InputError(KajianError):
    """What a person named or handed in (file, option, value) cannot be used."""


class SaveError(KajianError):
    """A save did not happen; the files are as they were."""
