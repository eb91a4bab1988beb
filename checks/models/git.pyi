# GitPython 3.x
from git.cmd import Git as Git
from git.exc import GitCommandError as GitCommandError, GitError as GitError, InvalidGitRepositoryError as InvalidGitRepositoryError, NoSuchPathError as NoSuchPathError
from git.index import IndexFile as IndexFile
from git.remote import Remote as Remote
from git.repo import Repo as Repo
