"""What stands before the text of a LaTeX document: page, fonts, caption."""

from __future__ import annotations

from kb.model.profile import Profile

_PREAMBLE = r"""%% Tulisan di luar huruf Latin (misalnya Arab) tercetak utuh dengan xelatex atau lualatex.
\documentclass[%(size)s]{article}
\usepackage[a4paper,%(landscape)sleft=%(left)gcm,right=%(right)gcm,top=%(top)gcm,bottom=%(bottom)gcm]{geometry}
\usepackage{array,longtable,iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \usepackage{textcomp}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\else
  \usepackage{fontspec}
  \IfFontExistsTF{%(font)s}{\setmainfont{%(font)s}}{}
\fi
\makeatletter
\ifPDFTeX %% a letter without a glyph becomes a box and a warning, not an error
  \def\UTFviii@undefined@err#1{\@latex@warning{No glyph: #1}\fbox{\rule{0pt}{1ex}\rule{.5ex}{0pt}}}
\fi
%(caption)s\makeatother
\setlength{\LTcapwidth}{\linewidth}
\setlength{\tabcolsep}{5pt}
\renewcommand{\arraystretch}{1.15}
"""
_CAPTION = r"""\renewcommand{\tablename}{%(label)s}
\renewcommand{\thetable}{%(before)s%(count)s}
%(set)s\def\LT@makecaption#1#2#3{%%
  \LT@mcol\LT@cols{@{}%(align)s@{}}{\parbox[t]{\linewidth}{\%(align_text)s\normalsize%(bold)s #2 #3\par\vskip 6pt}}}
"""


def opening(profile: Profile, label: str = "", number: tuple[str, str] = ("", "")) -> str:
    """The preamble; `label` and `number` ("2.", "1") are escaped already and set how `\\caption` counts."""
    turned = profile.orientation == "landscape"
    left, right, top, bottom = profile.margin_left, profile.margin_right, profile.margin_top, profile.margin_bottom
    if turned:
        left, right, top, bottom = bottom, top, left, right
    return _PREAMBLE % {
        "size": "12pt" if profile.body_size >= 11.5 else "11pt" if profile.body_size >= 10.5 else "10pt",
        "landscape": "landscape," if turned else "",
        "left": left,
        "right": right,
        "top": top,
        "bottom": bottom,
        "font": _plain_name(profile.font),
        "caption": _caption(profile, label, number) if label else "",
    }


def _caption(profile: Profile, label: str, number: tuple[str, str]) -> str:
    before, count = number
    centered = profile.caption_align == "center"
    return _CAPTION % {
        "label": label,
        "before": before,
        "count": r"\arabic{table}" if count else "",
        "set": rf"\setcounter{{table}}{{{int(count) - 1}}}" + "\n" if count else "",
        "align": "c" if centered else "l",
        "align_text": "centering" if centered else "raggedright",
        "bold": r"\bfseries" if profile.caption_bold else "",
    }


def _plain_name(font: str) -> str:
    """A font's name without anything that TeX could obey."""
    return "".join(letter for letter in font if letter.isalnum() or letter in " -")
