# Django 3.2 to 6
from django.dispatch.dispatcher import Signal as Signal

class ModelSignal(Signal): ...

class_prepared: ModelSignal
pre_init: ModelSignal
post_init: ModelSignal
pre_save: ModelSignal
post_save: ModelSignal
pre_delete: ModelSignal
post_delete: ModelSignal
m2m_changed: ModelSignal
pre_migrate: ModelSignal
post_migrate: ModelSignal
