package vn.lienket.access;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.catalina.core.ApplicationPart;
import org.apache.tomcat.util.http.fileupload.FileItem;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.disk.DiskFileItemFactory;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;

/**
 * A request whose body is read through {@link MeteredBody} in every way the servlet API offers: as a stream, as the parameters of a
 * form and as parts. The container would read the last two past any wrapper.
 */
class MeteredRequest extends HttpServletRequestWrapper {

    private static final FormHttpMessageConverter FORMS = new FormHttpMessageConverter();
    /** The fields of the longest form, and more files than it takes, so that the form can say how many it does. */
    private static final int MAX_PARTS = 50;
    /** The part itself, and the file that the application makes of it. */
    private static final int COPIES = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A long Vietnamese file name, percent-encoded. */
    private static final int MAX_PART_HEADER = 4096;

    private final MeteredBody body;
    private final MultipartConfigElement multipart;
    private final MediaType type;
    private final Semaphore diskSpace;

    private int diskSpaceTaken;
    private boolean handedOut;
    private BufferedReader reader;
    private Map<String, String[]> parameters;
    private List<Part> parts;

    /**
     * A request with that body.
     *
     * @param diskSpace how many megabytes of parts may still be kept at once
     */
    MeteredRequest(
            HttpServletRequest request, MeteredBody body, MultipartConfigElement multipart, Semaphore diskSpace) {
        super(request);
        this.diskSpace = diskSpace;
        this.body = body;
        this.multipart = multipart;
        this.type = type(request);
    }

    /** The media type of a request's body, or null. */
    static MediaType type(HttpServletRequest request) {
        try {
            return request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
        } catch (InvalidMediaTypeException unknown) {
            return null;
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        handedOut = true;
        return body;
    }

    @Override
    public BufferedReader getReader() {
        if (reader == null) {
            handedOut = true;
            reader = new BufferedReader(new InputStreamReader(body, charset()));
        }
        return reader;
    }

    @Override
    public String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            // of the query only: the body's stream has been opened, so the container leaves it alone
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            if (!handedOut
                    && getMethod().equals("POST")
                    && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
                form().forEach((name, values) -> add(all, name, values));
            } else if (parts != null) {
                fields().forEach((name, values) -> add(all, name, values));
            }
            parameters = Collections.unmodifiableMap(all);
        }
        return parameters;
    }

    private static void add(Map<String, String[]> all, String name, List<String> values) {
        all.merge(
                name,
                values.toArray(String[]::new),
                (before, more) -> Stream.concat(Arrays.stream(before), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private MultiValueMap<String, String> form() {
        handedOut = true;
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType(MediaType.APPLICATION_FORM_URLENCODED, charset()));
        try {
            return FORMS.read(null, new HttpInputMessage() {
                @Override
                public ServletInputStream getBody() {
                    return body;
                }

                @Override
                public HttpHeaders getHeaders() {
                    return headers;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.getSubmittedFileName() == null && part instanceof ApplicationPart field) {
                try {
                    fields.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                            .add(field.getString(charset().name()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return fields;
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        if (parts == null) {
            if (!MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
                throw new ServletException("not multipart/form-data");
            }
            parts = parse();
            parameters = null;
        }
        return Collections.unmodifiableList(parts);
    }

    private List<Part> parse() throws IOException {
        handedOut = true;
        takeDiskSpace();
        File folder = multipart.getLocation().isEmpty()
                ? (File) getServletContext().getAttribute(ServletContext.TEMPDIR)
                : new File(multipart.getLocation());
        FileUpload upload = new FileUpload();
        upload.setFileItemFactory(new DiskFileItemFactory(multipart.getFileSizeThreshold(), folder));
        upload.setFileSizeMax(multipart.getMaxFileSize());
        upload.setSizeMax(multipart.getMaxRequestSize());
        upload.setFileCountMax(MAX_PARTS);
        upload.setPartHeaderSizeMax(MAX_PART_HEADER);
        try {
            List<Part> parsed = new ArrayList<>();
            for (FileItem item : upload.parseRequest(new ServletRequestContext(this))) {
                parsed.add(new ApplicationPart(item, folder));
            }
            return parsed;
        } catch (FileCountLimitExceededException e) {
            throw body.refuse(
                    413,
                    "Gửi quá nhiều tệp trong một lần. Hãy quay lại trang trước, bớt tệp rồi gửi.",
                    "more than " + MAX_PARTS + " parts");
        } catch (FileUploadException e) {
            // as the container does
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Part getPart(String name) throws IOException, ServletException {
        return getParts().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** How many megabytes the parts of a request of this size take. */
    static int megabytesFor(DataSize size) {
        return COPIES * (int) (size.toMegabytes() + 1);
    }

    private void takeDiskSpace() throws IOException {
        DataSize largest = DataSize.ofBytes(multipart.getMaxRequestSize());
        DataSize size = getContentLengthLong() < 0 ? largest : DataSize.ofBytes(getContentLengthLong());
        int needed = megabytesFor(size);
        try {
            if (!diskSpace.tryAcquire(needed, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw body.refuse(
                        503, "Hệ thống đang nhận nhiều tệp cùng lúc. Hãy thử lại sau ít phút.", "too many uploads");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        diskSpaceTaken = needed;
    }

    /** Removes the files of the parts. */
    void deleteParts() throws IOException {
        try {
            if (parts != null) {
                for (Part part : parts) {
                    part.delete();
                }
            }
        } finally {
            diskSpace.release(diskSpaceTaken);
            diskSpaceTaken = 0;
        }
    }

    private Charset charset() {
        return Optional.ofNullable(getCharacterEncoding()).map(Charset::forName).orElse(StandardCharsets.UTF_8);
    }
}
