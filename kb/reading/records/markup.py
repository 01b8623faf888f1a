"""Markup that programs leave in the values of records: tags and entities become the letters that they stand for."""

from __future__ import annotations

import html
import re

_TAG = re.compile(
    r"</?(?:i|b|u|p|em|strong|sub|sup|sc|br|span|div|small|font|ul|ol|li|jats:[a-z]+)\b[^<>]{0,300}>", re.IGNORECASE
)
_BREAK = re.compile(r"</?(?:p|br|div|li|jats:p|jats:title)\b[^<>]{0,300}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\u2060\ud800-\udfff]")


def plain(text: str) -> str:
    """The text as a person reads it, on one line; `a < b` and `AT&T` stay as they are."""
    text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    text = _TAG.sub("", _BREAK.sub(" ", text))
    return " ".join(_UNSEEN.sub("", text).split())
