package vn.lienket.signature;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import vn.lienket.problem.ProblemException;

/** Where keys are that stay there: they are open while one thing is done with them. */
interface KeyPlace {

    /**
     * Does something with the keys, of which there is at least one.
     *
     * @throws ProblemException 400 for {@code password} if the PIN is wrong, for {@code key} if the keys cannot be had
     */
    <T> T use(char[] pin, Function<List<SigningKey>, T> work);

    /** A PKCS#12 file. */
    static KeyPlace file(Path file) {
        return new KeyPlace() {
            @Override
            public <T> T use(char[] pin, Function<List<SigningKey>, T> work) {
                return work.apply(SigningKey.all(file, pin));
            }
        };
    }
}
