from flask_security import hash_password as hash_password, verify_password as verify_password, login_user as login_user, logout_user as logout_user
