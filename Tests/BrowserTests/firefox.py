"""Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks without a helper."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager

import driver
import processes
from findings import Skipped
from visits import PROBES

TIMEOUT = 60
# As WebDriver names them; a key that is a character is its own name.
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Control": "\ue009", "Escape": "\ue00c", "ArrowDown": "\ue015"}
PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.aboutConfig.showWarning": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "ui.prefersReducedMotion": 1,
    # Bars over the page, as on a phone: a width of 320 is 320.
    "ui.useOverlayScrollbars": 1,
    "widget.gtk.overlay-scrollbars.enabled": True,
}
# Why a request fails that the next page has overtaken.
OVERTAKEN = {"NS_BINDING_ABORTED", "NS_ERROR_ABORT"}
# Violations of the policy are events of the document; the protocol tells of errors and of the console.
REPORT_VIOLATIONS = """() => document.addEventListener('securitypolicyviolation', (event) =>
    console.error('refused by the policy: ' + event.effectiveDirective + ' ' + event.blockedURI))"""


@contextmanager
def launched(scheme):
    """Firefox with an empty profile in a colour scheme, while the block runs; gives the address of its socket."""
    try:
        import websocket  # noqa: F401
    except ImportError:
        raise Skipped("websocket-client is not installed") from None
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    if path is None:
        raise Skipped("Firefox is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        preferences = PREFERENCES | {"layout.css.prefers-color-scheme.content-override": int(scheme == "light")}
        with open(os.path.join(home, "user.js"), "w", encoding="utf-8") as file:
            for name, value in preferences.items():
                file.write(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n")
        with processes.started(
                [path, "--headless", "--no-remote", "--profile", home, "--remote-debugging-port", "0"],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                env=os.environ | {"HOME": home}) as process:
            yield _socket_address(process)


@contextmanager
def opened(scheme):
    """A tab of a Firefox of its own, while the block runs."""
    with launched(scheme) as address:
        yield Tab(Firefox(address))


def _socket_address(process):
    for line in process.stderr:
        found = re.search(r"WebDriver BiDi listening on (ws://\S+)", line)
        if found:
            return found.group(1) + "/session"
    raise Skipped("Firefox does not start")


class CommandFailed(Exception):
    """What the browser says to a command that it cannot carry out."""


class Firefox:
    """A running Firefox, asked and answering through its socket."""

    def __init__(self, address):
        import websocket

        self._socket = websocket.create_connection(address, suppress_origin=True, timeout=TIMEOUT)
        self._count = 0
        self.events = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=[
            "log.entryAdded", "network.beforeRequestSent", "network.fetchError", "network.responseCompleted"])
        self.send("script.addPreloadScript", functionDeclaration=REPORT_VIOLATIONS)

    def send(self, method, **parameters):
        """Sends a command and waits for its answer, keeping the events that come before it."""
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message["type"] == "event":
                self.events.append((message["method"], message["params"]))
            elif message.get("id") == self._count:
                if message["type"] == "error":
                    raise CommandFailed(f"{method}: {message['error']}: {message['message']}")
                return message["result"]


class Tab(driver.Tab):
    name = "firefox"
    error = CommandFailed

    def __init__(self, browser):
        self._browser = browser
        self._contexts = []
        self._create()

    def open(self, address):
        if self.has_left:
            self._renew()
        self._send("browsingContext.navigate", url=address, wait="complete")
        self._evaluate(PROBES)

    def paint(self, scheme):
        """The scheme is the browser's, chosen when it was started."""

    def _set_size(self, width, height):
        self._send("browsingContext.setViewport", viewport={"width": width, "height": height})

    def _pause(self, seconds):
        time.sleep(seconds)

    def ask(self, function, value=None):
        # As JSON, because the protocol has a notation of its own for values.
        answer = self._browser.send(
            "script.callFunction", target={"context": self._context}, awaitPromise=True, resultOwnership="none",
            functionDeclaration=f"async (value) => JSON.stringify(await ({function})(JSON.parse(value)) ?? null)",
            arguments=[{"type": "string", "value": json.dumps(value)}])
        return json.loads(_value(answer))

    def probe(self, question):
        answer = super().probe(question)
        # After its last stop Tab leaves the page for the window, and does not come back.
        if question.startswith("stops("):
            self.has_left |= any(stop["isOutside"] for stop in answer)
        return answer

    def press(self, key, times=1):
        held = [KEYS.get(part, part) for part in key.split("+")]
        strokes = [("keyDown", part) for part in held] + [("keyUp", part) for part in reversed(held)]
        self._strike(strokes * times)

    def type(self, text):
        self._strike([(kind, character) for character in text for kind in ("keyDown", "keyUp")])

    def _strike(self, strokes):
        actions = [{"type": kind, "value": value} for kind, value in strokes]
        self._send("input.performActions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def _events(self):
        self._browser.send("session.status")
        errors, requests, failures = [], [], []
        for event, about in self._browser.events:
            is_log = event == "log.entryAdded"
            if (about["source"] if is_log else about).get("context") not in self._contexts:
                continue
            if is_log:
                if about["level"] == "error":
                    errors.append(about["text"] or "an error without words")
            elif event == "network.beforeRequestSent":
                requests.append(about["request"]["url"])
            elif event == "network.responseCompleted":
                if about["response"]["status"] >= 400:
                    failures.append(about["request"]["url"])
            elif about["errorText"] not in OVERTAKEN:
                failures.append(about["request"]["url"])
        self._browser.events.clear()
        return errors, requests, failures

    def close(self):
        self._send("browsingContext.close")

    @property
    def _context(self):
        return self._contexts[-1]

    def _create(self):
        self._contexts.append(self._browser.send("browsingContext.create", type="tab")["context"])

    def _renew(self):
        """A new tab for the old one, in which Tab comes to the page again."""
        self._send("browsingContext.close")
        self._create()
        self.has_left = False
        width, self._width = self._width, None
        self.resize(width)

    def _send(self, method, **parameters):
        return self._browser.send(method, context=self._context, **parameters)

    def _evaluate(self, expression):
        _value(self._browser.send("script.evaluate", expression=expression, target={"context": self._context},
                                  awaitPromise=False, resultOwnership="none"))


def _value(answer):
    if answer["type"] != "success":
        raise CommandFailed(answer["exceptionDetails"]["text"])
    return answer["result"].get("value")
