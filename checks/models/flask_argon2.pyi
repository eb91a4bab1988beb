from flask_bcrypt import Bcrypt as Argon2
