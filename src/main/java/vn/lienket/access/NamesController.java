package vn.lienket.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.NameSource;
import vn.lienket.party.NameSource.Subject;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemResponse;

/** {@code /api/v1/names}: what the ids on the screens of the web applications mean; sent again only when something has changed. */
@RestController
@RequestMapping("/api/v1/names")
class NamesController {

    private final CurrentUser currentUser;
    private final List<NameSource> sources;
    private final ObjectMapper json;

    NamesController(CurrentUser currentUser, List<NameSource> sources, ObjectMapper json) {
        this.currentUser = currentUser;
        this.sources = sources;
        this.json = json;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] names(ServletWebRequest request, HttpServletResponse response) throws JsonProcessingException {
        byte[] names = json.writeValueAsBytes(of(currentUser.require()));
        // says so itself, or nothing under /api/ would be kept
        response.setHeader("Content-Security-Policy", ProblemResponse.POLICY);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        // weak: the same names may be sent compressed
        return request.checkNotModified("W/\"" + DigestUtils.sha256Hex(names) + '"') ? null : names;
    }

    /** Sorted, so that the same names are the same bytes on every node. */
    private Map<String, Map<String, String>> of(User user) {
        Map<String, Map<String, String>> names = Arrays.stream(Subject.values())
                .collect(Collectors.toMap(Subject::id, subject -> new TreeMap<>(), (one, other) -> one, TreeMap::new));
        sources.forEach(source -> source.names(user)
                .forEach((subject, found) -> names.get(subject.id()).putAll(found)));
        return names;
    }
}
