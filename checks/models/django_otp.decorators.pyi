# django-otp: 1
from loadpath import guards

@guards("authentication")
def otp_required(view=None, redirect_field_name="next", login_url=None, if_configured=False): ...
