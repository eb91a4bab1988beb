from litellm import Router as Router
