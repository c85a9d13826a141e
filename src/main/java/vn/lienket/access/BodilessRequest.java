package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose body nobody is to read, as it is too large: its page says so, with the form to try again. */
class BodilessRequest extends HttpServletRequestWrapper {

    BodilessRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getContentType() {
        return null;
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }
}
