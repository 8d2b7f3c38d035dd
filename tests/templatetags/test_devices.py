import pytest

from diary.templatetags.devices import device

AGENTS = {
    "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36": "Chrome on Linux",
    "Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0": "Firefox on Android",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1": "Safari on an iPhone",
    "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0": "Edge on Windows",
    "curl/8.5.0": "A browser",
    "": "A browser",
}  # fmt: skip


@pytest.mark.parametrize(("said", "words"), AGENTS.items())
def test_a_device_is_named_in_words(said: str, words: str) -> None:
    assert device(said) == words
