"""A window of the app without a browser: the websocket, the widgets with what they hold, the words on the page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PRESS = 0.08
"""Seconds from pressing a button down to letting it go."""
PATIENCE = 60
"""Seconds without a word from the server after which a window gives up."""
_HELD = {
    "text_input": "string_value", "text_area": "string_value", "selectbox": "string_value", "checkbox": "bool_value",
    "multiselect": "string_array_value", "button": "trigger_value",
}  # fmt: skip
"""Kind of element -> the field of its state in what a browser sends."""


@dataclass
class Widget:
    """What a browser knows of a field or button: its id and its words."""

    kind: str
    id: str
    label: str


class Window:
    """One person's window on one page of the app; every call ends when the page has been drawn."""

    def __init__(self, address: str, page: str = "") -> None:
        self.address, self.page = address, page
        self.query = self.hash = ""
        self.widgets: dict[str, Widget] = {}
        self.held: dict[str, Any] = {}
        self.words: list[str] = []
        self.errors: list[str] = []
        self.kept: dict[str, ForwardMsg] = {}

    async def __aenter__(self) -> Window:
        url = self.address.replace("http", "ws") + "/_stcore/stream"
        self.socket: ClientConnection = await connect(
            url, origin=self.address, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE,
        )  # type: ignore[arg-type]  # fmt: skip
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.close()

    @property
    def text(self) -> str:
        """All prose of the page."""
        return "\n".join(self.words)

    async def visit(self, page: str, query: str = "") -> None:
        """Go to a page as a link in the app does."""
        self.page, self.query, self.hash = page, query, ""
        await self._run()

    async def type_and_press(self, label: str, text: str, button: str) -> None:
        """Fill the field whose label begins so and press a button that leads to another page.

        As a browser does it: pressing the button leaves the field, whose text is sent first; the page that is drawn anew
        for that is given up when the press arrives.
        """
        typed = self._widget(label, lambda each: each.kind in ("text_input", "text_area"))
        pressed = self._widget(button, lambda each: each.kind == "button")
        self.held[typed.id] = text
        await self.socket.send(self._asked("").SerializeToString())
        await asyncio.sleep(PRESS)
        await self.socket.send(self._asked(pressed.id).SerializeToString())
        here = self.hash
        while self.hash == here:
            await self._drawn()

    def _widget(self, label: str, fits: Callable[[Widget], bool]) -> Widget:
        found = [each for each in self.widgets.values() if fits(each) and each.label.startswith(label)]
        if not found:
            raise LookupError(f"{label!r} is not on {self.page!r}: {[w.label for w in self.widgets.values()]}")
        return found[0]

    async def _run(self) -> None:
        await self.socket.send(self._asked("").SerializeToString())
        await self._drawn()

    async def _drawn(self) -> None:
        """Take in what the server says until a page is whole."""
        while True:
            data: Any = await asyncio.wait_for(self.socket.recv(), PATIENCE)
            message = ForwardMsg.FromString(data)
            if message.WhichOneof("type") == "ref_hash":
                message = self.kept[message.ref_hash]
            elif message.metadata.cacheable:
                self.kept[message.hash] = message
            if self._done(message):
                break
        self.held = {id: value for id, value in self.held.items() if id in self.widgets}

    def _asked(self, pressed: str) -> BackMsg:
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_name, run.page_script_hash = self.query, self.page, self.hash
        for widget in self.widgets.values():
            value = True if widget.id == pressed else self.held.get(widget.id)
            if value is None:
                continue
            state = run.widget_states.widgets.add()
            state.id = widget.id
            if widget.kind == "multiselect":
                state.string_array_value.data.extend(value)
            else:
                setattr(state, _HELD[widget.kind], value)
        return message

    def _done(self, message: ForwardMsg) -> bool:
        """Take in what the server says; whether the page is whole now."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.widgets, self.words = {}, []
        elif kind == "navigation":
            self.hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._element(message.delta.new_element)
        elif kind == "script_finished":
            return message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return False

    def _element(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "markdown":
            self.words.append(element.markdown.body)
        elif kind == "exception":
            self.errors.append(element.exception.message[:200])
        elif kind in _HELD:
            drawn = getattr(element, kind)
            self.widgets[drawn.id] = Widget(kind, drawn.id, drawn.label)
            if kind != "button" and (drawn.set_value or drawn.id not in self.held):
                self.held[drawn.id] = _value(kind, drawn)


def _value(kind: str, drawn: Any) -> Any:
    """What the field holds by the server's word: given now, or how it begins."""
    if kind == "multiselect":
        return list(drawn.raw_values) if drawn.set_value else [drawn.options[place] for place in drawn.default]
    if kind == "selectbox":
        return drawn.raw_value if drawn.set_value else drawn.options[drawn.default] if drawn.options else None
    return drawn.value if drawn.set_value else drawn.default
