"""A job in a browser: the title of a page, by get_selenium_driver, By, WebDriverWait and EC, none of them imported."""

PAGE = "data:text/html,<title>Kule</title><h1 id=name>Tower</h1>"


def boot(url=PAGE):
    driver = get_selenium_driver()
    try:
        driver.get(url)
        heading = WebDriverWait(driver, 10).until(EC.presence_of_element_located((By.TAG_NAME, "h1")))
        return {"title": driver.title, "heading": heading.text}
    finally:
        driver.quit()
