# imageio 2
from imageio.v2 import imread as imread, imwrite as imwrite, mimread as mimread, mimsave as mimsave
