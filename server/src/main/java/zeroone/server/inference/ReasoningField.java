package zeroone.server.inference;

import tools.jackson.databind.node.ObjectNode;

/** Under which name chat completions carry a thought: clients disagree. */
public enum ReasoningField {
    /** {@code reasoning_content}, as DeepSeek, llama.cpp, LangChain4j and Spring AI call it. */
    REASONING_CONTENT,
    /** {@code reasoning}, as vLLM and Ollama call it. */
    REASONING,
    BOTH;

    public void put(ObjectNode node, String text) {
        if (this != REASONING) {
            node.put("reasoning_content", text);
        }
        if (this != REASONING_CONTENT) {
            node.put("reasoning", text);
        }
    }
}
