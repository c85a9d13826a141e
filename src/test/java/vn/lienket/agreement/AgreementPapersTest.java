package vn.lienket.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the heading says of an agreement, under the words of its type. */
class AgreementPapersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BTT | Thỏa thuận hợp tác phát triển chính quyền số | Phát triển chính quyền số",
                "BTT | Thỏa thuận phối hợp về dữ liệu mở | Phối hợp về dữ liệu mở",
                "BTT | THỎA THUẬN HỢP TÁC: chia sẻ hạ tầng | Chia sẻ hạ tầng",
                "BTT | Hợp tác đào tạo | Hợp tác đào tạo",
                "BTT | Thỏa thuận hợp tác | Thỏa thuận hợp tác",
                "BGN | Bản ghi nhớ hợp tác về công viên phần mềm | Hợp tác về công viên phần mềm",
                "BGN | Biên bản ghi nhớ về đào tạo | Về đào tạo",
                "BGN | Thỏa thuận khung | Thỏa thuận khung"
            })
    void leavesOutTheTypeThatStandsAboveIt(AgreementType type, String title, String about) {
        assertThat(AgreementPapers.about(type, title)).isEqualTo(about);
    }
}
