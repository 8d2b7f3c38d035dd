"""What a hostile or a broken visitor sends."""

import io
import json
import zipfile
from functools import lru_cache
from random import Random
from typing import Any

EVIL = "evil.example"
SCRIPT = "<script>evil</script>"

ELSEWHERE = [
    f"https://{EVIL}/", f"//{EVIL}/", f"\\\\{EVIL}", f"/\\{EVIL}", f"///{EVIL}", f"https:{EVIL}",
    f"\t//{EVIL}", f"/\t/{EVIL}", f"http:///{EVIL}", f"//{EVIL}@testserver/", f"/..//{EVIL}", f"/.//{EVIL}",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "http://[", "//[::1",
    "/today/?a=\r\nX: y",
]  # fmt: skip
ODD = [
    "", " ", "0", "-1", "1", "abc", "1e999", "-1e999", "1e308", "1e-400", "NaN", "Infinity", "-0", "9" * 30,
    "-" + "9" * 30, "9" * 5000, "2147483648", "9223372036854775808", "0.1", "1,5", "1_000", "0x10", "½",
    "²", "٣", "𝟙",
    "0001-01-01", "9999-12-31", "10000-01-01", "1899-12-31", "1900-01-01", "2026-02-30", "2026-05-28",
    "2026-W22-4",
    "28/5/2026", "1/1/1", "31/12/9999", "today", "yesterday", "24:00", "25:61", "00:00", "5:30pm",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-03-29T01:30", "2026-05-28T12:00Z",
    "2026-05-28T12:00:00.123456789Z", "-9999999:99", "99999999999 h", "1:30", "about 30 s",
    "\0", "a\0b", "\ud800", "x" * 10_000, "é" * 10_000, "\u202eevil\u202c", "مرحبا", "🫨" * 100, "\ufeff",
    "\u0130", "ß",
    "\r\nSet-Cookie: evil=1", "two\nlines", "../../etc/passwd", "..\\..\\x", "%00", "%s%n", "%", "+",
    "&", ";", ":",
    SCRIPT, f'"><img src=x onerror={EVIL}>', "{{7*7}}", "{% debug %}", "' OR 1=1 --", "=1+1", "${7*7}",
    "null", "true", "[]", "{}", "[" * 2000, '{"id": "\\ud800"}', '"\\u0000"', '{"a":1e999}', "[1,2", "NaN}",
    '{"id":"AA","rawId":"AA","type":"public-key","response":{}}', "None", "undefined", "on", "off",
    "yes", "no",
    "calf:left", "calf:", ":left", "nowhere:left", "calf:left:calf", "calf", "left", "both", "twitch",
    "spell",
    "Mars/Base", "Europe/London", "UTC", "localtime", "../UTC", "00000000-0000-0000-0000-000000000000",
    "medicine:", "medicine:1", ":", "demo", "root", "admin",
]  # fmt: skip

METHODS = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "BREW"]
CONTENT_TYPES = [
    "application/json", "text/plain", "", "multipart/form-data", "multipart/form-data; boundary=x",
    "multipart/form-data; boundary=é", "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=nonsense", "text/html; charset=é", "a" * 2000,
]  # fmt: skip
BODIES = [
    b"", b"{", b"[]", b"null", b'{"uuid": 1}', b"\xff\xfe\x00", b"a=%ff&a=%00&=&&%", b"--x\r\n\r\n",
    b"--x--",
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="../../x"\r\n\r\nabc\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="note"\r\n\r\n\xff\xfe\xed\xa0\x80\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data\r\n\r\n\r\n', b"&".join(b"n%d=1" % n for n in range(1200)),
    b'--x\r\nContent-Disposition: form-data; name="a"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\n!\r\n--x--\r\n",
]  # fmt: skip
QUERIES = ["%ff=%fe", "a=%ed%a0%80", "=", "&&&", "%", "a;b=c", "page=abc", "a[]=1&a[]=2", "a=1&" * 1200]

