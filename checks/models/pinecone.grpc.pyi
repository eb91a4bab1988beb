from pinecone import Pinecone as PineconeGRPC, Index as GRPCIndex
