"""Work shared out between several browsers."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from selenium.common.exceptions import WebDriverException

from browser import Browser
from report import Report

BROWSERS = 2


@dataclass(frozen=True)
class Task:
    """Something to do with a browser that has been nowhere, named for where it goes wrong."""

    name: str
    act: Callable[[Browser], None]


def share_out(tasks: Iterable[Task], report: Report) -> None:
    """Does all tasks, in their order as far as there are browsers free."""
    waiting: queue.SimpleQueue[Task] = queue.SimpleQueue()
    for task in tasks:
        waiting.put(task)
    failures: list[BaseException] = []

    def work() -> None:
        try:
            _work(waiting, report)
        except BaseException as error:  # handed to the caller: a thread's own exit would go unseen
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(BROWSERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def _work(waiting: queue.SimpleQueue[Task], report: Report) -> None:
    browser = Browser()
    try:
        while True:
            try:
                task = waiting.get_nowait()
            except queue.Empty:
                return
            browser.forget()
            try:
                task.act(browser)
            except WebDriverException as error:
                report.check(False, task.name, "browser", str(error.msg))
    finally:
        browser.close()
