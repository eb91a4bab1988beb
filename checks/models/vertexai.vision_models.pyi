# google-cloud-aiplatform: vertexai.vision_models
from typing import Any
from loadpath import blocks, provides, sink

provides("llm")

class ImageGenerationModel:
    @classmethod
    @blocks("network", instead="asyncio.to_thread")
    def from_pretrained(cls, model_name: str) -> ImageGenerationModel: ...
    @blocks("ai", instead="asyncio.to_thread")
    @sink("prompt", arg="prompt")
    def generate_images(self, prompt: str, **kwargs) -> Any: ...
    @blocks("ai", instead="asyncio.to_thread")
    def edit_image(self, **kwargs) -> Any: ...

class MultiModalEmbeddingModel:
    @classmethod
    @blocks("network", instead="asyncio.to_thread")
    def from_pretrained(cls, model_name: str) -> MultiModalEmbeddingModel: ...
    @blocks("ai", instead="asyncio.to_thread")
    def get_embeddings(self, **kwargs) -> Any: ...
