from webargs.flaskparser import use_args as use_args, use_kwargs as use_kwargs, parser as parser
