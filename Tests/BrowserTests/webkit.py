"""WebKit: MiniBrowser of WebKitGTK on a screen of its own, driven by WebDriver (https://www.w3.org/TR/webdriver2/)."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import driver
import processes
from findings import Skipped

DRIVER, SCREEN, BROWSERS = "WebKitWebDriver", "Xvfb", "*/webkit2gtk-4.*/MiniBrowser"
SIZE = "1400x1000x24"
# Seconds after which the browser hangs, which is no reason to wait for ever.
TIMEOUT = 60
ENVIRONMENT = {
    "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1",
    # Nothing but pages of this site is opened, and containers have no rights for a sandbox.
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
}
# The buttons of its toolbar would make the window wider than that of a phone.
THIN = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; -gtk-icon-source: none; }"


@contextmanager
def opened():
    """A tab of a WebKit of its own, while the block runs."""
    browser = next(Path("/usr/lib").glob(BROWSERS), None)
    if browser is None or not shutil.which(DRIVER) or not shutil.which(SCREEN):
        raise Skipped("MiniBrowser of WebKitGTK, its driver or Xvfb is not installed")
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        Path(home, "gtk-3.0").mkdir()
        Path(home, "gtk-3.0", "gtk.css").write_text(THIN, encoding="utf-8")
        environment = os.environ | ENVIRONMENT | {
            "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home,
            "DISPLAY": ":" + stack.enter_context(_screen())}
        port = processes.free_port()
        stack.enter_context(processes.started(
            [DRIVER, f"--port={port}"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        tab = Tab(port)
        try:
            tab.start(str(browser))
        except CommandFailed as failure:
            raise Skipped(f"WebKit does not start: {failure}") from None
        yield tab
        tab.close()


@contextmanager
def _screen():
    """A screen that nobody sees, while the block runs; gives its number."""
    reading, writing = os.pipe()
    try:
        with processes.started([SCREEN, "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
                               pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            os.close(writing)
            number = os.read(reading, 20).decode().strip()
            if not number:
                raise Skipped("Xvfb does not start")
            yield number
    finally:
        os.close(reading)


class CommandFailed(Exception):
    """What the driver says to a command that cannot be carried out, or that there is no driver. A script that fails
    gives None."""


class Tab(driver.Tab):
    name = "webkit"
    error = ()

    def __init__(self, port):
        self._port, self._session = port, ""

    def start(self, browser):
        end = time.monotonic() + driver.PATIENCE
        while not self._is_ready():
            if time.monotonic() > end:
                raise CommandFailed("no answer from its driver")
            time.sleep(0.02)
        options = {"binary": browser, "args": ["--automation"]}
        answer = self._send("POST", "/session", capabilities={
            "alwaysMatch": {"webkitgtk:browserOptions": options}})
        self._session = "/session/" + answer["sessionId"]

    def open(self, address):
        self._send("POST", "/url", url=address)

    def ask(self, function, value=None):
        try:
            return self._send("POST", "/execute/sync", script=f"return ({function})(arguments[0])", args=[value])
        except CommandFailed as failure:
            if failure.args[0] != "javascript error":
                raise
            return None

    def close(self):
        self._send("DELETE", "")

    def _set_size(self, width, height):
        self._send("POST", "/window/rect", width=width, height=height)

    def _pause(self, seconds):
        time.sleep(seconds)

    def _is_ready(self):
        try:
            return self._send("GET", "/status")["ready"]
        except CommandFailed:
            return False

    def _send(self, method, path, **parameters):
        connection = HTTPConnection("127.0.0.1", self._port, timeout=TIMEOUT)
        try:
            connection.request(method, self._session + path, json.dumps(parameters) if method == "POST" else None,
                               {"Content-Type": "application/json"})
            answer = connection.getresponse()
            value = json.loads(answer.read())["value"]
        except (OSError, HTTPException, ValueError) as failure:
            raise CommandFailed(str(failure)) from None
        finally:
            connection.close()
        if answer.status != 200:
            raise CommandFailed(value["error"], value["message"])
        return value
