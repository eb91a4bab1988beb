# Django 3.2 to 6
class SuccessMessageMixin:
    success_message: str
    def get_success_message(self, cleaned_data) -> str: ...
