package vn.lienket.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** HTTP Basic sends the password with every request, so it is taken through TLS or from this machine only. */
class PlainBasicFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null || request.isSecure() || fromHere(request)) {
            chain.doFilter(request, response);
        } else {
            Refusals.refuse(request, response, 403, "Tên và mật khẩu trong tiêu đề chỉ được nhận qua HTTPS.");
        }
    }

    private static boolean fromHere(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
}
