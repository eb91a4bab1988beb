# Django 3.2 to 6
from loadpath import guards

@guards("authorisation")
def staff_member_required(view_func=None, redirect_field_name="next", login_url="admin:login"): ...
