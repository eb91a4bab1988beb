# tenacity.asyncio
from tenacity import AsyncRetrying as AsyncRetrying
