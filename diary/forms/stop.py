"""What a running timer is answered: it stopped, now or a while ago, or it still goes on."""

from datetime import datetime, timedelta

from django import forms

from diary.forms.now import TapForm
from diary.models import Episode
from diary.vocabulary.episodes import NOT_KNOWN, STOPPED_AGO


class StopForm(TapForm):
    """A tap on "It stopped", or on about how long ago that was; an answer nobody offered means now."""

    ago = forms.ChoiceField(choices=[*STOPPED_AGO.items(), (NOT_KNOWN, "")], required=False)

    def save(self, episode: Episode, now: datetime) -> None:
        """End the episode. Asks for `full_clean` first."""
        ago, at = self.cleaned_data.get("ago"), self.moment(now)
        if ago == NOT_KNOWN:
            episode.stop_somewhen(now)
        elif ago:
            episode.stop(max(at - timedelta(minutes=int(ago)), episode.last_word), now, "about")
        else:
            episode.stop(at, now)
