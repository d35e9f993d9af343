"""The program under test, serving databases of its own."""

from __future__ import annotations

import contextlib
import json
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DEMO_SECONDS = 180
READY_SECONDS = 30
STOP_SECONDS = 10

TWO_HOURS = 2 * 60 * 60 * 1_000_000


class CannotServe(Exception):
    """The program did not come up; the message says what it said."""


# Never by way of a proxy: all that is asked is on this machine.
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Server:
    """A server that runs, and the database it serves."""

    base: str
    program: Path
    database: Path

    def add_user(self, name: str, address: str, role: str, by: str | None = None) -> str:
        """Opens an account with the command, as an operator does; gives the path of its invitation."""
        command = [str(self.program), "user", "add", "--database", str(self.database), "--json"]
        command += ["--name", name, "--address", address, "--role", role] + (["--by", by] if by else [])
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise CannotServe(f"user add ended with {done.returncode}: {done.stderr}")
        return "/links/" + str(json.loads(done.stdout)["link"]).rsplit("/", 1)[-1]

    def age_sessions(self) -> None:
        """Puts the last use of every session back by two hours, after which it has ended by itself."""
        with contextlib.closing(sqlite3.connect(self.database, timeout=10)) as connection:
            connection.execute("UPDATE session SET seen_at = seen_at - ?", (TWO_HOURS,))
            connection.commit()


@contextlib.contextmanager
def serving(program: Path, log: Path, example: bool = True) -> Iterator[Server]:
    """Serves the example area, or an empty ordinary database, on a free loopback port."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, log.open("wb") as out:
        database = Path(folder) / "area.sqlite"
        if example:
            _make_example(program, database, log)
        listen = f"127.0.0.1:{_free_port()}"
        process = subprocess.Popen(
            [str(program), "serve", "--database", str(database), "--listen", listen],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
        try:
            base = f"http://{listen}"
            if not _becomes_ready(process, base):
                raise CannotServe(f"serve did not become ready:\n{log.read_text(errors='replace')}")
            yield Server(base, program, database)
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _make_example(program: Path, database: Path, log: Path) -> None:
    command = [str(program), "demo", "--database", str(database)]
    try:
        with log.open("ab") as out:
            made = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, timeout=DEMO_SECONDS
            )
    except subprocess.TimeoutExpired as error:
        raise CannotServe(f"demo took longer than {DEMO_SECONDS} seconds") from error
    if made.returncode != 0:
        raise CannotServe(f"demo ended with {made.returncode}:\n{log.read_text(errors='replace')}")


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
