# flask-wtf
from loadpath import provides, validates
from wtforms import Form
from flask_wtf.csrf import CSRFProtect as CSRFProtect

provides("validation")
@validates
class FlaskForm(Form):
    def validate_on_submit(self, *args, **kwargs) -> bool: ...
    def is_submitted(self) -> bool: ...
    def hidden_tag(self, *fields) -> str: ...
