package vn.lienket.json;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.RefusalLog;

/** A request whose JSON body goes past a {@link JsonWatch} to whoever reads it. */
public class JsonRequest extends HttpServletRequestWrapper {

    private final List<JsonRule> rules;
    private Body body;

    /** A request with that body; it is looked at by these rules too. */
    public JsonRequest(HttpServletRequest request, List<JsonRule> rules) {
        super(request);
        this.rules = rules;
    }

    /** Whether a request has, or may have, a JSON body: what it does not say, its reader may take for one. */
    public static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** The exception by which the reader is to learn of a refusal. */
    protected RuntimeException refusal(ProblemException problem) {
        return problem;
    }

    /** Has the reader learn that the body broke off. */
    protected void brokenOff(IOException exception) throws IOException {
        throw exception;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Body(super.getInputStream());
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private final class Body extends BlockingBody {

        private final JsonWatch watch = new JsonWatch(rules);

        private Body(ServletInputStream source) {
            super(source);
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            int read = next(target, offset, count);
            if (read > 0) {
                try {
                    watch.feed(target, offset, read);
                } catch (ProblemException problem) {
                    RefusalLog.refused(
                            (HttpServletRequest) getRequest(), problem.kind().status(), "JSON against the rules");
                    throw refusal(problem);
                }
            }
            return read;
        }

        private int next(byte[] target, int offset, int count) throws IOException {
            try {
                return source().read(target, offset, count);
            } catch (IOException e) {
                brokenOff(e);
                throw e;
            }
        }
    }
}
