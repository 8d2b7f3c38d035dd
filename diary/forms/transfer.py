"""What is asked before a file goes into the diary."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms


class ImportForm(forms.Form):
    """A file to look at; nothing is written yet."""

    use_required_attribute = False

    TYPES = ".zip,.json,.csv,text/csv,application/zip,application/json"

    file = forms.FileField(
        label="File",
        help_text="A zip this diary made, or a CSV file. Up to 10 MB.",
        error_messages={"required": "Choose a file", "empty": "The file is empty"},
        widget=forms.FileInput(
            attrs={"accept": TYPES, "data-most-mb": "10"},
        ),
    )

    @property
    def helper(self) -> FormHelper:
        """Lay the form out."""
        helper = FormHelper()
        helper.add_input(Submit("check", "Check the file"))
        return helper
