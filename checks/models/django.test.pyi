# Django 3.2 to 6
from django.test.client import AsyncClient as AsyncClient, AsyncRequestFactory as AsyncRequestFactory, Client as Client, RequestFactory as RequestFactory
from django.test.testcases import LiveServerTestCase as LiveServerTestCase, SimpleTestCase as SimpleTestCase, TestCase as TestCase, TransactionTestCase as TransactionTestCase, skipIfDBFeature as skipIfDBFeature, skipUnlessDBFeature as skipUnlessDBFeature
from django.test.utils import modify_settings as modify_settings, override_settings as override_settings, tag as tag
