# chalice 1: every handler is an ordinary function of AWS Lambda
from loadpath import provides
from chalice.app import AuthResponse as AuthResponse, BadRequestError as BadRequestError, Blueprint as Blueprint, Chalice as Chalice, CognitoUserPoolAuthorizer as CognitoUserPoolAuthorizer, CustomAuthorizer as CustomAuthorizer, ForbiddenError as ForbiddenError, IAMAuthorizer as IAMAuthorizer, NotFoundError as NotFoundError, Rate as Rate, Cron as Cron, Request as Request, Response as Response, UnauthorizedError as UnauthorizedError

provides("web-framework")
