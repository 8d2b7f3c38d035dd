"""What a page offers to be sent: its forms with their fields as they stand, and its links."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

WITH_VALUE = {"input", "button", "textarea", "select"}


@dataclass
class Form:
    """A form as a browser would send it; a field keeps every value the page offers for it."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


class Page(HTMLParser):
    """Reads a page. A field outside of every form belongs to the last one, as with `form=`."""

    def __init__(self, text: str, is_page: bool) -> None:
        super().__init__()
        self.text = text
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._choice = ""
        self.feed(text if is_page else "")

    @property
    def leads(self) -> list[str]:
        """Wherever the page leads."""
        return [*self.links, *(form.action for form in self.forms)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what can be followed or sent."""
        said = {name: value or "" for name, value in attrs}
        self.links += [said[name] for name in ("href", "hx-get", "formaction") if name in said]
        if tag == "form" or "hx-post" in said:
            action = said.get("action") or said.get("hx-post", "")
            method = "post" if "hx-post" in said else said.get("method", "get").lower()
            self.forms.append(Form(action, method))
        if tag in WITH_VALUE and said.get("name") and self.forms:
            self._keep(tag, said)
        if tag == "option" and self._choice:
            self.forms[-1].fields[self._choice].append(said.get("value", ""))

    def _keep(self, tag: str, said: dict[str, str]) -> None:
        form, name = self.forms[-1], said["name"]
        self._choice = name if tag == "select" else ""
        if said.get("type") == "file":
            form.files.add(name)
        else:
            form.fields.setdefault(name, []).extend([said.get("value", "")] if tag != "select" else [])
