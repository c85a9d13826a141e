package vn.lienket.signature.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.mode.ConditionalOnEmbeddedMode;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.DemoKeys;

/** The demonstration keys, each for the person whose it is. */
@RestController
@ConditionalOnEmbeddedMode
class DemoKeyController {

    private final DemoKeys keys;
    private final CurrentUser currentUser;

    DemoKeyController(DemoKeys keys, CurrentUser currentUser) {
        this.keys = keys;
        this.currentUser = currentUser;
    }

    @GetMapping("/demo/keys/{user}.p12")
    ResponseEntity<byte[]> key(@PathVariable String user) {
        if (!currentUser.require().id().equals(user)) {
            throw ProblemException.forbidden("Mỗi người chỉ tải được khóa trình diễn của chính mình.");
        }
        byte[] key = keys.of(user)
                .orElseThrow(() -> ProblemException.notFound(
                        "Tài khoản này không có khóa trình diễn: chỉ lãnh đạo và văn thư ký văn bản."));
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "x-pkcs12"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(user + ".p12")
                                .build()
                                .toString())
                .body(key);
    }
}
