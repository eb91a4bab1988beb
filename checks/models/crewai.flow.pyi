from crewai.flow.flow import *
