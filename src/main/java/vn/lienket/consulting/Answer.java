package vn.lienket.consulting;

import org.springframework.data.relational.core.mapping.Table;

/** One answered question of an assessment, 0 to 5. */
@Table(schema = "lienket", value = "consulting_answer")
record Answer(Stage stage, String question, int value) {}
