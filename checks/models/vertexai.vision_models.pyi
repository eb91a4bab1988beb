# google-cloud-aiplatform: vertexai.vision_models
from typing import Any
from loadpath import blocks, provides, sink

provides("llm")

class ImageGenerationModel:
    @classmethod
    @blocks("network")
    def from_pretrained(cls, model_name: str) -> ImageGenerationModel: ...
    @blocks("ai")
    @sink("prompt", arg="prompt")
    def generate_images(self, prompt: str, **kwargs) -> Any: ...
    @blocks("ai")
    def edit_image(self, **kwargs) -> Any: ...

class MultiModalEmbeddingModel:
    @classmethod
    @blocks("network")
    def from_pretrained(cls, model_name: str) -> MultiModalEmbeddingModel: ...
    @blocks("ai")
    def get_embeddings(self, **kwargs) -> Any: ...
