"""The request of somebody who is signed in, which every page but the public ones gets."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from diary.models import User


class PersonRequest(HttpRequest):
    """A request whose `user` is a person: LoginRequiredMiddleware lets nobody else through."""

    user: User
    htmx: HtmxDetails
