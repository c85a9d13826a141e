package vn.lienket.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnterpriseGeneratorTest {

    private final List<Enterprise> some =
            new EnterpriseGenerator(1).enterprises(20_000).toList();

    @Test
    void theSameSeedGivesTheSameEnterprisesHoweverManyAreAskedFor() {
        assertThat(new EnterpriseGenerator(1).enterprises(50)).containsExactlyElementsOf(some.subList(0, 50));
        assertThat(new EnterpriseGenerator(2).enterprises(50)).doesNotContainAnyElementsOf(some.subList(0, 50));
    }

    @Test
    void everyEnterpriseIsValidAndThereOnce() {
        assertThat(some).extracting(Enterprise::taxCode).doesNotHaveDuplicates();
        assertThat(some)
                .allSatisfy(enterprise -> assertThat(new EnterpriseInput(fields(enterprise)).check())
                        .isEqualTo(enterprise));
    }

    @Test
    void boundariesOfTheSizesAreMetOnBothSides() {
        assertThat(some).extracting(Enterprise::employees).contains(9, 10, 11, 49, 50, 51, 99, 100, 101, 199, 200, 201);
        assertThat(some).extracting(Enterprise::revenue).contains(2_999_999_999L, 3_000_000_000L, 3_000_000_001L);
        assertThat(some).extracting(Enterprise::sector).containsAll(EnumSet.allOf(Sector.class));
    }

    private static Map<String, Object> fields(Enterprise enterprise) {
        Map<String, Object> fields = new HashMap<>();
        for (EnterpriseField field : EnterpriseField.values()) {
            fields.put(field.id(), field.of(enterprise));
        }
        return fields;
    }
}
