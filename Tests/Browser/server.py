"""The program under test, serving an example area of its own."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

DEMO_SECONDS = 180
READY_SECONDS = 30
STOP_SECONDS = 10


class CannotServe(Exception):
    """The program did not come up; the message says what it said."""


# Never by way of a proxy: all that is asked is on this machine.
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@contextlib.contextmanager
def serving(program: Path, log: Path) -> Iterator[str]:
    """Makes a demo database, serves it on a free loopback port and gives the address."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, log.open("wb") as out:
        database = str(Path(folder) / "demo.sqlite")
        demo = [str(program), "demo", "--database", database]
        try:
            made = subprocess.run(
                demo, stdin=subprocess.DEVNULL, stdout=out, stderr=out, timeout=DEMO_SECONDS
            )
        except subprocess.TimeoutExpired as error:
            raise CannotServe(f"demo took longer than {DEMO_SECONDS} seconds") from error
        if made.returncode != 0:
            raise CannotServe(f"demo ended with {made.returncode}:\n{log.read_text(errors='replace')}")

        listen = f"127.0.0.1:{_free_port()}"
        process = subprocess.Popen(
            [str(program), "serve", "--database", database, "--listen", listen],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
        try:
            base = f"http://{listen}"
            if not _becomes_ready(process, base):
                raise CannotServe(f"serve did not become ready:\n{log.read_text(errors='replace')}")
            yield base
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _becomes_ready(process: subprocess.Popen[bytes], base: str) -> bool:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with opener.open(f"{base}/ready", timeout=5) as answer:
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    return False
