package vn.lienket.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import vn.lienket.problem.ProblemResponse;
import vn.lienket.problem.Sentences;

/** Says what the container itself refuses, before any filter sees it: an address or headers that cannot be read, or are too long. */
class ContainerErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemResponse.write(
                    response,
                    status,
                    status < 500
                            ? "Yêu cầu không đúng quy cách, hoặc địa chỉ hay phần đầu của nó quá dài."
                            : Sentences.FAILED);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
