"""Who may make the first account: somebody at this very machine, or with the code from its console."""

import secrets
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

KEPT_AS = "set-up-code"
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without those that are read as others
GOOD_FOR_S = 3600
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_VIA")


def is_at_this_machine(request: HttpRequest) -> bool:
    """Say whether the browser runs where the diary does.

    Behind a proxy every visitor seems to: where one may stand in between, nobody is taken to be here.
    """
    hosts = (urlsplit(settings.SITE_URL).hostname, urlsplit(f"//{request.get_host()}").hostname)
    comes_from = request.META.get("REMOTE_ADDR", "")
    return all(map(is_loopback, (*hosts, comes_from))) and not request.META.keys() & set(FORWARDED)


def is_loopback(host: str | None) -> bool:
    """Say whether a name or an address means the machine itself."""
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False


def set_up_code() -> str:
    """Return the code that is good now; a new one is printed, for whoever can see the console."""
    made = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(2))
    if cache.add(KEPT_AS, made, GOOD_FOR_S):
        print(
            f"Somebody opened the diary from another machine, and it has no owner yet.\n"
            f"If that is you, the set-up code is {made}. It is good for an hour.",
            flush=True,
        )
    return str(cache.get(KEPT_AS, made))


def is_set_up_code(typed: str) -> bool:
    """Say whether that is the code, however it was typed."""
    letters = "".join(typed.upper().replace("-", "").split())
    return secrets.compare_digest(letters.encode(), set_up_code().replace("-", "").encode())


def forget_set_up_code() -> None:
    """Make the code of no use: there is an owner now."""
    cache.delete(KEPT_AS)
