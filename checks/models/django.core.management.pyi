# Django 3.2 to 6
from django.core.management.base import BaseCommand as BaseCommand, CommandError as CommandError, CommandParser as CommandParser
from loadpath import blocks

@blocks("orm")
def call_command(command_name, *args, **options) -> str | None: ...
def execute_from_command_line(argv=None) -> None: ...
