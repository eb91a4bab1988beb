# django-two-factor-auth: 1.12 to 1.18
from two_factor.views.mixins import OTPRequiredMixin as OTPRequiredMixin
