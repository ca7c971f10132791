"""The no-op job as a Dramatiq actor, its result stored."""
import dramatiq
from dramatiq.brokers.redis import RedisBroker
from dramatiq.results import Results
from dramatiq.results.backends import RedisBackend

broker = RedisBroker(port=27440)
broker.add_middleware(Results(backend=RedisBackend(port=27440)))
dramatiq.set_broker(broker)


@dramatiq.actor(store_results=True)
def job(number, body):
    return "r" * 500
