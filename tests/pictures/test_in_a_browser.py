"""Every picture in a real browser: nothing on the console, nothing loaded, cut off, overlapping or scrolling sideways; contrast.

All in one test, so that one worker starts one browser. Without Chromium, or without the packages that drive it, it is skipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pictures.gallery import gallery

WIDTHS = (375, 1024, 1600)
MODES = ("light", "dark")
LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
CLOSE_ALL = "() => document.querySelectorAll('details').forEach((one) => { one.open = false; })"
CAN_OPEN = "() => document.querySelector('details') !== null"
OPEN_ALL = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ACCESSIBLE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,
}
BAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body><main>
<p style="width:5000px">too wide for any window, and so it scrolls to the side</p>
<p style="width:40px;overflow:hidden;white-space:nowrap">cut off at the right</p>
<p style="height:1px;margin:0;overflow:visible">one upon</p><p style="margin:0">another</p>
<table style="width:60px;table-layout:fixed;overflow-wrap:anywhere"><thead><tr><th>understood</th></tr></thead></table>
<p style="color:#999;background:#fff">pale</p><script>console.log("heard"); throw new Error("thrown")</script>
<svg width="90" height="20"><rect data-holds="a" width="9" height="9"></rect><text data-in="a" y="15">leaves</text></svg>
<img alt="x" src="http://127.0.0.1:9/x.png"></main></body></html>"""
SEEN = (
    "wide in a window",
    "scrolls or is cut off",
    "lies over",
    "leaves its box",
    "breaks inside understood",
    "console: heard",
    "error: thrown",
    "loads http://127.0.0.1:9/x.png",
    "color-contrast",
)
"""What must be seen on the bad page, else the test would see nothing anywhere."""


def test_every_picture_fits_and_can_be_read_in_a_real_browser(tmp_path: Path) -> None:
    api = pytest.importorskip("playwright.sync_api", reason="no Playwright to drive a browser: pip install playwright")
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="no axe: pip install axe-playwright-python"
    )
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium to look at the pictures with: apt-get install chromium fonts-noto-cjk")
    for name, text in {**gallery(), "bad.html": BAD}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", "--headless=new"])
        try:
            faults = [
                fault for mode in MODES for fault in _in_mode(browser, mode, sorted(tmp_path.iterdir()), axe.Axe())
            ]
        finally:
            browser.close()
    bad = [fault for fault in faults if fault.startswith("bad.html")]
    assert [what for what in SEEN if not any(what in fault for fault in bad)] == []
    assert [fault for fault in faults if fault not in bad] == []


def _in_mode(browser: Any, mode: str, paths: list[Path], axe: Any) -> Iterator[str]:
    """The faults of all pages at all widths, in light or dark."""
    heard: list[str] = []
    page = browser.new_page(color_scheme=mode)
    page.on("console", lambda message: heard.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("request", lambda request: request.url.startswith("file:") or heard.append(f"loads {request.url}"))
    for path in paths:
        page.goto(path.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for fault in _layout(page):
                yield f"{path.name}, {width} wide, {mode}: {fault}"
        for fault in [*heard, *(_accessible(axe, page) if path.suffix == ".html" else ())]:
            yield f"{path.name}, {mode}: {fault}"
        heard.clear()
    page.close()


def _layout(page: Any) -> Iterator[str]:
    """Faults of the layout, with what can be opened closed and open."""
    page.evaluate(CLOSE_ALL)
    yield from page.evaluate(LAYOUT)
    if page.evaluate(CAN_OPEN):
        page.evaluate(OPEN_ALL)
        yield from page.evaluate(LAYOUT)


def _accessible(axe: Any, page: Any) -> Iterator[str]:
    """What axe-core finds against WCAG 2.2, levels A and AA, contrast among it."""
    for violation in axe.run(page, options=ACCESSIBLE).response["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {node['html'][:120]}"
