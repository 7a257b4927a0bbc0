"""The site over HTTP, in a folder of another site."""

import functools
import os
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

# Any folder will do: what asks for something outside of it has an address that starts with a slash.
FOLDER = "/section/library/"


class Handler(SimpleHTTPRequestHandler):
    """Gives files below a folder, and 404 for the rest, silently; with `shows_lost` the site's own page in their place."""

    def __init__(self, *arguments, folder, shows_lost, **options):
        self.folder, self.shows_lost = folder, shows_lost
        super().__init__(*arguments, **options)

    def translate_path(self, path):
        if not path.startswith(self.folder):
            return self.directory + "/not-there"
        found = super().translate_path(path[len(self.folder) - 1:])
        if not self.shows_lost or os.path.isfile(found):
            return found
        language = "en/" if path.startswith(self.folder + "en/") else ""
        return f"{self.directory}/{language}404.html"

    def log_message(self, format, *arguments):
        pass


@contextmanager
def served(root, folder=FOLDER, shows_lost=False):
    """Serves a folder on this computer while the block runs; gives the address of its root."""
    handler = functools.partial(Handler, directory=str(root), folder=folder, shows_lost=shows_lost)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{folder}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
