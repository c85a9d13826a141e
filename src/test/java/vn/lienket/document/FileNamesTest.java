package vn.lienket.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "thỏa thuận.pdf | PDF | thỏa thuận.pdf",
                "THOA THUAN.PDF | PDF | THOA THUAN.PDF",
                "anh.jpeg | JPEG | anh.jpeg",
                "thoa-thuan.pdf | DOCX | thoa-thuan.docx",
                "bao cao v1.2 | PDF | bao cao v1.2.pdf",
                "../../etc/passwd | PDF | passwd.pdf",
                "C:\\Users\\an\\hop dong.xlsx | XLSX | hop dong.xlsx",
                ".htaccess | PNG | htaccess.png",
                "a<b>:\"c\"?*.pdf | PDF | abc.pdf",
                "... | PDF | tai-lieu.pdf",
                ".pdf | PDF | pdf.pdf",
                "null | PDF | tai-lieu.pdf"
            })
    void aNameLosesWhatCouldHarmAndGetsTheExtensionOfItsType(String sent, FileType type, String kept) {
        assertThat(FileNames.clean(sent, type)).isEqualTo(kept);
    }

    @Test
    void controlCharactersAndDirectionOverridesGo() {
        assertThat(FileNames.clean("hop\r\n\u0000dong\u202Efdp.exe", FileType.PDF))
                .isEqualTo("hopdongfdp.pdf");
    }

    @Test
    void lettersSentInPartsAreComposed() {
        assertThat(FileNames.clean("Tho\u0309a.pdf", FileType.PDF)).isEqualTo("Thỏa.pdf");
    }

    @Test
    void aLongNameIsCutBeforeItsExtension() {
        assertThat(FileNames.clean("ư".repeat(500) + ".pdf", FileType.DOCX))
                .hasSize(FileNames.MAX_LENGTH)
                .endsWith("ư.docx");
    }
}
