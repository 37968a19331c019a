package zeroone.text.template;

import org.junit.jupiter.api.Test;

class ChatTemplateTest {
    @Test
    void x() {}
}
