"""Whatever a visitor sends, nothing breaks, nobody is led away, and nobody else's diary is touched or told.

Each visit looks at one address of the project, learns from the page and from what the code asks the request
for which words it takes, and sends those with hostile values. About 100 requests here;
`REQUESTS=10000 pytest tests/test_hostile.py -s` sends so many, and says
what was answered; SEED=8 makes them others.
"""

import os
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle
from random import Random
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import transaction
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from diary.models import User
from tests.conftest import client_of
from tests.factories import NOON, make_user
from tests.hostile.visitor import Visitor
from tests.test_isolation import OWN, PUBLIC, RECORD, SECRET, SHUT, fill, temptations
from tests.test_isolation import bob as bob_with_data
from tests.transfer.test_erasing import rows_of

bob = bob_with_data  # somebody with his word in every text, who is not the visitor

REQUESTS = int(os.environ.get("REQUESTS", "100"))
SEED = int(os.environ.get("SEED", "7"))
ADDRESSES = [*PUBLIC, *SHUT, *OWN, *RECORD]  # test_isolation fails where one is missing
READING = [name for name in OWN if name != "report-pdf"]


@dataclass
class World:
    """Who there is, and what has been answered so far."""

    alice: User
    bob: User
    carol: User
    before: dict[str, list[Any]] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    reached: set[str] = field(default_factory=set)

    def client(self, who: str) -> Client:
        """Return a stranger's browser, one that waits at the second step, or Alice's, perhaps locked."""
        if who == "stranger":
            return Client()
        if who == "half way in":
            client = Client()
            client.post("/accounts/login/", {"login": "carol", "password": "correct horse"})
            return client
        client = signed_in(self.alice)
        if who == "locked":
            client.post("/lock/")
        return client

    def address(self, name: str, owner: User) -> str:
        """Return the address of that name, of a record of the owner's where it names one."""
        known = {**PUBLIC, **SHUT, **OWN}
        kwargs = known[name] if name in known else RECORD[name](owner)
        if "token" in kwargs:  # to knock at a link of Bob's is counted, as it should be
            kwargs = {"token": "alices-token"}
        return reverse(name, kwargs=kwargs)


def signed_in(user: User) -> Client:
    """Sign in with the password a moment ago, so that no page asks for it again."""
    client = client_of(user)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session.save()
    return client


@pytest.fixture
def world(bob: User, settings: Any, time_machine: TimeMachineFixture) -> Iterator[World]:
    time_machine.move_to(NOON + timedelta(hours=1))
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 10**9
    people = World(make_user("alice"), bob, make_user("carol"))
    fill(people.alice, "alices-own")
    for user in (people.alice, people.carol):
        TOTP.activate(user, generate_totp_secret())
        RecoveryCodes.activate(user)
    people.before = rows_of(bob)
    yield people
    for finding, asked in people.found.items():
        print(f"\n{finding}\n    {asked}")
    print(f"\n{people.answers.total():,} requests to {len(people.reached)} of {len(ADDRESSES)} addresses:")
    print(", ".join(f"{count:,} x {status}" for status, count in sorted(people.answers.items())))


def test_whatever_is_sent_breaks_nothing(world: World) -> None:
    dice = Random(SEED)
    for name in cycle(dice.sample(ADDRESSES, len(ADDRESSES))):
        if world.answers.total() >= REQUESTS:
            break
        who = dice.choice(["alice"] * 8 + ["stranger", "half way in", "locked"])
        owner = dice.choice([world.alice] * 4 + [world.bob])
        with transaction.atomic():
            visitor = Visitor(world.client(who), dice, SECRET, world.answers)
            address, afterwards = world.address(name, owner), world.address(dice.choice(READING), world.alice)
            visitor.visit(address, temptations(world.bob), afterwards)
            if rows_of(world.bob) != world.before:
                visitor.found[f"{name} touches somebody else's rows"] = f"{who} {owner}"
            transaction.set_rollback(True)
        world.reached.add(name)
        world.found |= visitor.found
    assert list(world.found) == []
