"""Small numbers in words, as prose wants them."""

from __future__ import annotations

_ID = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_EN = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def cardinal(number: int, language: str) -> str:
    """`tiga` or `three`; figures above ten."""
    words = _ID if language == "id" else _EN
    return words[number] if number < len(words) else str(number)


def all_of(number: int, language: str) -> str:
    """`keempat` or `all four`; `kedua-duanya` reads badly in Indonesian, so two is `kedua`."""
    if language == "en":
        return "both" if number == 2 else f"all {cardinal(number, language)}"
    return f"ke{_ID[number]}" if number < len(_ID) else f"ke-{number}"


def series(items: list[str], language: str, conjunction: str | None = None) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    word = conjunction or ("dan" if language == "id" else "and")
    if len(items) < 3:
        return f" {word} ".join(items)
    return f"{', '.join(items[:-1])}, {word} {items[-1]}"


def roman(number: int) -> str:
    """A chapter's number in capitals: 2 is II."""
    signs = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
    told = ""
    for sign, value in signs:
        told += sign * (number // value)
        number %= value
    return told
