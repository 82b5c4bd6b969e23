"""Checks of a program that drives a fake: one line of JSON on standard output for each."""

import contextlib
import json
import traceback


@contextlib.contextmanager
def check(name):
    """Prints what the block came to. A failed check does not keep the next one from running."""
    try:
        yield
    except Exception as error:  # whatever it is, it is what the check came to
        where = traceback.extract_tb(error.__traceback__)[-1]
        failure = "{0}: {1} ({2}:{3})".format(type(error).__name__, error, where.filename.rsplit("/", 1)[-1], where.lineno)
        print(json.dumps({"name": name, "failure": failure}))
    else:
        print(json.dumps({"name": name}))


def equal(actual, expected):
    """Fails with both values unless they are equal."""
    if actual != expected:
        raise AssertionError("{0!r} instead of {1!r}".format(actual, expected))


@contextlib.contextmanager
def refused(kind, **attributes):
    """Fails unless the block raises an error of this kind with these attributes."""
    try:
        yield
    except kind as error:
        for name, expected in attributes.items():
            equal(getattr(error, name), expected)
    else:
        raise AssertionError("it was not refused")