HEADERS = {
    "HTTP_HX_REQUEST": ["true", "false", "é"],
    "HTTP_HX_TARGET": [*ELSEWHERE, "x" * 2000],
    "HTTP_HX_CURRENT_URL": [*ELSEWHERE, "http://testserver/today/"],
    "HTTP_HX_CURRENT_URL_URI_AUTOENCODED": ["true"],
    "HTTP_HX_HISTORY_RESTORE_REQUEST": ["true"],
    "HTTP_REFERER": ELSEWHERE,
    "HTTP_ACCEPT_LANGUAGE": ["xx-evil,*;q=nan", ",;=", "a" * 3000, "de"],
    "HTTP_ACCEPT": ["application/json", "*/*;q=é", ""],
    "HTTP_IF_MODIFIED_SINCE": ["yesterday", "Thu, 01 Jan 0001 00:00:00 GMT"],
    "HTTP_IF_NONE_MATCH": ["*", '"', "é"],
    "HTTP_RANGE": ["bytes=0-0", "bytes=-", "lines=1-9"],
    "HTTP_USER_AGENT": ["", "x" * 5000, SCRIPT, "é"],
    "HTTP_X_FORWARDED_FOR": ["", "evil", "::ffff:1.2.3.4, 5", ", ,"],
    "HTTP_X_FORWARDED_HOST": [EVIL],
    "HTTP_X_REQUESTED_WITH": ["XMLHttpRequest"],
    "HTTP_X_HTTP_METHOD_OVERRIDE": ["DELETE"],
    "REMOTE_ADDR": ["", "evil", "::1", "203.0.113.9"],
    "HTTP_COOKIE": [
        "sessionid=", "sessionid=evil", "sessionid=\xff; csrftoken=\xfe", "messages=evil; theme=evil",
    "=;=;",
        "a" * 4000,
    ],
}  # fmt: skip


def csv_of(name: str, cell: str) -> bytes:
    return f"{name},note\n{cell},{cell}\n".encode("utf-8", "surrogatepass")


def zip_of(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@lru_cache
def bomb() -> bytes:
    """Make a small file that unpacks to more than the diary ever reads."""
    return zip_of(**{"diary.json": b"0" * (101 * 1024 * 1024)})


def archive(**parts: Any) -> bytes:
    return json.dumps({"format": "diary", "version": 1, **parts}).encode()


def wrapped(cell: str) -> list[bytes]:
    """Put a hostile value where a file of the diary has its values."""
    return [
        cell.encode("utf-8", "surrogatepass"),
        csv_of("started_at", cell),
        csv_of("date", cell),
        archive(episodes=[{"started_at": "2026-05-01T10:00Z", "note": cell}], days=[{"date": cell}]),
        archive(medicines=[{"name": cell, "dose": cell}], settings=[{"timezone": cell}]),
        archive(episodes=cell),
        zip_of(**{"diary.json": archive(days=[{"date": "2026-05-01", "note": cell}])}),
        zip_of(**{"../../evil.csv": b"x", "/etc/evil": b"x", "episodes.csv": csv_of("started_at", cell)}),
        zip_of(**{"days.csv": csv_of("date", cell)})[:-30],
        cell.encode("utf-16", "surrogatepass"),
    ]


FILE_NAMES = [
    "diary.zip",
    "../../evil.csv",
    "x" * 300 + ".csv",
    "é\u202e.csv",
    "",
    "a\0b.csv",
    "CON",
    ".htaccess",
]


def value(dice: Random) -> str:
    """Return a value nobody would type: one known to break things, or letters of any alphabet."""
    kind = dice.random()
    if kind < 0.7:
        return dice.choice(dice.choice([ELSEWHERE, ODD, ODD, ODD]))
    if kind < 0.9:
        return "".join(
            chr(dice.choice([dice.randrange(0x80), dice.randrange(0x11_0000)]))
            for _ in range(dice.randrange(30))
        )
    return str(dice.choice([dice.randint(-(10**9), 10**9), dice.uniform(-100, 100), dice.randrange(10)]))


def headers(dice: Random) -> dict[str, str]:
    """Return up to three headers a browser would not send so."""
    names = dice.sample(sorted(HEADERS), dice.choice([0, 0, 1, 2, 3]))
    return {name: dice.choice(HEADERS[name]) for name in names}


def file(dice: Random) -> bytes:
    """Return a file that is not what it says it is, or says what makes no sense."""
    return bomb() if dice.random() < 0.05 else dice.choice(wrapped(value(dice)))
