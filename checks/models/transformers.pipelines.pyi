from transformers import Pipeline as Pipeline, pipeline as pipeline
