"""The no-op job for RQ."""


def job(number, body):
    return "r" * 500
