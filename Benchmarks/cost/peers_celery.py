"""The no-op job as a Celery task: acknowledged late, so that a killed worker loses none."""
import celery

app = celery.Celery(broker="redis://127.0.0.1:27440/0", backend="redis://127.0.0.1:27440/0")
app.conf.update(task_acks_late=True, task_ignore_result=False)


@app.task
def job(number, body):
    return "r" * 500
