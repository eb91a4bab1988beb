# youtube-dl
from yt_dlp import YoutubeDL as YoutubeDL
