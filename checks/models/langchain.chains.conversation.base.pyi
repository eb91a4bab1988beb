from langchain.chains import ConversationChain as ConversationChain
