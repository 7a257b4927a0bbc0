"""Qt WebEngine of PyPI, which is Chromium of years ago: 5.15.2 is 83, 6.4.2 is 102.

It runs in a process of its own, which is this file with the name of its package: it takes a line of JSON for each thing
to do (a width, an address, a script to ask with, how far to zoom, a file to print to) and answers with one. Qt 5 draws Chinese as boxes: geometry is asked,
not pictures.
"""

import importlib
import importlib.util
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager

import devtools
import driver
import processes
from findings import Skipped

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-zygote", "--disable-gpu-compositing"]
ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "QTWEBENGINE_DISABLE_SANDBOX": "1"}
# Seconds after which an engine hangs, which is no reason to wait for ever.
TIMEOUT = 60


@contextmanager
def opened(package):
    """A tab of an engine of its own, while the block runs."""
    if importlib.util.find_spec(package) is None:
        raise Skipped(f"{package} is not installed")
    port = processes.free_port()
    environment = os.environ | ENVIRONMENT | {"QTWEBENGINE_REMOTE_DEBUGGING": f"127.0.0.1:{port}"}
    with tempfile.TemporaryFile("w+") as said, processes.started(
            [sys.executable, "-B", __file__, package], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=said, text=True, env=environment) as process:
        tab = Tab(process, port)
        try:
            tab.start()
        except EngineFailed as failure:
            said.seek(0)
            reason = [str(failure), *said.read().strip().splitlines()][-1]
            raise Skipped(f"the engine of {package} does not start: {reason}") from None
        yield tab


class EngineFailed(Exception):
    """The engine has ended, or does not answer. What a page does wrong is no such thing: it gives None."""


class Tab(driver.Tab):
    name = "qt"
    error = ()

    def __init__(self, process, port):
        self._process, self._port = process, port

    def start(self):
        self._send(script="1")

    def open(self, address):
        if not self._send(address=address):
            raise EngineFailed(f"{address} does not open")

    def ask(self, function, value=None):
        # As JSON, because Qt has a notation of its own for values.
        answer = self._send(script=f"JSON.stringify(({function})({json.dumps(value)}))")
        return json.loads(answer) if answer else None

    def zoom(self, factor):
        """Enlarges the page, so that the window holds fewer of its pixels."""
        self._send(zoom=factor)

    def printed(self):
        """The page as a file of sheets."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "page.pdf")
            if not self._send(path=path):
                raise EngineFailed("it does not print")
            with open(path, "rb") as file:
                return file.read()

    @contextmanager
    def forced_colours(self):
        """While the block runs, the system has the few colours that its user has chosen."""
        session = devtools.Session(self._port)
        try:
            session.send("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
            yield
        finally:
            session.send("Emulation.setEmulatedMedia", features=[])
            session.close()

    def _set_size(self, width, height):
        self._send(width=width, height=height)

    def _pause(self, seconds):
        time.sleep(seconds)

    def _send(self, **order):
        try:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise EngineFailed("it has ended") from None
        if not select.select([self._process.stdout], [], [], TIMEOUT)[0]:
            raise EngineFailed("it hangs")
        line = self._process.stdout.readline()
        if not line:
            raise EngineFailed("it has ended")
        return json.loads(line)


class Window:
    """The one window of the process, which does what it is told."""

    def __init__(self, view, url, sheet, quit):
        self._view, self._url, self._sheet, self._quit, self._is_loading = view, url, sheet, quit, False
        view.loadFinished.connect(self._loaded)
        view.page().pdfPrintingFinished.connect(lambda _, is_there: _answer(is_there))
        view.show()

    def take(self):
        line = sys.stdin.readline()
        if not line:
            return self._quit()
        order = json.loads(line)
        if "script" in order:
            self._view.page().runJavaScript(order["script"], _answer)
        elif "width" in order:
            self._view.resize(order["width"], order["height"])
            _answer(True)
        elif "zoom" in order:
            self._view.setZoomFactor(order["zoom"])
            _answer(True)
        elif "path" in order:
            self._view.page().printToPdf(order["path"], self._sheet)
        else:
            self._is_loading = True
            self._view.load(self._url(order["address"]))

    def _loaded(self, is_there):
        if self._is_loading:
            self._is_loading = False
            _answer(is_there)


def _answer(value):
    print(json.dumps(value), flush=True)


def _serve(package):
    core, gui, widgets, views = (importlib.import_module(f"{package}.{name}")
                                 for name in ("QtCore", "QtGui", "QtWidgets", "QtWebEngineWidgets"))
    application = widgets.QApplication([sys.argv[0], *FLAGS])
    # Margins are the printer's there, not those of the style sheet.
    sheet = gui.QPageLayout(gui.QPageSize(gui.QPageSize.PageSizeId.A4), gui.QPageLayout.Orientation.Portrait,
                            core.QMarginsF(20, 20, 20, 22), gui.QPageLayout.Unit.Millimeter)
    window = Window(views.QWebEngineView(), core.QUrl, sheet, application.quit)
    notifier = core.QSocketNotifier(sys.stdin.fileno(), core.QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: window.take())
    application.exec()


if __name__ == "__main__":
    _serve(sys.argv[1])
