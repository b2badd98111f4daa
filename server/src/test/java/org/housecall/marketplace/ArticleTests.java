package org.housecall.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.housecall.marketplace.Article.Block;
import org.junit.jupiter.api.Test;

class ArticleTests {

    @Test
    void isParagraphsAndLists() {
        assertThat(Block.parse("One\ntwo.\n\nFor:\n- this\n- that\n\n1. First\n2. Then"))
                .containsExactly(
                        new Block("One two.", List.of(), false),
                        new Block("For:", List.of("this", "that"), false),
                        new Block("", List.of("First", "Then"), true));
    }

    @Test
    void readsAsPlainText() {
        Article article = new Article(
                "Title",
                "Lead.",
                List.of(
                        new Article.Section("What", Block.parse("This:\n- a\n- b")),
                        new Article.Section("Why", Block.parse("Because."))));

        assertThat(article.plain()).isEqualTo("What\nThis:\n- a\n- b\n\nWhy\nBecause.");
    }
}
