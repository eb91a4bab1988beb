# prefect 2 and 3: a flow or a task that is called runs where it is called
from loadpath import provides
from prefect.flows import flow as flow
from prefect.tasks import task as task

provides("jobs")
