"""A job that fails: one exception that another caused, for the fatal report."""
import json


class OrderError(Exception):
    """An order that cannot be read."""


def read_order(text):
    try:
        return json.loads(text)["customer"]
    except (ValueError, KeyError) as problem:
        raise OrderError("the order has no customer") from problem


def boot(text='{"items": []}'):
    print("reading the order")
    return read_order(text)
