"""The pages for people in a real browser: used as a reader does, with a script and without."""

import contextlib
import pathlib
import sys
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

sys.path.append(str(pathlib.Path(__file__).parent))

from cells import cell, equal, expect  # noqa: E402

# The address, and the parts that are wanted where not all are.
BASE, PARTS = sys.argv[1], sys.argv[2:]
PAGES = ["/", "/?lang=en", "/?indicator=dti&period=2024&boundaries=today", "/?indicator=gii-rank",
         "/?q=da+nang", "/?indicator=none", "/provinces/da-nang", "/provinces/48-2008?lang=en",
         "/provinces/nowhere"]


class Watched:
    """A page of the browser, and what went wrong in it."""

    def __init__(self, browser, **options):
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=BASE)
        self.page = self.context.new_page()
        self.wrong = []
        self.page.on("console", lambda said: said.type in ("error", "warning")
                     and not self.is_status(said) and self.wrong.append(said.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda request: request.url.startswith((BASE, "data:"))
                     or self.wrong.append(f"asked {request.url}"))
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " (event) => console.error('policy: ' + event.violatedDirective));")

    @staticmethod
    def is_status(said):
        """A page that says that something is wrong has the status that says so, too."""
        return "Failed to load resource" in said.text and "status of 40" in said.text

    def open(self, path):
        self.page.goto(BASE + path, wait_until="load")
        return self.page

    def close(self):
        self.context.close()
        expect(not self.wrong, "; ".join(self.wrong))


@contextlib.contextmanager
def watched(browser, name, **options):
    """A cell in which a page is used, and nothing may go wrong in it."""
    with cell(name):
        one = Watched(browser, **options)
        yield one
        one.close()


def text(page, selector):
    return " ".join(page.inner_text(selector).split())


def until(page, truth):
    """Waits for an expression to hold; the page's policy lets no other way be."""
    end = time.monotonic() + 20
    while not page.evaluate(truth):
        expect(time.monotonic() < end, f"never: {truth}")
        page.wait_for_timeout(50)


def use_with_script(browser):
    with watched(browser, "choosing swaps the part that was chosen") as one:
        page = one.open("/")
        page.evaluate("window.isSame = true")
        page.select_option("#c-indicator", "papi")
        until(page, "document.querySelector('.chosen h3').textContent.includes('PAPI')")
        page.select_option("#c-period", "2023")
        until(page, "document.querySelector('.caption b').textContent === '2023'")
        page.select_option("#c-boundaries", "today")
        until(page, "document.querySelectorAll('.ranks tbody tr').length === 34")
        page.focus("#c-boundaries")
        page.select_option("#c-boundaries", "2025-06-30")
        until(page, "document.querySelectorAll('.ranks tbody tr').length === 63")
        expect(page.evaluate("window.isSame"), "the page was loaded anew")
        equal(page.evaluate("document.activeElement.id"), "c-boundaries", "the focus")
        expect("indicator=papi" in page.url and "boundaries=2025-06-30" in page.url, page.url)
        said = page.inner_text("[role=status]")
        expect("PAPI" in said and "63" in said, f"who listens is told: {said}")
        expect(page.title().startswith(said), page.title())
        page.go_back()
        until(page, "document.querySelectorAll('.ranks tbody tr').length === 34")
        # A walk by arrow keys is one way, whose end is seen and whose beginning is gone back to.
        page.focus("#c-period")
        for period in ("2024", "2023", "2022"):
            page.keyboard.press("ArrowUp" if period == "2024" else "ArrowDown")
            until(page, f"document.querySelector('.caption b').textContent === '{period}'")
        page.go_back()
        until(page, "document.querySelector('.caption b').textContent === '2023'")
        # Another look keeps what was chosen.
        page.click("[data-choice=dark]")
        with page.expect_navigation():
            page.click("text=English")
        for part in ("indicator=papi", "period=2023", "boundaries=today", "lang=en"):
            expect(part in page.url, page.url)
        equal(page.locator(".ranks tbody tr").count(), 34, "the provinces")
    with watched(browser, "suggestions are walked by keys") as one:
        page = one.open("/")
        page.focus("#q")
        # What was suggested for fewer letters stays until the last answer is there.
        with page.expect_response(lambda answer: "/v1/search?q=da%20nang&" in answer.url):
            page.keyboard.type("da nang")
        first = "document.querySelector('#suggestions li')"
        until(page, f"{first} && {first}.textContent.includes('Đà Nẵng')")
        words = page.locator("#suggestions li").all_inner_texts()
        equal(len(set(words)), len(words), "the suggestions that differ")
        page.keyboard.press("ArrowDown")
        equal(page.get_attribute("#q", "aria-activedescendant"), "suggestion-0", "the choice")
        page.keyboard.press("Enter")
        page.wait_for_url("**/provinces/48-2025")
        equal(text(page, "h1"), "Đà Nẵng", "the name")
    with watched(browser, "a source opens, closes by Escape, and its command is copied") as one:
        page = one.open("/provinces/da-nang")
        figure = page.locator("details.figure").first
        figure.locator("summary").click()
        expect(figure.locator(".origin").is_visible(), "nothing opened")
        figure.get_by_role("button", name="Chép lệnh").click()
        copied = page.evaluate("navigator.clipboard.readText()")
        expect(copied.startswith(f"curl '{BASE}/v1/observations?"), copied)
        answer = page.request.get(copied.removeprefix("curl '").removesuffix("'"))
        equal(answer.status, 200, "the status of what was copied")
        page.keyboard.press("Escape")
        expect(not figure.locator(".origin").is_visible(), "Escape closed nothing")
    with watched(browser, "a theme is kept") as one:
        page = one.open("/")
        page.click("[data-choice=dark]")
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page = one.open("/provinces/da-nang")
        equal(page.evaluate("getComputedStyle(document.body).backgroundColor"), dark, "the paper")
        page.emulate_media(media="print")
        printed = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.emulate_media(media="screen")
        page = one.open("/docs")
        equal(page.evaluate("getComputedStyle(document.body).backgroundColor"), dark, "the paper")
        page = one.open("/provinces/da-nang")
        page.click("[data-choice=light]")
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        expect(light != dark, "light is dark")
        equal(printed, light, "the paper that is printed")
        page.click("[data-choice=auto]")
        equal(page.evaluate("document.documentElement.dataset.theme"), None, "the theme")


