"""What a page asks for and complains about while it is looked at."""

from collections.abc import Callable

from playwright.sync_api import Page, Response

LISTENERS = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`blocked by the policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) {
      const moved = entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.nodeName);
      window.shifts.push(`${entry.value.toFixed(4)} ${moved.join(" | ")}`);
    }
  }
}).observe({ type: "layout-shift", buffered: true });
"""


class Watch:
    """Ears of a page. `complaints` is empty as long as nothing is blocked, missing, said or asked of another host."""

    def __init__(self, page: Page, origin: str) -> None:
        self.requests: list[str] = []
        self.responses: list[Response] = []
        self.complaints: list[str] = []
        self._origin = origin
        page.add_init_script(LISTENERS)
        page.on("request", lambda request: self._note_request(request.url))
        page.on("response", self._note_response)
        page.on("requestfailed", lambda request: self._note_failure(request.url, request.failure or ""))
        page.on("console", lambda message: self._complain(f"console: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self._complain(f"error: {error}"))

    def forget(self) -> None:
        """Before the next page."""
        self.requests.clear()
        self.responses.clear()
        self.complaints.clear()

    def _complain(self, text: str) -> None:
        self.complaints.append(text)

    def _note_request(self, url: str) -> None:
        self.requests.append(url)
        if not url.startswith((f"{self._origin}/", "data:image/")):
            self._complain(f"another host: {url}")

    def _note_failure(self, url: str, failure: str) -> None:
        """A page that is left lets go of what it was still loading."""
        if failure != "net::ERR_ABORTED":
            self._complain(f"failed: {url} {failure}")

    def _note_response(self, response: Response) -> None:
        self.responses.append(response)
        if response.status >= 400:
            self._complain(f"{response.status}: {response.url}")


def total_bytes(watch: Watch, is_meant: Callable[[str], bool]) -> int:
    """Of the bodies that came for the addresses that are meant, each once, as they are served without compression."""
    bodies = {response.url: len(response.body()) for response in watch.responses if is_meant(response.url)}
    return sum(bodies.values())
