# jira 3.x: the constructor asks the server for its version
from jira.client import JIRA as JIRA
from jira.resources import Comment as Comment, Issue as Issue, Project as Project

class JIRAError(Exception):
    status_code: int
    text: str
