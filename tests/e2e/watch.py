"""What a journey must never do: an error in the console, a breach of the content policy, a call to another host."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

OF_THE_NETWORK = ("Failed to load resource",)  # a status is judged on the response, not on the browser's comment


@dataclass
class Watch:
    """Listens to all the pages of a browser and keeps the faults; a journey says beforehand what it provokes."""

    url: str
    statuses: set[int] = field(default_factory=lambda: {422})  # a form with mistakes
    network_is_cut: bool = False
    faults: list[str] = field(default_factory=list)
    requests: int = 0

    def over(self, context: BrowserContext) -> "Watch":
        """Begin to listen to a context."""
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("response", self._response)
        return self

    def _console(self, message: ConsoleMessage) -> None:
        provoked = message.text.startswith(OF_THE_NETWORK) or (
            self.network_is_cut and message.text.startswith("htmx:")
        )
        if message.type in {"error", "warning"} and not provoked:
            self.faults.append(f"console: {message.text}")

    def _error(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _request(self, request: Request) -> None:
        self.requests += 1
        address = urlsplit(request.url)
        if address.scheme in {"http", "https"} and not request.url.startswith(self.url):
            self.faults.append(f"another host: {request.url}")

    def _response(self, response: Response) -> None:
        page_or_part = response.request.resource_type in {"document", "xhr", "fetch"}
        if response.status >= 400 and not (page_or_part and response.status in self.statuses):
            self.faults.append(f"status {response.status}: {response.request.method} {response.url}")
