# umap-learn 0.5
from umap import UMAP as UMAP
