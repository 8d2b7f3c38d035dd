"""What is done with a card about twitching that goes on: put it away, or bring it back."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from diary.models import PutAway, User
from diary.vocabulary.sites import is_possible


class CardForm(forms.Form):
    """Which card: its rule and its place; both sides empty when it is about no one place."""

    rule = forms.RegexField("[A-Z][A-Z0-9_]{1,29}")
    site = forms.CharField(required=False)
    side = forms.CharField(required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a place that is not in the vocabulary."""
        data = super().clean() or self.cleaned_data
        if not is_possible(data.get("site", ""), data.get("side", "")):
            raise ValidationError("That place is not on the list")
        return data

    def put_away(self, user: User, today: date, until: date) -> None:
        """Keep it quiet up to and including a day."""
        quiet = {"made_on": today, "until": until}
        PutAway.objects.update_or_create(user=user, **self.cleaned_data, defaults=quiet)

    def bring_back(self, user: User) -> None:
        """Let it be shown again."""
        PutAway.objects.for_user(user).about(**self.cleaned_data).delete()
