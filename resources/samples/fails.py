"""A job that fails: the report keeps the traceback, the cause and the last lines of the log."""


def read_price(row):
    return float(row["price"])


def boot(*args, **kwargs):
    rows = [{"name": "tea", "price": "12.50"}, {"name": "simit", "price": "on beş"}]
    for row in rows:
        print("reading", row["name"])
        try:
            read_price(row)
        except ValueError as error:
            raise RuntimeError(f"the price of {row['name']} is no number") from error
