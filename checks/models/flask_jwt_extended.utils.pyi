from flask_jwt_extended import get_jwt_identity as get_jwt_identity, create_access_token as create_access_token, get_jwt as get_jwt
