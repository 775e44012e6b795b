"""Uses the explorer in headless Chromium as people do, by keyboard and by mouse.

    python browse.py KG.SQLITE EXPORT.HTML CHROMIUM CHROMEDRIVER

Exits with 1 and what was not as it should be.
"""
import sqlite3
import sys
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

DATABASE, PAGE, CHROMIUM, DRIVER = sys.argv[1:5]
db = sqlite3.connect(DATABASE)
ODD, = db.execute("SELECT key FROM entities WHERE name LIKE '%谷歌%'").fetchone()
NAME, = db.execute("SELECT name FROM entities WHERE key = ?", (ODD,)).fetchone()
errors = []


def same(what, expected, found):
    if expected != found:
        errors.append(f"{what}: expected {expected!r}, found {found!r}")


options = webdriver.ChromeOptions()
options.binary_location = CHROMIUM
for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 "--window-size=1280,900", "--lang=en"):
    options.add_argument(argument)
options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
# A browser that does not come up on a loaded machine says nothing of the page.
for attempt in (1, 2, 3):
    try:
        browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
        break
    except WebDriverException:
        if attempt == 3:
            raise
try:
    browser.get(Path(PAGE).resolve().as_uri())
    text = lambda selector: browser.find_element(By.CSS_SELECTOR, selector).text
    script = browser.execute_script
    press = lambda *keys: browser.switch_to.active_element.send_keys(*keys)

    # What it shows is what the database holds.
    total, = db.execute("SELECT count(*) FROM entities").fetchone()
    same("names found", f"{total} names, by number of issues", text("#status"))
    same("title", "Knowledge graph", browser.title)
    same("log", [], browser.get_log("browser"))
    same("requests", 0, script("return performance.getEntriesByType('resource').length"))
    same("injected elements", 0, script("return document.querySelectorAll('main img, main script, .find img').length"))

    # By keyboard alone: to the search, to a name by its Chinese part, to its evidence.
    press("/")
    same("focus after /", "query", script("return document.activeElement.id"))
    press("谷歌")
    shown = [item.text for item in browser.find_elements(By.CSS_SELECTOR, "#results .name")]
    assert NAME in shown, shown
    press(Keys.CONTROL, "a")
    press("SAY \"谷歌\" &")
    same("names found", [NAME], [item.text for item in browser.find_elements(By.CSS_SELECTOR, "#results .name")])
    press(Keys.ARROW_DOWN)
    press(Keys.ENTER)
    same("heading", NAME, text("main h2"))
    same("focus", "H2", script("return document.activeElement.tagName"))
    same("title", f"{NAME} · Knowledge graph", browser.title)
    mentions, issues = db.execute("SELECT mentions, issues FROM entities WHERE key = ?", (ODD,)).fetchone()
    assert f"{mentions} mentions in {issues} issues" in text("main .facts"), text("main .facts")
    rows = browser.find_elements(By.CSS_SELECTOR, "main .pair")
    expected = db.execute(
        "SELECT CASE a_id WHEN e.id THEN b ELSE a END, x.passages, x.issues FROM entities AS e "
        "JOIN edges AS x ON e.id IN (a_id, b_id) WHERE key = ?", (ODD,)).fetchall()
    same("neighbours", len(expected), len(rows))
    passages, = db.execute(
        "SELECT x.passages FROM entities AS e JOIN edges AS x ON e.id IN (a_id, b_id) "
        "WHERE key = ? AND 'BERT' IN (a, b)", (ODD,)).fetchone()
    row = next(row for row in rows if row.text.startswith("BERT"))
    assert f"{passages} passages" in row.text, row.text
    for _ in range(80):
        press(Keys.TAB)
        if (script("return document.activeElement.getAttribute('aria-label')") or "").endswith(" and BERT"):
            break
    press(Keys.ENTER)
    same("expanded", "true", script("return document.activeElement.getAttribute('aria-expanded')"))
    quotes = [quote.text for quote in row.find_elements(By.CSS_SELECTOR, "blockquote")]
    same("quotations", min(3, passages), len(quotes))
    assert "BERT and GPT-2 are models, ELMo as well." in quotes[0] and "1.md:8" in quotes[0], quotes
    same("marks", ["BERT", "GPT-2"], [mark.text for mark in row.find_elements(By.CSS_SELECTOR, "blockquote:first-child mark")])

    # By mouse: to a name within a quotation, back, to a pair by its address.
    row.find_element(By.LINK_TEXT, "ELMo").click()
    assert text("main h2").startswith("[[a|b]]"), text("main h2")
    browser.back()
    same("heading after going back", NAME, text("main h2"))
    browser.find_element(By.LINK_TEXT, "Knowledge graph").click()
    same("overview", "What stands out", text("main h2"))
    link = browser.find_element(By.CSS_SELECTOR, "main .pair a[aria-label^='Evidence for']")
    link.click()
    assert browser.find_elements(By.CSS_SELECTOR, "main .pair blockquote mark"), "no evidence of the pair"

    # Filters: a type, and the time.
    browser.find_element(By.ID, "query").clear()
    script("document.querySelector('#types input[value=person]').click()")
    people, = db.execute("SELECT count(*) FROM entities WHERE type = 'person'").fetchone()
    assert text("#status").startswith(f"{people} name"), text("#status")
    script("document.querySelector('#types input[value=person]').click()")
    script("const s = document.getElementById('until'); s.value = '2020-01'; s.dispatchEvent(new Event('change'))")
    early, = db.execute("SELECT count(DISTINCT entity_id) FROM mentions WHERE date < '2020-02'").fetchone()
    same("names until 2020-01", f"{early} names, by number of issues", text("#status"))

    # For screen readers: landmarks, names of controls, a live region, one order of focus.
    for selector in ("header", "main", "nav[aria-label]", "form[role=search][aria-label]", "[role=status][aria-live=polite]",
                     "html[lang]", "main h2"):
        assert browser.find_elements(By.CSS_SELECTOR, selector), f"no {selector}"
    nameless = script("""return [...document.querySelectorAll('input, select, button, a')].filter((element) =>
        !element.closest('[aria-hidden]') && !(element.labels && element.labels.length)
        && !(element.getAttribute('aria-label') || element.textContent.trim())).length""")
    same("controls without a name", 0, nameless)
    same("positive tab indexes", 0, script("return document.querySelectorAll('[tabindex]:not([tabindex=\"0\"]):not([tabindex=\"-1\"])').length"))

    # The policy lets no other script run, and nothing be loaded.
    same("log", [], browser.get_log("browser"))
    script("""const s = document.createElement('script'); s.textContent = 'window.broken = true'; document.body.append(s);
        const i = new Image(); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; document.body.append(i);
        fetch('https://example.invalid/').catch(() => { window.refused = true; });""")
    same("a foreign script ran", None, script("return window.broken"))
    refused = [entry["message"] for entry in browser.get_log("browser")]
    assert any("script-src" in message for message in refused), refused
    assert any("img-src" in message or "default-src" in message for message in refused), refused
finally:
    browser.quit()
for error in errors:
    print(error)
sys.exit(1 if errors else 0)
