"""What the checks ask of a tab, whichever browser it is in."""

import time

from visits import observed

HEIGHT = 800
# Seconds after which nothing more is expected of a page. What comes is not waited for any longer.
PATIENCE = 15


class Tab:
    """One tab that remembers errors and requests. What is left to each browser stands at the end."""

    name = ""
    # Whether Tab has led out of the page, for a browser where it does not come back to its top.
    has_left = False
    # What an answer fails with while a page goes and the next one comes.
    error = Exception
    _width = None

    def resize(self, width):
        if width != self._width:
            self._width = width
            self._set_size(width, HEIGHT)

    def probe(self, question):
        return self.ask("() => exemplarProbes." + question)

    def wait(self, function, value=None, pause=0.02, patience=None):
        """What a function gives in the page, as soon as it is anything; or False. It is asked after each pause."""
        end = time.monotonic() + (patience or PATIENCE)
        while time.monotonic() < end:
            try:
                answer = self.ask(function, value)
            except self.error:
                answer = None
            if answer:
                return answer
            self._pause(pause)
        return False

    def drain(self, base):
        """What went wrong since the last call: errors, failed requests, requests that left the site."""
        return observed(base, *self._events())

    def open(self, address):
        """Opens a page, and gives it the probes."""
        raise NotImplementedError

    def paint(self, scheme):
        """Chooses light or dark, on the page that is open, if the browser can."""
        raise NotImplementedError

    def ask(self, function, value=None):
        """What a function gives in the page."""
        raise NotImplementedError

    def press(self, key, times=1):
        """Presses a key, or several as in ‘Control+k’."""
        raise NotImplementedError

    def type(self, text):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError

    def _set_size(self, width, height):
        raise NotImplementedError

    def _pause(self, seconds):
        raise NotImplementedError

    def _events(self):
        """The errors, requests and failures since the last call."""
        raise NotImplementedError
