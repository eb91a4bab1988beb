from flask_login import current_user as current_user, login_required as login_required, login_user as login_user, logout_user as logout_user
