package vn.lienket.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.function.Function;
import javax.security.auth.login.LoginException;
import vn.lienket.problem.ProblemException;

/** A token or a smart card, by the PKCS#11 library of its manufacturer. Nobody stays logged in. */
final class KeyToken implements KeyPlace {

    private final AuthProvider provider;

    /**
     * @param slot as the library numbers it
     * @throws ProblemException 400 for {@code key} if the library cannot be used or has no such slot
     */
    KeyToken(Path library, long slot) {
        try {
            provider = provider(library, slot);
        } catch (IllegalArgumentException | ProviderException | UnsupportedOperationException e) {
            throw ProblemException.invalid(
                    "key", "Không mở được thư viện PKCS#11, hoặc thư viện không có khe số %d.".formatted(slot));
        }
    }

    static AuthProvider provider(Path library, long slot) {
        String configuration = "--name = lienket\nlibrary = \"%s\"\nslot = %d\n"
                .formatted(library.toAbsolutePath().toString().replace("\\", "\\\\"), slot);
        return (AuthProvider) Security.getProvider("SunPKCS11").configure(configuration);
    }

    @Override
    public <T> T use(char[] pin, Function<List<SigningKey>, T> work) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            List<SigningKey> keys = SigningKey.all(store, pin, provider);
            if (keys.isEmpty()) {
                throw ProblemException.invalid("key", "Thiết bị không có khóa ký kèm chứng thư.");
            }
            return work.apply(keys);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException || e.getCause() instanceof LoginException
                    ? ProblemException.invalid(
                            "password", "PIN không đúng, hoặc thiết bị đã khóa PIN sau nhiều lần nhập sai.")
                    : unreachable();
        } catch (GeneralSecurityException | ProviderException e) {
            throw unreachable();
        } finally {
            logOut();
        }
    }

    private void logOut() {
        try {
            provider.logout();
        } catch (LoginException | ProviderException gone) {
            // a token that was pulled out is not logged in either
        }
    }

    private static ProblemException unreachable() {
        return ProblemException.invalid("key", "Không đọc được thiết bị: hãy cắm lại USB token hoặc thẻ rồi thử lại.");
    }
}
