"""What an address can hold."""

from datetime import date


class DateConverter:
    """A calendar day as 2026-05-28; a day that does not exist is no address."""

    regex = "(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        return value if isinstance(value, str) else value.isoformat()
