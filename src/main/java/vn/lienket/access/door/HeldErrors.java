package vn.lienket.access.door;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Holds the body of an error in JSON or plain text back, to be said in other words; every other body goes straight out. */
class HeldErrors extends HttpServletResponseWrapper {

    /** An error is a few lines; what is longer is a stack trace and loses its end. */
    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private ServletOutputStream output;
    private PrintWriter writer;
    private boolean holding;

    HeldErrors(HttpServletResponse response) {
        super(response);
    }

    boolean isHolding() {
        return holding;
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return held.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (output == null) {
            holding = isError();
            output = holding ? new HeldOutput() : super.getOutputStream();
        }
        return output;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            holding = isError();
            writer = holding
                    ? new PrintWriter(new OutputStreamWriter(new HeldOutput(), StandardCharsets.UTF_8))
                    : super.getWriter();
        }
        return writer;
    }

    private boolean isError() {
        String type = getContentType();
        return getStatus() >= 400
                && type != null
                && (type.startsWith(MediaType.APPLICATION_JSON_VALUE) || type.startsWith("text/"));
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!holding) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        held.reset();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        held.reset();
        output = null;
        writer = null;
        holding = false;
        super.reset();
    }

    private final class HeldOutput extends ServletOutputStream {

        @Override
        public void write(int value) {
            if (held.size() < LONGEST) {
                held.write(value);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            held.write(bytes, offset, Math.min(length, LONGEST - held.size()));
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("answers are written by blocking");
        }
    }
}
