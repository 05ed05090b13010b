# SPDX-License-Identifier: GPL-3.0-or-later
"""get_selenium_driver, By, WebDriverWait and EC. Selenium costs 0.2 s and 20 MB to import, which would make every fork
slower; so only a process whose script names By, WebDriverWait or EC imports it before the body runs. All others get
stand-ins that import it when they are touched."""
import importlib
import os
import sys

SELENIUM_NAMES = frozenset(("By", "WebDriverWait", "EC"))
_HOMES = {"By": ("selenium.webdriver.common.by", "By"), "WebDriverWait": ("selenium.webdriver.support.ui", "WebDriverWait"),
          "EC": ("selenium.webdriver.support.expected_conditions", None)}
_BROWSERS = {"chrome": ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"),
             "chromium": ("chromium", "chromium-browser"), "firefox": ("firefox", "firefox-esr")}
_DRIVERS = {"chrome": "chromedriver", "chromium": "chromedriver", "firefox": "geckodriver"}
_PACKAGES = {"chrome": "chromium chromium-driver", "chromium": "chromium chromium-driver", "firefox": "firefox-esr"}
_QUIET = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
          "--disable-sync", "--no-first-run", "--no-default-browser-check", "--disable-dev-shm-usage")

hub = None  # url of the remote end, set for each job
_drivers = []


class SeleniumUnavailable(RuntimeError):
    """Selenium, a browser or its driver is not installed; the text says how to install it."""
    __module__ = "builtins"  # how tracebacks print it


class _StandIn:
    def __init__(self, name):
        self._name = name

    def __getattr__(self, attribute):
        return getattr(_real(self._name), attribute)

    def __call__(self, *args, **kwargs):
        return _real(self._name)(*args, **kwargs)


STAND_INS = {name: _StandIn(name) for name in SELENIUM_NAMES}


def real_names():
    """What the stand-ins stand for; where selenium is missing the stand-ins, which say so when they are used."""
    try:
        return {name: _real(name) for name in SELENIUM_NAMES}
    except SeleniumUnavailable:
        return STAND_INS


def _real(name):
    module, attribute = _HOMES[name]
    loaded = _import(module)
    return loaded if attribute is None else getattr(loaded, attribute)


def _import(module):
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as problem:
        if (problem.name or "").split(".")[0] != "selenium":
            raise
        raise SeleniumUnavailable(
            f"selenium is not installed for {sys.executable}. Install it: apt install python3-selenium (Debian's Python), "
            f"or {sys.executable} -m pip install 'selenium>=4'") from None


def get_selenium_driver(browser="chrome", headless=True, options=None):
    """A W3C WebDriver on the hub that is configured, else on a browser of this machine. Quit for the job if it forgets."""
    webdriver = _import("selenium.webdriver")
    if int(_import("selenium").__version__.split(".")[0]) < 4:
        raise SeleniumUnavailable(f"selenium is too old. Install it: {sys.executable} -m pip install --upgrade 'selenium>=4'")
    kind = str(browser).lower()
    if kind not in _BROWSERS:
        raise ValueError(f"browser is {browser!r}; it may be chrome, chromium or firefox")
    if options is None:
        options = webdriver.FirefoxOptions() if kind == "firefox" else webdriver.ChromeOptions()
    _prepare(options, kind, headless)
    driver = webdriver.Remote(command_executor=hub, options=options) if hub else _local(webdriver, kind, options)
    _drivers.append((os.getpid(), driver))
    return driver


def _prepare(options, kind, headless):
    wanted = []
    if kind == "firefox":
        wanted += ["-headless"] if headless else []
    else:
        wanted += ["--headless=new", *_QUIET] if headless else list(_QUIET)
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            wanted.append("--no-sandbox")  # Chromium refuses to start its sandbox as root
    for argument in wanted:
        if argument not in options.arguments:
            options.add_argument(argument)


def _local(webdriver, kind, options):
    # Paths are always given, so that Selenium Manager has no reason to download anything.
    program = options.binary_location or _find(_BROWSERS[kind])
    driver = _find((_DRIVERS[kind],))
    if not program or not driver:
        missing = "the browser" if not program else _DRIVERS[kind]
        raise SeleniumUnavailable(f"{missing} for {kind} is not installed. Install it: apt install {_PACKAGES[kind]}, "
                                  "or name a Selenium hub in the settings")
    options.binary_location = str(program)
    if kind == "firefox":
        service = _import("selenium.webdriver.firefox.service").Service(executable_path=driver)
        return webdriver.Firefox(service=service, options=options)
    service = _import("selenium.webdriver.chrome.service").Service(executable_path=driver)
    return webdriver.Chrome(service=service, options=options)


def _find(programs):
    import shutil  # with the compressors that it loads a fifth of the parent's memory

    return next((found for found in map(shutil.which, programs) if found), None)


def quit_forgotten():
    for pid, driver in _drivers:
        if pid != os.getpid():
            continue
        try:
            driver.quit()
        except Exception:
            pass
    _drivers.clear()
