"""Opens pages in Qt WebEngine 5.15.2, which is Chromium 83, and asks each what it looks like.

Run by itself, with one line of JSON on standard input: addresses, widths and the script to ask with. Prints a line of
JSON for each page and width: what the script found. Qt draws Chinese as boxes there, so geometry is asked, not pictures.
"""

import json
import os
import sys

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "QTWEBENGINE_DISABLE_SANDBOX": "1"}

from PyQt5.QtCore import QTimer, QUrl  # noqa: E402
from PyQt5.QtWebEngineWidgets import QWebEngineSettings, QWebEngineView  # noqa: E402
from PyQt5.QtWidgets import QApplication  # noqa: E402

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-zygote", "--disable-gpu-compositing"]
# Time for scripts after a page is there, and again for what the first question set going.
SETTLE, REACT = 250, 450


class Visits:
    """Pages one after the other in one window."""

    def __init__(self, application, order):
        self.application, self.script = application, order["script"]
        self.left = [(address, width) for width in order["widths"] for address in order["addresses"]]
        self.view = QWebEngineView()
        self.view.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessFileUrls, True)
        self.view.loadFinished.connect(lambda _: QTimer.singleShot(SETTLE, self.ask))
        self.next()

    def next(self):
        if not self.left:
            return self.application.quit()
        self.address, self.width = self.left.pop(0)
        self.view.resize(self.width, 900)
        self.view.show()
        self.view.load(QUrl(self.address))

    def ask(self):
        """Sets going what takes a moment, and asks when it is done."""
        run = self.view.page().runJavaScript
        run(self.script + "act();", lambda _: QTimer.singleShot(
            REACT, lambda: run(self.script + "look();", self.answer)))

    def answer(self, found):
        print(json.dumps([self.address, self.width, found]), flush=True)
        self.next()


if __name__ == "__main__":
    app = QApplication([sys.argv[0], *FLAGS])
    visits = Visits(app, json.loads(sys.stdin.readline()))
    sys.exit(app.exec_())
