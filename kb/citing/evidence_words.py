"""Evidence in words: what speaks for two names or entries being one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.findings import Phrase
from kb.locale import Translator, fill, translator
from kb.model.identification import Evidence


def evidence_words(evidence: Sequence[Evidence], language: str = "id") -> str:
    """All of it as sentences, each once."""
    said = dict.fromkeys(evidence_line(each, language) for each in evidence)
    return " ".join(f"{line[:1].upper()}{line[1:]}." if not line.endswith(".") else line for line in said)


def evidence_phrases(evidence: Sequence[Evidence]) -> tuple[Phrase, ...]:
    """The same for a finding, which is told in its reader's language."""
    same = str  # the Indonesian words are the source
    phrases = [
        Phrase(_words(each, same), {"one": each.one, "other": each.other, "value": each.value, "score": each.score})
        for each in evidence
    ]
    return tuple({str(phrase): phrase for phrase in phrases}.values())


def evidence_line(each: Evidence, language: str = "id") -> str:
    """One piece of it."""
    _ = translator(language)
    if each.kind == "note" and language == "en":
        each = replace(each, one=each.other)
    slots = {"one": each.one, "other": each.other, "value": each.value, "score": each.score}
    return fill(_words(each, _), slots)


def _words(each: Evidence, _: Translator) -> str:
    return {
        "name": _("ejaan “{one}” dan “{other}” mirip ({score} %)"),
        "title": _("judul {one} dan {other} sama ({score} %): {value}"),
        "author": _("pengarang pertama sama: {one}"),
        "year": _("tahun sama: {value}"),
        "years": _("tahun berbeda: {value}"),
        "host": _("dibaca melalui sumber yang sama: {value}"),
        "work": _("karya sama: {value}"),
        "matched": _("dalam naskah dicocokkan dengan: {value}"),
        "coauthor": _("penulis bersama yang sama: {value}"),
        "place": _("penerbit atau lembaga sama: {value}"),
        "doi": _("DOI sama: {value}"),
        "address": _("alamat sama: {value}"),
        "note": "{one}",
    }[each.kind]
