# onnxruntime 1.x
from onnxruntime.capi.onnxruntime_inference_collection import InferenceSession as InferenceSession
