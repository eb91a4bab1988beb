# Selenium 3 and 4
from selenium.webdriver.support.ui import WebDriverWait as WebDriverWait
