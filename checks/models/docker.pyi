# docker 5 to 7
from docker import errors as errors
from docker.client import APIClient as APIClient, DockerClient as DockerClient, from_env as from_env
