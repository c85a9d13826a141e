package vn.lienket.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CooperationFieldsTest {

    private final CooperationFields fields = new CooperationFields();

    @Test
    void holdsTheElevenFieldsAgreedWithTayNinhTheSixWithQtscAndTheCommonOne() {
        assertThat(fields.all()).hasSize(18);
        assertThat(fields.all())
                .filteredOn(field -> field.channels().contains("binhduong-tayninh"))
                .hasSize(11);
        assertThat(fields.all())
                .filteredOn(field -> field.channels().contains("binhduong-qtsc"))
                .hasSize(6);
        assertThat(fields.all())
                .filteredOn(field -> field.channels().isEmpty())
                .extracting(CooperationField::code)
                .containsExactly("regional-data-system");
    }

    @Test
    void everyFieldHasACodeAndAName() {
        assertThat(fields.all()).allSatisfy(field -> {
            assertThat(field.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(field.name()).isNotBlank();
        });
        assertThat(fields.all()).extracting(CooperationField::name).doesNotHaveDuplicates();
    }

    @Test
    void isFoundByItsCode() {
        assertThat(fields.find("ioc"))
                .hasValueSatisfying(
                        field -> assertThat(field.name()).isEqualTo("Trung tâm giám sát, điều hành thông minh"));
        assertThat(fields.find("IOC")).isEmpty();
        assertThat(fields.find("")).isEmpty();
    }
}
