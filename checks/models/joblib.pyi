# joblib 1.x
from joblib.numpy_pickle import load as load, dump as dump
