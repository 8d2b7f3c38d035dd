"""What a person can set: clock, units, look, and when twitching is pointed out."""

from datetime import datetime
from typing import Any

from crispy_forms.bootstrap import AppendedText, InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Field, Fieldset, Layout, Submit
from django import forms

from diary import periods
from diary.forms.fields import DateField, LineField
from diary.models import User
from diary.vocabulary import rules
from diary.vocabulary.emergency import REGIONS
from diary.vocabulary.factors import FACTORS, OPTIONAL, OWN, OWN_KINDS


def zone_choices() -> list[tuple[str, Any]]:
    """Return the time zones grouped by continent, as a select shows them."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(periods.zone_names()):
        continent, _, city = name.partition("/")
        if city and continent not in ("Etc", "SystemV", "posix", "right"):
            groups.setdefault(continent, []).append((name, city.replace("_", " ").replace("/", ", ")))
    return [("UTC", "UTC"), *groups.items()]


def one_of(label: str, choices: dict[str, str], sentence: str) -> forms.ChoiceField:
    """Make radio buttons of which one is always chosen; the sentence says so when none is."""
    messages = dict.fromkeys(("required", "invalid_choice"), sentence)
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=messages)


def threshold(label: str, name: str, limits: tuple[int, int], reason: str) -> forms.IntegerField:
    """Make a field for a whole number within limits; its hint says which, and where the number is from."""
    low, high = limits
    words = f"{name} must be a whole number between {low} and {high}"
    return forms.IntegerField(
        label=label,
        help_text=f"{low} to {high}. {reason}",
        min_value=low,
        max_value=high,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), words),
    )


class SettingsForm(forms.ModelForm):
    """One page of settings, each with what it does in plain words."""

    use_required_attribute = False

    timezone = forms.ChoiceField(
        label="Time zone",
        help_text="Where you are now. Earlier entries keep the zone they were made in.",
        choices=zone_choices,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a time zone from the list"),
    )
    clock = one_of("Clock", User.CLOCKS, "Choose how the clock is shown")
    volume_unit = one_of("Drinks in", User.VOLUME_UNITS, "Choose what drinks are measured in")
    theme = one_of("Light or dark", User.THEMES, "Choose light, dark, or as the device")

    lock_after_min = forms.TypedChoiceField(
        label="Lock when I am away",
        help_text="A locked diary asks for your password or passkey; you can still start and stop timing. "
        "This keeps out someone who picks up your unlocked phone. It does not encrypt your device. "
        "What is typed but not saved by then is lost.",
        choices=User.LOCKS.items(),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose when the diary locks"),
    )

    first_name = LineField(
        label="Your name",
        help_text="For the report; there you choose the full name, initials or none.",
        max_length=80,
        required=False,
        error_messages={"max_length": "The name can have 80 letters at most"},
    )
    first_noticed_on = DateField(
        label="When you first noticed it",
        help_text="For example, 3 March 2026. Blank means not recorded.",
        in_future="The day you first noticed it must be in the past",
        required=False,
    )

    region = forms.ChoiceField(
        label="Where you live",
        help_text="For the emergency number that the diary names.",
        choices=REGIONS.items(),
        required=False,
        error_messages={"invalid_choice": "Choose where you live from the list"},
    )

    tracks = forms.MultipleChoiceField(
        label="Ask me about",
        help_text="Sleep, drinks, caffeine and stress are always there. Six of these stand on the page, "
        "more of them one press away.",
        choices=[(code, FACTORS[code].label) for code in OPTIONAL if code != OWN],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose from the list"},
    )
    own_question = LineField(
        label="Your own question",
        help_text="For example, Worked in the garden? Change its words only to ask the same thing better. "
        "Answers given so far count for the new words, too.",
        max_length=80,
        required=False,
        error_messages={"max_length": "The question can have 80 letters at most"},
    )
    own_kind = forms.ChoiceField(
        label="It is answered by", choices=OWN_KINDS, widget=forms.RadioSelect, required=False
    )

    ask_after_min = threshold(
        "Ask “Still twitching?” after",
        "Minutes until it asks",
        rules.ASK_AFTER_MIN_RANGE,
        "A timer that nobody answers for 12 hours ends, with its length not recorded.",
    )
    long_episode_min = threshold(
        "Mark a twitch as long from",
        "Minutes of a long twitch",
        rules.LONG_EPISODE_MIN_RANGE,
        "A long twitch can be quite ordinary; the mark is there to find it again.",
    )
    eyelid_days = threshold(
        "Point out an eyelid after more than",
        "Days for an eyelid",
        rules.EYELID_DAYS_RANGE,
        "Eye doctors suggest having it looked at after a week, UK advice is 2 weeks.",
    )
    site_days = threshold(
        "Point out any other place after more than",
        "Days for other places",
        rules.SITE_DAYS_RANGE,
        "UK health advice is to see a GP when a twitch has lasted more than 2 weeks.",
    )
    gap_days = threshold(
        "Quiet days in between that still count as one run",
        "Quiet days",
        rules.GAP_DAYS_RANGE,
        "Twitching may come and go. No source says how long a pause can be; 3 is our choice.",
    )

    class Meta:
        model = User
        fields = (
            "timezone",
            "clock",
            "volume_unit",
            "theme",
            "lock_after_min",
            "first_name",
            "first_noticed_on",
            "region",
            "tracks",
            "own_question",
            "own_kind",
            "ask_after_min",
            "long_episode_min",
            "eyelid_days",
            "site_days",
            "gap_days",
        )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        noticed = self.fields["first_noticed_on"]
        noticed.today = self.instance.today(now)  # type: ignore[attr-defined]

    def clean_own_kind(self) -> str:
        """Keep how it was answered when the form did not say."""
        return self.cleaned_data["own_kind"] or self.instance.own_kind

    def clean(self) -> dict[str, Any]:
        """Ask one's own question from the moment it is written, and not without one."""
        cleaned = super().clean() or self.cleaned_data
        chosen = [code for code in cleaned.get("tracks", ()) if code != OWN]
        cleaned["tracks"] = [*chosen, OWN] if cleaned.get("own_question") else chosen
        return cleaned

    @property
    def helper(self) -> FormHelper:
        """Lay the settings out in groups."""
        helper = FormHelper()
        helper.layout = Layout(
            Fieldset(
                "Time and units",
                Field("timezone"),
                Field("region"),
                InlineRadios("clock"),
                InlineRadios("volume_unit"),
                css_class="card",
            ),
            Fieldset(
                "What I track",
                Field("tracks"),
                Field("own_question"),
                InlineRadios("own_kind"),
                css_class="card",
                css_id="tracks",
            ),
            Fieldset(
                "While it is timed",
                AppendedText("ask_after_min", "minutes", wrapper_class="short"),
                css_class="card",
            ),
            Fieldset(
                "For the report",
                Field("first_name", autocomplete="name"),
                Field("first_noticed_on"),
                css_class="card",
            ),
            Fieldset("How it looks", InlineRadios("theme"), css_class="card"),
            Fieldset("Lock", InlineRadios("lock_after_min"), css_class="card", css_id="lock"),
            Fieldset(
                "When twitching is pointed out",
                HTML("<p class='quiet'>These numbers decide when Today shows “Show this to a doctor”.</p>"),
                AppendedText("long_episode_min", "minutes", wrapper_class="short"),
                AppendedText("eyelid_days", "days", wrapper_class="short"),
                AppendedText("site_days", "days", wrapper_class="short"),
                AppendedText("gap_days", "days", wrapper_class="short"),
                css_class="card",
            ),
            Submit("save", "Save settings"),
        )
        return helper