def use_without_script(browser):
    with watched(browser, "without a script all of it works", java_script_enabled=False) as one:
        page = one.open("/")
        page.select_option("#c-indicator", "dti")
        page.select_option("#c-boundaries", "today")
        with page.expect_navigation():
            page.click("form.choice button")
        equal(page.locator(".ranks tbody tr").count(), 34, "the provinces")
        page.fill("#q", "da nang")
        with page.expect_navigation():
            page.press("#q", "Enter")
        with page.expect_navigation():
            page.click(".hits li:first-child a")
        equal(text(page, "h1"), "Đà Nẵng", "the name")
        expect(page.url.endswith("/provinces/da-nang"), page.url)
        figure = page.locator("details.figure").first
        figure.locator("summary").click()
        expect(f"curl '{BASE}/v1/" in figure.locator(".curl").inner_text(), "there is no command")
        with page.expect_navigation():
            page.click("text=English")
        equal(text(page, "h1"), "Da Nang", "the name")
        equal(page.get_attribute("html", "lang"), "en", "the language")
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        with page.expect_navigation():
            page.click("[data-choice=dark]")
        equal(page.get_attribute("html", "data-theme"), "dark", "the theme")
        expect(page.evaluate("getComputedStyle(document.body).backgroundColor") != light, "light")
        # What was chosen goes along.
        with page.expect_navigation():
            page.click(".name a")
        expect("lang=en" in page.url and "theme=dark" in page.url, page.url)


def rules(browser):
    axe = Axe()
    for scheme in ("dark", "light"):
        with watched(browser, f"axe finds nothing ({scheme})", color_scheme=scheme) as one:
            for path in PAGES:
                page = one.open(path)
                for place in ("", "opened"):
                    if place and page.locator("details").count():
                        page.evaluate("document.querySelectorAll('details.more')"
                                      ".forEach((more) => { more.open = true; })")
                        page.locator("details.figure summary").first.click()
                    found = axe.run(page).response["violations"]
                    words = "; ".join(
                        f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found)
                    expect(not found, f"{path} {place} {words}")


def shapes(browser):
    with watched(browser, "no page is wider than its window") as one:
        for width in (320, 390, 820, 1440):
            one.page.set_viewport_size({"width": width, "height": 900})
            for path in PAGES:
                page = one.open(path)
                over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                expect(over <= 0, f"{path} at {width}: {over} px too wide")
    with watched(browser, "a phone shows it all, in letters and links of a size") as one:
        one.page.set_viewport_size({"width": 390, "height": 844})
        page = one.open("/provinces/da-nang")
        expect(page.locator("td[data-name]").first.is_visible(), "the mean is not to be seen")
        page = one.open("/")
        low = page.evaluate(
            """() => [...document.querySelectorAll(".key a, .goals a, .measures a, .ranks th a,"
                + " nav a, footer a, .switches a, .figure > summary")]
              .filter((link) => link.getClientRects().length)
              .filter((link) => link.getBoundingClientRect().height < 24)
              .map((link) => link.textContent)""")
        expect(not low, f"less than 24 px high: {low[:5]}")
        small = page.evaluate(
            """() => [...document.querySelectorAll(".drawing svg > text")]
              .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)
              .filter((size) => size < 10.9)""")
        expect(not small, f"letters of {small[:5]} px")
    with watched(browser, "it is printed on few sheets") as one:
        one.page.emulate_media(color_scheme="dark")
        for path, most in (("/", 6), ("/provinces/da-nang", 3)):
            page = one.open(path)
            sheets = page.pdf(format="A4").count(b"/Type /Page\n")
            expect(1 < sheets <= most, f"{path}: {sheets} sheets")
    with watched(browser, "the first key leads past the ways around") as one:
        page = one.open("/")
        page.keyboard.press("Tab")
        equal(page.evaluate("document.activeElement.className"), "skip", "the first stop")
        page.keyboard.press("Enter")
        expect(page.url.endswith("#noi-dung"), page.url)


def timings(browser):
    with watched(browser, "the first paint comes at once") as one:
        found = []
        for path in ("/", "/provinces/da-nang"):
            page = one.open(path)
            times = page.evaluate(
                """() => {
                  const page = performance.getEntriesByType("navigation")[0];
                  const paint = performance.getEntriesByName("first-contentful-paint")[0];
                  const all = [page, ...performance.getEntriesByType("resource")];
                  return [page.responseStart, paint?.startTime ?? 0, page.loadEventEnd,
                    all.reduce((sum, entry) => sum + entry.transferSize, 0) / 1000];
                }""")
            found.append(times)
            first, paint, loaded, bytes_ = times
            print(f"{path}: first byte {first:.0f} ms, first paint {paint:.0f} ms,"
                  f" loaded {loaded:.0f} ms, {bytes_:.1f} kB on the wire")
        expect(all(times[3] < 60 for times in found), "it is more than 60 kB")


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        for part in (use_with_script, use_without_script, timings, shapes, rules):
            if not PARTS or part.__name__ in PARTS:
                part(browser)
        browser.close()


main()
