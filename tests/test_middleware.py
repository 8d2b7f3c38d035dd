import pytest
from django.test import Client


def test_personal_pages_are_kept_by_no_cache(client_of_alice: Client) -> None:
    response = client_of_alice.get("/settings/")
    assert response["Cache-Control"] == "private, no-store"
    assert "Clear-Site-Data" not in response


def test_signing_out_clears_the_browser(client_of_alice: Client) -> None:
    response = client_of_alice.post("/accounts/logout/")
    assert response["Clear-Site-Data"] == '"cache", "storage"'


@pytest.mark.django_db
def test_a_visitor_has_nothing_to_clear(client: Client) -> None:
    response = client.get("/help/")
    assert "Clear-Site-Data" not in response
    assert "Cache-Control" not in response


def test_every_page_is_told_where_things_may_come_from(client_of_alice: Client) -> None:
    response = client_of_alice.get("/settings/")
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["Referrer-Policy"] == "same-origin"
