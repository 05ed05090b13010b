# SPDX-License-Identifier: GPL-3.0-or-later
"""get_selenium_driver with a real headless Chromium, on this computer and through a hub's url."""
import re
import shutil
import subprocess
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from support.engine import Engine, Home, until

TITLE = """
def boot(url):
    driver = get_selenium_driver()
    driver.get(url)
    WebDriverWait(driver, 20).until(EC.presence_of_element_located((By.ID, "there")))
    title = driver.title
    driver.quit()
    return {"status": "success", "title": title}
"""
FORGETS = "def boot(url):\n    get_selenium_driver().get(url)\n    return 'forgot to quit'"


class Browser(unittest.TestCase):
    def setUp(self):
        class Page(BaseHTTPRequestHandler):
            def do_GET(self):
                body = "<!doctype html><meta charset=utf-8><title>Örnek İşlem</title><p id=there>".encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass
        server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.url = f"http://127.0.0.1:{server.server_port}/"
        self.home = Home()
        self.addCleanup(self.home.close)

    def engine(self, **env):
        engine = Engine(self.home, env=env)
        self.addCleanup(engine.stop)
        return engine

    def assertReadsTheTitle(self, engine):
        job = engine.ended(engine.started(self.home.script("title.py", TITLE), args=[self.url]), 90)
        self.assertEqual(job["state"], "succeeded", job.get("error"))
        self.assertEqual(job["attempts"][-1]["result"], {"status": "success", "title": "Örnek İşlem"})

    def test_a_browser_of_this_computer_and_one_that_was_forgotten(self):
        engine = self.engine()
        self.assertReadsTheTitle(engine)
        job = engine.ended(engine.started(self.home.script("forgets.py", FORGETS), args=[self.url]), 90)
        self.assertEqual(job["state"], "succeeded", job.get("error"))
        def browsers():
            names = [Path(f"/proc/{pid}/comm").read_text(encoding="utf-8") for pid in self.home.marked_processes()]
            return [name for name in names if "chrom" in name]
        until(lambda: not browsers(), "the forgotten browser quit", 20)

    def test_through_a_hub(self):
        driver = subprocess.Popen([shutil.which("chromedriver"), "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                  env=self.home.environment())
        self.addCleanup(driver.stdout.close)
        self.addCleanup(driver.wait)
        self.addCleanup(driver.terminate)
        for line in driver.stdout:
            if found := re.search(r"successfully on port (\d+)", line):
                break
        self.assertReadsTheTitle(self.engine(KULE_SELENIUM_URL=f"http://127.0.0.1:{found[1]}"))


if __name__ == "__main__":
    unittest.main()
