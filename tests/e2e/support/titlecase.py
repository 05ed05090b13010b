# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of titles stand on: a home for the engine and a site of pages, both gone after the test."""
import unittest

from support.engine import Engine, Home, until
from support.pages import Pages


class TitleCase(unittest.TestCase):
    def setUp(self):
        self.home, self.pages = Home(), Pages()
        self.addCleanup(self.home.close)
        self.addCleanup(self.pages.close)

    def engine(self, **environment):
        engine = Engine(self.home, env=self.pages.environment(**environment))
        self.addCleanup(engine.kill)
        # A worker that is being started holds, until its program begins, what the engine holds: the data folder too.
        until(lambda: engine.call("GET", "/api/status").json["data"]["workers"]["warm"] > 0, "warm workers")
        return engine
