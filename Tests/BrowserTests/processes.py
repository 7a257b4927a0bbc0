"""Programs that run while a pass does, and that end with it, and with those that they started themselves."""

import os
import signal
import socket
import subprocess
from contextlib import contextmanager

# By the process group that each of them leads.
running = set()


def stop_all():
    """Ends what runs; for a run that is itself told to end, and does not come to clean up."""
    for group in list(running):
        os.killpg(group, signal.SIGTERM)


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@contextmanager
def started(command, **options):
    """A program, while the block runs."""
    process = subprocess.Popen(command, start_new_session=True, **options)
    running.add(process.pid)
    try:
        yield process
    finally:
        running.discard(process.pid)
        _end(process)


def _end(process):
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(10)
            return
        except ProcessLookupError:
            process.wait()
            return
        except subprocess.TimeoutExpired:
            pass
