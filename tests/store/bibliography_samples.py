"""Bibliographies made up from a seed: styles of several programs mixed, with comments, macros and odd white space."""

from __future__ import annotations

import random

_FAMILIES = [
    "Santoso",
    "Hidayat",
    "Nasution",
    "Siregar",
    "Wibowo",
    "Rahman",
    "Kusuma",
    "Lestari",
    "Gunawan",
    "Burt",
    "Tsai",
    "Müller",
]
_GIVEN = ["Budi", "Siti", "Ahmad", "Dwi", "Raihan", "Ronald", "Martin", "Edi", "Adi", "Nurul"]
_WORDS = [
    "jejaring",
    "kerja",
    "home",
    "industry",
    "kemiskinan",
    "modal",
    "sosial",
    "pemberdayaan",
    "masyarakat",
    "desa",
    "usaha",
    "kecil",
    "strategi",
    "pendapatan",
]
_FORMS = (
    ("  {name} = {{{value}}}", ",\n", "\n}"),
    ("  {name:10} = {{{value}}}", ",\n", ",\n}"),
    ("{name}={{{value}}}", ", ", "}"),
    ('\t{name} = "{value}"', ",\n", "\n}"),
    ("\n    {name}\n      = {{{value}}}", ",", "\n\n}"),
)


def generated_bibliography(seed: int, entries: int, dirty: bool = False) -> bytes:
    """A well-formed file; with `dirty` also text between entries, macros, concatenation and carriage returns."""
    chance = random.Random(seed)
    parts = ['@string{jur = "Jurnal Sosial"}\n\n'] if dirty else []
    for place in range(entries):
        if dirty and chance.random() < 0.3:
            parts.append(
                chance.choice(
                    ["% catatan, dengan {kurung\n", "teks biasa di antara entri\n", "\n\n", "@comment{lama}\n"]
                )
            )
        parts.append(_entry(chance, place, dirty) + chance.choice(["\n\n", "\n", "\n\n\n"]))
    return "".join(parts).encode("utf-8")


def _entry(chance: random.Random, place: int, dirty: bool) -> str:
    form, comma, end = chance.choice(_FORMS)
    people = [f"{chance.choice(_FAMILIES)}, {chance.choice(_GIVEN)}" for _ in range(chance.randint(1, 3))]
    title = " ".join(chance.choices(_WORDS, k=chance.randint(3, 9))).capitalize()
    values = {
        "author": " and ".join(people),
        "title": title + chance.choice(["", " {UKM}", " --- studi", " \\& lanjutan", " {\\'e}tude"]),
        "year": str(chance.randint(1990, 2024)),
        "pages": f"{chance.randint(1, 99)}--{chance.randint(100, 199)}",
        "url": f"https://ejournal.example/{place}/a_b%20c",
    }
    fields = [form.format(name=name, value=value) for name, value in values.items()]
    if dirty and chance.random() < 0.5:
        fields.insert(2, "  journal = jur # { Indonesia}")
    if dirty and chance.random() < 0.3:
        fields.append("  month = mar")
    kind = chance.choice(["article", "Book", "MISC"])
    return f"@{kind}{{kunci{place}{comma}" + comma.join(fields) + end
