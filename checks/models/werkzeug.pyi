from werkzeug.utils import secure_filename as secure_filename, redirect as redirect
from werkzeug.wrappers import Request as Request, Response as Response
from werkzeug.security import generate_password_hash as generate_password_hash, check_password_hash as check_password_hash
