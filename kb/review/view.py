"""How answers are to be worded: language, terms of citations, whose sentences of comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb.citing.chains import TERMS, Terms
from kb.model.profile import Profile

Comparison = Literal["asserted", "computed", "both", "best"]


@dataclass(frozen=True, slots=True)
class View:
    """`best` takes the sentence a person wrote where no check doubts it, else the computed one."""

    language: str = "id"
    terms: Terms = TERMS["id"]
    comparison: Comparison = "best"


def view_of(profile: Profile, language: str = "id", comparison: Comparison = "best") -> View:
    """The campus's words of citations, in Indonesian; English has its own."""
    return View(language, terms_of(profile, language), comparison)


def terms_of(profile: Profile, language: str = "id") -> Terms:
    """The terms of citations that a profile asks for."""
    if language != "id":
        return TERMS[language]
    page = TERMS["id"].page if profile.locator_word == ":" else profile.locator_word
    return Terms(conjunction=profile.and_word, page=page, et_al_from=profile.et_al_from)


def all_terms(profile: Profile) -> dict[str, Terms]:
    """The terms of citations by language."""
    return {language: terms_of(profile, language) for language in TERMS}
