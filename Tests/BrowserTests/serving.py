"""The site over HTTP, in a folder of another site."""

import functools
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

# Any folder will do: what asks for something outside of it has an address that starts with a slash.
FOLDER = "/section/library/"


class Handler(SimpleHTTPRequestHandler):
    """Gives files below FOLDER, and 404 for the rest, silently."""

    def translate_path(self, path):
        if not path.startswith(FOLDER):
            return self.directory + "/not-there"
        return super().translate_path(path[len(FOLDER) - 1:])

    def log_message(self, format, *arguments):
        pass


@contextmanager
def served(root):
    """Serves a folder on this computer while the block runs; gives the address of its root."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{FOLDER}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
