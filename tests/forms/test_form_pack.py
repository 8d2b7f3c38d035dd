"""The template pack: label, hint and error above the control, groups with a legend, a summary that links."""

import re

import pytest
from crispy_forms.bootstrap import (
    AppendedText,
    FieldWithButtons,
    FormActions,
    InlineCheckboxes,
    InlineRadios,
    PrependedText,
    StrictButton,
)
from crispy_forms.helper import FormHelper
from crispy_forms.layout import (
    HTML,
    Button,
    ButtonHolder,
    Column,
    Div,
    Field,
    Fieldset,
    Hidden,
    Layout,
    MultiField,
    Reset,
    Row,
    Submit,
)
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template.loader import render_to_string


class SampleForm(forms.Form):
    use_required_attribute = False
    place = forms.CharField(
        label="Where was it?",
        help_text="Left and right are your own.",
        error_messages={"required": "Choose a place or press Skip"},
        widget=forms.TextInput(attrs={"placeholder": "not shown"}),
    )
    day = forms.DateField(
        label="Which day?",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Enter when it started"},
    )
    seen = forms.ChoiceField(
        label="Could you see it move?",
        choices=[("yes", "Yes"), ("felt", "No, only felt it")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an answer"},
    )
    tried = forms.MultipleChoiceField(
        label="What did you try?",
        choices=[("Rest", [("sleep", "Sleep")]), ("Touch", [("massage", "Massage")])],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    length = forms.CharField(label="How long?", required=False)
    water = forms.CharField(label="Water", required=False)
    price = forms.CharField(label="Price", required=False)
    find = forms.CharField(label="Find", required=False)
    both = forms.BooleanField(label="It was both eyes", required=False)
    when = forms.SplitDateTimeField(
        label="When?",
        required=False,
        widget=forms.SplitDateTimeWidget(
            date_attrs={"aria-label": "Date"}, time_attrs={"aria-label": "Time"}
        ),
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def rendered(form: forms.Form, *layout: object, **attributes: object) -> str:
    helper = FormHelper()
    helper.layout = Layout(*layout)
    for name, value in attributes.items():
        setattr(helper, name, value)
    return " ".join(render_crispy_form(form, helper, {}).split())


def test_every_layout_object_in_use_is_drawn() -> None:
    html = rendered(
        SampleForm(),
        Fieldset("Where", "place", Row(Column(Field("day")), "length"), css_class="card"),
        MultiField("Group", "both"),
        Div(HTML("<p>Words</p>"), InlineRadios("seen"), InlineCheckboxes("tried"), css_id="part"),
        AppendedText("water", "ml"),
        PrependedText("price", "about"),
        FieldWithButtons("find", StrictButton("Go", type="submit")),
        "when",
        "token",
        ButtonHolder(Submit("save", "Save"), Button("stop", "Cancel"), Reset("reset", "Reset")),
        FormActions(Hidden("hidden", "1")),
    )
    assert re.findall(r'<(?:input|textarea|select|button)[^>]*?name="(\w+)"', html) == [
        *("place", "day", "length", "both", "seen", "seen", "tried", "tried", "water", "price", "find"),
        *("when_0", "when_1", "token", "save", "stop", "reset", "hidden"),
    ]
    assert html.count("<fieldset") == html.count("<legend") == 5
    assert html.startswith('<form method="post" novalidate>')


def test_a_text_field_with_an_error() -> None:
    assert rendered(SampleForm({}), "place", form_tag=False).endswith(
        '<div id="div_id_place" class="field has-error"> '
        '<label for="id_place">Where was it? </label> '
        '<div class="hint" id="id_place_helptext">Left and right are your own.</div> '
        '<div id="id_place_error"><p class="error"><span class="visually-hidden">Error:</span> '
        "Choose a place or press Skip</p></div> "
        '<input type="text" name="place" aria-invalid="true" '
        'aria-describedby="id_place_helptext id_place_error" id="id_place"> </div>'
    )


def test_a_date_field_with_an_error() -> None:
    assert rendered(SampleForm({}), "day", form_tag=False).endswith(
        '<div id="div_id_day" class="field has-error"> '
        '<label for="id_day">Which day? </label> '
        '<div id="id_day_error"><p class="error"><span class="visually-hidden">Error:</span> '
        "Enter when it started</p></div> "
        '<input type="date" name="day" aria-invalid="true" '
        'aria-describedby="id_day_error" id="id_day"> </div>'
    )


def test_a_radio_group_with_an_error() -> None:
    html = rendered(SampleForm({}), InlineRadios("seen"), form_tag=False)
    assert (
        '<fieldset id="div_id_seen" class="field has-error" aria-describedby="id_seen_error"> '
        "<legend>Could you see it move? </legend> "
        '<div id="id_seen_error"><p class="error"><span class="visually-hidden">Error:</span> '
        'Choose an answer</p></div> <div class="chips"> '
        '<label class="chip" for="id_seen_0"><input type="radio" name="seen" value="yes"'
    ) in html


def test_the_summary_links_to_each_field_and_has_the_focus() -> None:
    html = rendered(SampleForm({}), "place")
    assert '<div class="error-summary" role="alert" tabindex="-1" autofocus>' in html
    assert re.findall(r'<li><a href="#(\w+)">(.*?)</a>', html) == [
        ("id_place", "Choose a place or press Skip"),
        ("id_day", "Enter when it started"),
        ("id_seen_0", "Choose an answer"),
    ]


def test_the_page_shows_the_summary_once() -> None:
    form = SampleForm({})
    page = render_to_string("base.html", {"form": form})
    assert page.count("There is a problem") == 1
    assert "<title>Error: " in page
    assert "There is a problem" not in rendered(form, "place")


def test_what_may_stay_blank_says_so_and_nothing_has_an_asterisk() -> None:
    html = rendered(SampleForm(), "place", "length")
    assert re.findall(r"<label[^>]*>(.*?)</label>", html) == [
        "Where was it? ",
        'How long? <span class="optional">Optional</span> ',
    ]
    assert "*" not in html


def test_a_form_where_all_is_optional_can_leave_the_word_out() -> None:
    assert "Optional" not in rendered(SampleForm(), "length", show_optional=False)


def test_groups_of_choices_keep_their_headings() -> None:
    html = rendered(SampleForm(), InlineCheckboxes("tried"))
    assert re.findall(r'role="group" aria-label="(\w+)"', html) == ["Rest", "Touch"]
    assert html.index("Rest") < html.index("Sleep") < html.index("Touch") < html.index("Massage")


def test_what_was_chosen_stays_chosen() -> None:
    html = rendered(SampleForm({"seen": "felt", "place": '"><b>'}), "place", InlineRadios("seen"))
    assert re.findall(r'value="(\w+)"[^>]*checked', html) == ["felt"]
    assert 'value="&quot;&gt;&lt;b&gt;"' in html


@pytest.mark.parametrize("words", ["<script>", "Tea & toast"])
def test_a_legend_is_words_and_never_markup(words: str) -> None:
    html = rendered(SampleForm(), Fieldset(words, "place"))
    assert words not in html
    assert words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in html
