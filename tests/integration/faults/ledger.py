"""Learners who answer over HTTP and write down, for good, each receipt they get: what a service may never lose."""

import contextlib
import http.client
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlencode
from uuid import uuid4

import lxml.html

T = TypeVar("T")
PROOF = "a" * 32  # of origin: the cookie and the header say the same
GONE = (OSError, http.client.HTTPException)
AGAIN = 0.1  # seconds between two tries


class Ledger:
    """Receipts on disk: written and flushed before the learner goes on, for whoever must prove it."""

    def __init__(self, path: Path) -> None:
        self.path, self.lock = path, threading.Lock()
        self.receipts: list[str] = []
        self.file = path.open("a", encoding="utf-8")

    def write(self, receipt: str) -> None:
        with self.lock:
            self.file.write(f"{receipt}\n")
            self.file.flush()
            os.fsync(self.file.fileno())
            self.receipts.append(receipt)

    @property
    def count(self) -> int:
        return len(self.receipts)

    def close(self) -> None:
        self.file.close()


@dataclass
class Reply:
    """A response that came whole."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def receipt(self) -> str:
        return self.headers.get("x-receipt", "")


@dataclass
class Browser:
    """A profile without an account: its session, and its questions."""

    port: int
    cookies: dict[str, str] = field(default_factory=lambda: {"csrf": PROOF})

    def send(self, method: str, path: str, form: dict[str, str] | None = None, *, part: bool = False) -> Reply:
        """One request on a connection of its own; a response cut in the middle is no response."""
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), "X-CSRFToken": PROOF}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if part:
            headers["HX-Request"] = "true"
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)) as line:
            line.request(method, path, urlencode(form or {}, doseq=True), headers)
            response = line.getresponse()
            body = response.read().decode()
            self._keep(response)
            return Reply(response.status, {k.lower(): v for k, v in response.getheaders()}, body)

    def _keep(self, response: http.client.HTTPResponse) -> None:
        for cookie in response.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.strip().partition(";")[0].partition("=")
            if name == "session":
                self.cookies[name] = value

    def begin(self) -> str:
        """Open a sitting, and give the address of its page."""
        return self.send("POST", "/try/", {}).headers["location"]


@dataclass
class Question:
    """What the page of a question asks: where it is, and some answer to it."""

    position: int
    form: dict[str, str | list[str]]

    @classmethod
    def read(cls, page: str) -> "Question | None":
        """The question of a page or of a part; None when there is none."""
        tree = lxml.html.document_fromstring(page)
        if not tree.xpath("//form[@data-answer]"):
            return None
        position = int(tree.xpath("//*[@id='run']/@data-position")[0])
        form: dict[str, str | list[str]] = {}
        for one in tree.xpath("//form[@data-answer]//input[@type='text']"):
            form[one.get("name")] = "1" if one.get("inputmode") == "decimal" else "14/03/2025"
        for one in tree.xpath("//form[@data-answer]//select"):
            form[one.get("name")] = one.xpath("option/@value")[1]
        boxes = tree.xpath("//form[@data-answer]//input[@name='choice']/@value")
        if boxes:
            many = tree.xpath("//input[@name='choice' and @type='checkbox']")
            form["choice"] = list(boxes[:2] if many else boxes[:1])
        return cls(position, form)


class Learner(threading.Thread):
    """Answers question after question until told to stop; what gets no receipt is sent again, under the same key."""

    def __init__(self, port: int, ledger: Ledger, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.port, self.ledger, self.enough = port, ledger, stop
        self.addresses: list[str] = []
        self.faults: list[str] = []

    def run(self) -> None:
        while not self.enough.is_set():
            browser = Browser(self.port)
            address = self._insist(browser.begin)
            self.addresses.append(address)
            for question in self._questions(browser, address):
                self._answer(browser, address, question)
                if self.enough.is_set():
                    break

    def _questions(self, browser: Browser, address: str) -> Iterator[Question]:
        while True:
            page = self._insist(lambda: browser.send("GET", address))
            question = Question.read(page.body)
            if question is not None:
                yield question
            elif "/continue/" in page.body:
                self._insist(lambda: browser.send("POST", f"{address}continue/", {}))
            else:
                return

    def _answer(self, browser: Browser, address: str, question: Question) -> None:
        key = str(uuid4())
        envelope = {"position": str(question.position), "key": key}
        sent = {**envelope, **(question.form or {"skip": "1"})}
        reply = self._insist(lambda: browser.send("POST", f"{address}answer/", sent, part=True))
        if reply.status == 422:  # the answer given by rote has not the right shape: nothing is kept of it
            reply = self._insist(
                lambda: browser.send("POST", f"{address}answer/", {**envelope, "skip": "1"}, part=True)
            )
        if reply.status == 200 and reply.receipt:
            self.ledger.write(reply.receipt)
        else:
            self.faults.append(f"{reply.status} for question {question.position} of {address}")

    def _insist(self, ask: Callable[[], T]) -> T:
        """Ask until an answer comes whole, and is not a fault of the service."""
        while True:
            try:
                reply = ask()
                if not isinstance(reply, Reply) or reply.status < 500:
                    return reply
            except (*GONE, KeyError):
                pass
            threading.Event().wait(AGAIN)
