"""A text cut up from memory is cut up as if it had been read anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.store import bibliography_blocks as blocks
from kb.store.bibliography_memory import patched

ENTRIES = (
    "@misc{a,\n  title = {Satu},\n  year = {2020}\n}",
    "@book{b,\n  title = {Dua {Tiga}},\n  note = {x = y}\n}",
    '@article{c, title = "Empat", year = 2019}',
    "@string{sosio = {Sosiologi}}",
    "@comment{jabref-meta: x}",
    "sebuah kalimat di antaranya",
    "% @misc{d, title = {Lima}}",
    "@misc{a,\n  title = {Satu lagi}\n}",
    "@misc{rusak, title = {tak tertutup",
    "@preamble{x}",
)
PIECES = (
    "",
    "x",
    "{",
    "}",
    "{y}",
    '"',
    ",",
    "=",
    "\n",
    "@",
    "@misc{z, title = {Z}}",
    "%",
    "\n% ",
    "\\",
    "note = {n},\n",
)


@settings(max_examples=1500, deadline=None)
@given(st.data())
def test_patching_gives_the_blocks_of_a_new_reading(data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=5))
    old = data.draw(st.sampled_from(("\n\n", "\n", " "))).join(kinds)
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, min(len(old), start + 12)))
    text = old[:start] + "".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=3))) + old[end:]
    found = patched(old, blocks.cut_anew(old), text, blocks.cut_anew)
    assert found is None or found == blocks.cut_anew(text)


def test_a_changed_field_is_cut_up_alone() -> None:
    old = "\n\n".join(ENTRIES[:2] + ENTRIES[3:6]) + "\n"
    text = old.replace("Dua {Tiga}", "Dua\n {Empat} Lima")
    cut: list[str] = []

    def note(piece: str) -> tuple[blocks.Block, ...]:
        cut.append(piece)
        return blocks.cut_anew(piece)

    assert patched(old, blocks.cut_anew(old), text, note) == blocks.cut_anew(text)
    assert [piece[:8] for piece in cut] == ["@book{b,"]
    assert len(cut[0]) < 60


def test_what_reaches_beyond_its_entry_is_read_anew() -> None:
    old = "\n\n".join(ENTRIES[:2])
    for new in ("Satu}", "{Satu", '"Satu', "Satu}, year = {1}}\n@misc{q,", "Satu\n%"):
        assert patched(old, blocks.cut_anew(old), old.replace("Satu", new), blocks.cut_anew) in (
            None,
            blocks.cut_anew(old.replace("Satu", new)),
        )
