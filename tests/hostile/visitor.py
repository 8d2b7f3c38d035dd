"""One visit: an address, what its page asks for, and that again with values nobody would type."""

import re
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.hostile import values
from tests.hostile.page import Form, Page
from tests.test_isolation import words_in

FORM = "application/x-www-form-urlencoded"
LEADING_ON = ("Location", "HX-Redirect", "HX-Location", "HX-Push-Url", "HX-Replace-Url")
WAYS_OUT = {"/accounts/logout/", "/lock/"}  # on every page; afterwards there is little to see
Fields = list[tuple[str, str]]


class Visitor:
    """Somebody with a browser that sends anything; every answer is looked at."""

    def __init__(self, client: Client, dice: Random, secret: str, log: Counter[str]) -> None:
        self.client, self.dice, self.secret, self.log = client, dice, secret, log
        self.found: dict[str, str] = {}
        self.known: list[str] = []
        self.oddness = 0.5  # how much of a form is filled in as nobody would
        client.raise_request_exception = False

    def visit(self, address: str, others: dict[str, str], afterwards: str) -> None:
        """Look at an address, send what it asks for, and read another page afterwards."""
        self.known = sorted(set(others.values()))
        with asked_for() as names:
            page = self.ask("GET", address)
            self.send("POST", address, [])
        words = sorted(names) or sorted(others)
        self.look(address, self.fields(words))
        self.send("POST", address, self.fields(words))
        self.send("POST", address, list(others.items()))
        for _ in range(3):
            self.fill_in(address, page)
        self.follow(address, page)
        self.send(self.dice.choice(values.METHODS), self.bent(address), [])
        self.throw(address)
        self.look(afterwards, [])

    def look(self, path: str, query: Fields) -> Page:
        """Ask for a page with a query."""
        raw = urlencoded(query) if query else self.dice.choice(["", *values.QUERIES])
        return self.ask("GET", path, raw)

    def fill_in(self, address: str, page: Page) -> None:
        """Send a form of the page with some of its values changed."""
        forms = [form for form in page.forms if form.action == address or form.action not in WAYS_OUT]
        if not forms:
            return
        form, self.oddness = self.dice.choice(forms), self.dice.choice([0.1, 0.3, 1])
        path, _, query = within(address, form.action).partition("?")
        filled = [(name, self.value_for(offered)) for name, offered in form.fields.items()]
        if form.method == "get":
            self.ask("GET", path, urlencoded(filled))
        elif form.files:
            self.ask("POST", path, query, *multipart(filled, self.uploads(form)))
        else:
            self.ask("POST", path, query, urlencoded(filled).encode(), FORM)

    def value_for(self, offered: list[str]) -> str:
        """Choose what the page offers, or something odd."""
        is_odd = not offered or self.dice.random() < self.oddness
        return self.value() if is_odd else self.dice.choice(offered)

    def value(self) -> str:
        """Return an odd value, that of somebody else's record now and then."""
        return self.dice.choice(self.known) if self.dice.random() < 0.1 else values.value(self.dice)

    def fields(self, names: list[str]) -> Fields:
        """Give some of the names a value, some more than one."""
        if not names:
            return []
        some = self.dice.choices(names, k=self.dice.randrange(12))
        return [(name, self.value()) for name in some]

    def uploads(self, form: Form) -> dict[str, SimpleUploadedFile]:
        """Put a file of some kind where the form takes one."""
        data, name = values.file(self.dice), self.dice.choice(values.FILE_NAMES)
        return {field: SimpleUploadedFile(name, data) for field in form.files if name} if data else {}

    def follow(self, address: str, page: Page) -> None:
        """Follow a link of the page, one word of its query changed."""
        links = [link for link in page.links if within(address, link).startswith("/")]
        if not links:
            return
        path, _, query = within(address, self.dice.choice(links)).partition("?")
        if path.startswith("/static/"):
            return
        given = [(name, self.value_for([str(value)])) for name, value in QueryDict(query).items()]
        self.ask("GET", path, urlencoded(given))

    def bent(self, address: str) -> str:
        """Put something odd in the place of one part of the address."""
        parts = address.split("/")
        parts[self.dice.randrange(len(parts))] = quoted(self.value()[:2000])
        return "/" + "/".join(parts).lstrip("/")

    def throw(self, address: str) -> None:
        """Send a body that is not what its label says."""
        body, kind = self.dice.choice(values.BODIES), self.dice.choice(values.CONTENT_TYPES)
        self.ask(self.dice.choice(["POST", "PUT", "PATCH"]), address, "", body, kind)

    def send(self, method: str, path: str, fields: Fields) -> Page:
        """Send fields as a form does."""
        return self.ask(method, path, "", urlencoded(fields).encode(), FORM)

    def ask(self, method: str, path: str, query: str = "", body: bytes = b"", kind: str = FORM) -> Page:
        """Send one request and look at the answer."""
        extra = {"QUERY_STRING": query, **values.headers(self.dice)}
        sent = {name: as_header(value) if name.startswith("HTTP") else value for name, value in extra.items()}
        answer = self.client.generic(method, path or "/", body, kind, **sent)
        self.log[str(answer.status_code)] += 1
        page = Page(words_in(answer) if answer.status_code < 500 else "", is_page(answer))
        for finding in self.findings(answer, page):
            self.found.setdefault(
                finding, f"{method} {path}?{query[:300]} {body[:300]!r} {kind} {extra}"[:1500]
            )
        return page

    def findings(self, answer: Any, page: Page) -> Iterator[str]:
        """Say what is wrong: something broke, leads away, or tells what is somebody else's."""
        if answer.status_code >= 500:
            yield broken(answer)
            return
        text = page.text
        where = getattr(answer.wsgi_request.resolver_match, "view_name", None)
        if self.secret in text:
            yield f"{where} tells somebody else's words"
        if values.SCRIPT in text and is_page(answer):
            yield f"{where} gives back a script"
        if not all(is_ours(answer[name]) for name in LEADING_ON if name in answer):
            yield f"{where} sends the browser away"
        if any(leads_astray(lead) for lead in page.leads):
            yield f"{where} has a link that leads away"


