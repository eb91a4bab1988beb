# Django 3.2 to 6
from loadpath import blocks
from django.contrib.sites.models import Site as Site

@blocks("orm")
def get_current_site(request) -> Site: ...
