"""Citation styles and settings that break readers."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.hostile.traps import Case, case

CSL = "http://purl.org/net/xbiblio/csl"
LAUGHS = (
    '<!DOCTYPE r [<!ENTITY x0 "ha">' + "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
)


def style(
    citation: str = '<text variable="title"/>',
    *,
    head: str = "",
    macros: str = "",
    prolog: str = "",
    attributes: str = "",
) -> str:
    """A style whose layouts hold this."""
    return (
        f'{prolog}<style xmlns="{CSL}" class="in-text" version="1.0" {attributes}><info><title>x</title><id>x</id><updated>2020-01-01T00:00:00Z</updated>{head}</info>'
        f"{macros}<citation><layout>{citation}</layout></citation><bibliography><layout>{citation}</layout></bibliography></style>"
    )


def styles() -> dict[str, str | bytes]:
    """Name -> a style."""
    group = "<group>" * 3_000 + '<text variable="title"/>' + "</group>" * 3_000
    choose = '<choose><if type="book">' * 3_000 + '<text variable="title"/>' + "</if></choose>" * 3_000
    doubling = (
        "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>' for n in range(40))
        + '<macro name="m40"><text value="x"/></macro>'
    )
    return {
        "billion laughs": style("&x11;", prolog=LAUGHS),
        "an entity of a file": style("&x;", prolog='<!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@">]>'),
        "an entity of the network": style("&x;", prolog='<!DOCTYPE r [<!ENTITY x SYSTEM "@URL@">]>'),
        "a DOCTYPE in UTF-16": style("&x;", prolog='<!DOCTYPE r [<!ENTITY x SYSTEM "file://@SECRET@">]>').encode("utf-16"),
        "a parent in the network": f'<style xmlns="{CSL}" version="1.0"><info><title>x</title><link rel="independent-parent" href="@URL@style"/></info></style>',
        "a parent in a file": f'<style xmlns="{CSL}" version="1.0"><info><title>x</title><link rel="independent-parent" href="file://@SECRET@"/></info></style>',
        "a parent above": f'<style xmlns="{CSL}" version="1.0"><info><title>x</title><link rel="independent-parent" href="../../../etc/passwd"/></info></style>',
        "a parent and a layout": style(head='<link rel="independent-parent" href="@URL@style"/>'),
        "its own parent": f'<style xmlns="{CSL}" version="1.0"><info><title>x</title><link rel="independent-parent" href="http://x/masukan"/></info></style>',
        "a template": style(head='<link rel="template" href="@URL@style"/>'),
        "a macro of itself": style('<text macro="a"/>', macros='<macro name="a"><text macro="a"/></macro>'),
        "macros of each other": style('<text macro="a"/>', macros='<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'),
        "macros that double": style('<text macro="m0"/>', macros=doubling),
        "a macro that is not there": style('<text macro="nichts"/>'),
        "groups nested": style(group),
        "choices nested": style(choose),
        "groups, two hundred": style("<group>" * 200 + '<text variable="title"/>' + "</group>" * 200),
        "a text of a megabyte": style(f'<text value="{"x" * 1_000_000}"/>'),
        "a hundred thousand texts": style('<text variable="title"/>' * 60_000),
        "three megabytes": style(f"<!--{'x' * 3_000_000}-->"),
        "no layout": f'<style xmlns="{CSL}" version="1.0" class="in-text"><info><title>x</title></info></style>',
        "an old version": style().replace('version="1.0"', 'version="0.8.1"'),
        "another root": '<html xmlns="http://www.w3.org/1999/xhtml"/>',
        "strange numbers": style('<names variable="author"><name et-al-min="999999999999999999999" et-al-use-first="-1"/></names>'),
        "markup": style('<text value="&lt;script&gt;alert(1)&lt;/script&gt;" prefix="&lt;img src=x&gt;"/>'),
        "a NUL": style().replace("<title>x", "<title>x\x00"),
        "UTF-7": '<?xml version="1.0" encoding="UTF-7"?>' + style(),
        "a style sheet": '<?xml-stylesheet href="@URL@"?>' + style(),
        "XInclude": style('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="@URL@"/>'),
        "cut": style()[:-40],
        "empty": "",
        "noise": random.Random(11).randbytes(50_000),
        "a long title": style().replace("<title>x", "<title>" + "x" * 500_000),
        "a wrong locale": style(attributes='default-locale="../../../../etc/passwd"'),
        "a locale of its own": style(macros='<locale xml:lang="id"><terms>' + '<term name="x">y</term>' * 20_000 + "</terms></locale>"),
    }  # fmt: skip


def settings() -> dict[str, str | bytes]:
    """Name -> a `kajian.toml`."""
    good = 'version = 1\nbase = "urn:x-kajian:h#"\n'
    return {
        "empty": "",
        "broken": "base = ",
        "deep lists": good + "x = " + "[" * 100_000 + "]" * 100_000,
        "deep lists that open": good + "x = " + "[" * 100_000,
        "deep tables": good + "x = " + "{a=" * 50_000,
        "deep names": good + "[" + ".".join(["a"] * 50_000) + "]",
        "a number of a million digits": good + "chapter = " + "9" * 1_000_000,
        "a chapter without end": good + "chapter = inf",
        "a chapter below nothing": good + "chapter = -99999999999999999999999999",
        "values of wrong kinds": good + "notes = 5\ndrafts = [1, 2]\ntitle = []\n",
        "names twice": good + "version = 1",
        "a newer version": good.replace("1", "999", 1),
        "a bibliography above": good + 'bibliography = "../../../../etc/passwd"',
        "a bibliography elsewhere": good + 'bibliography = "/dev/zero"',
        "a bibliography that is a folder": good + 'bibliography = "."',
        "notes everywhere": good + 'notes = ["/"]',
        "notes above": good + 'notes = ["../.."]',
        "notes that are all": good + 'notes = ["."]',
        "a draft above": good + f'drafts = ["{"../" * 50}etc/passwd"]',
        "a draft of a device": good + 'drafts = ["/dev/zero", "/dev/stdin"]',
        "ten thousand drafts": good + "drafts = [" + ", ".join(f'"x{n}"' for n in range(10_000)) + "]",
        "a NUL in a name": good + 'bibliography = "a\\u0000b"',
        "a long name": good + f'bibliography = "{"x" * 100_000}"',
        "a surrogate": good + 'title = "\ud800"',
        "a base with spaces": 'version = 1\nbase = "urn:a b#"',
        "a base that closes": 'version = 1\nbase = "urn:a> <b#"',
        "a base with lines": 'version = 1\nbase = "urn:a\\nb#"',
        "a base of a megabyte": 'version = 1\nbase = "urn:' + "x" * 1_000_000 + '#"',
        "a base that is none": 'version = 1\nbase = "::::#"',
        "a base in the network": 'version = 1\nbase = "@URL@"',
        "a profile above": good + 'profile = "../../../../etc/passwd"',
        "a profile elsewhere": good + 'profile = "/etc/passwd"',
        "markup": good + 'title = "<script>alert(1)</script>"',
        "control characters": good + 'title = "\\u0001\\u001b[31m\\u202e"',
        "UTF-16": good.encode("utf-16"),
        "Latin-1": (good + 'title = "caf\xe9"').encode("latin-1"),
        "noise": random.Random(12).randbytes(50_000),
        "twenty-five megabytes": good + "#" + "x" * 25_000_000,
    }  # fmt: skip


def cases() -> Iterator[Case]:
    """Styles for a list, settings of a project."""
    for name, text in styles().items():
        yield case(f"style: {name}", "style", ".csl", text)
    for name, text in settings().items():
        yield case(f"settings: {name}", "settings", ".toml", text)
