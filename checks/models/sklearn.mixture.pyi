# scikit-learn 0.24 to 1.7
from sklearn.base import BaseEstimator

class GaussianMixture(BaseEstimator): ...
