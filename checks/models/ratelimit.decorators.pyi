from django_ratelimit.decorators import ratelimit as ratelimit