def is_page(answer: Any) -> bool:
    return str(answer.get("Content-Type", "")).startswith("text/html") and not answer.streaming


def broken(answer: Any) -> str:
    """Say what broke and where in our code, so that the same is told once."""
    if not answer.exc_info:
        return f"{answer.status_code} of {answer.wsgi_request.path}"
    kind, problem, trace = answer.exc_info
    lines = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    ours = [line for line in lines if "/diary/" in line and "site-packages" not in line]
    return f"{kind.__name__}: {str(problem)[:200]} at {' < '.join([lines[-1], *ours[:-3:-1]])}"


def as_header(value: str) -> str:
    """Write a header as a server passes it on: bytes as latin-1, no control characters."""
    return re.sub(r"[\0-\x1f]", "", value.encode("utf-8", "surrogatepass").decode("latin-1"))


def is_ours(lead: str) -> bool:
    """Whether a browser that is sent there stays here."""
    parts = urlsplit(as_browsers_read(lead))
    return parts.scheme in ("", "http") and parts.netloc in ("", "testserver")


def leads_astray(lead: str) -> bool:
    """Whether what a page offers was put there by somebody else; its own links may lead to its sources."""
    lead = as_browsers_read(lead)
    return (
        lead.lower().startswith(("javascript:", "vbscript:", "data:text"))
        or values.EVIL in urlsplit(lead).netloc
    )


def as_browsers_read(lead: str) -> str:
    return re.sub(r"[\t\r\n]", "", lead).strip("\0 ").replace("\\", "/")


def within(address: str, lead: str) -> str:
    """Return where a link of a page leads, as a path."""
    parts = urlsplit(urljoin(address, lead))
    return parts._replace(scheme="", netloc="", fragment="").geturl() if not parts.netloc else ""


def quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def urlencoded(fields: Fields) -> str:
    return "&".join(f"{quoted(name)}={quoted(value)}" for name, value in fields)


def multipart(fields: Fields, uploads: dict[str, SimpleUploadedFile]) -> tuple[bytes, str]:
    clean = {name: value.encode("utf-8", "surrogatepass") for name, value in fields}
    return encode_multipart(BOUNDARY, {**clean, **uploads}), MULTIPART_CONTENT


@contextmanager
def asked_for() -> Iterator[set[str]]:
    """Learn which words of a form or an address the code asks a request for."""
    names: set[str] = set()

    def asks(method: Any) -> Any:
        def asked(self: QueryDict, name: str, *more: Any) -> Any:
            names.add(name)
            return method(self, name, *more)

        return asked

    with pytest.MonkeyPatch.context() as patch:
        for method in ("__getitem__", "__contains__", "get", "getlist"):
            patch.setattr(QueryDict, method, asks(getattr(QueryDict, method)))
        yield names
