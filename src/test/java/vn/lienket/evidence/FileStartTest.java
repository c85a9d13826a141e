package vn.lienket.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStartTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 1000, 1024, 65535, 65536})
    void whateverContinuesAFileIsFoundByOneOfItsHashes(int size) {
        byte[] longer = new byte[FileStart.LARGEST];
        new Random(size).nextBytes(longer);
        FileStart file = new FileStart(Arrays.copyOf(longer, size));

        assertThat(new FileStart(longer).hashes()).contains(file.hash());
        longer[0]++;
        assertThat(new FileStart(longer).hashes()).doesNotContain(file.hash());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 512, 1023})
    void fewBytesTellNoFilesApart(int size) {
        assertThat(new FileStart(new byte[size]).tellingHashes()).isEmpty();
    }
}
