package vn.lienket.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;

/** Where tests find people and open cases; everything goes over HTTP, as it would from outside. */
@TestComponent
@Lazy
public class Cooperation {

    private final Environment environment;

    Cooperation(Environment environment) {
        this.environment = environment;
    }

    /** A demo person, signed in by HTTP Basic. */
    public Actor as(String user) {
        return new Actor(environment.getRequiredProperty("local.server.port", Integer.class), user, "lienket");
    }

    /** Valid start fields of an agreement between Bình Dương and Tây Ninh. */
    public static Map<String, Object> agreementFields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("title", "Thỏa thuận chia sẻ trung tâm điều hành");
        fields.put("agreementType", "BTT");
        fields.put("channel", "binhduong-tayninh");
        fields.put("leadOrganisation", "binhduong");
        fields.put("cooperationFields", List.of("ioc", "mooc"));
        fields.put("legalBasis", "Luật Công nghệ thông tin số 67/2006/QH11");
        fields.put("effectiveFrom", "2026-12-01");
        fields.put("effectiveTo", "2031-11-30");
        return fields;
    }

    /** Opens an agreement between Bình Dương and Tây Ninh. */
    public AgreementCase agreement() {
        return agreement(Map.of());
    }

    /** Opens an agreement with some start fields changed. */
    public AgreementCase agreement(Map<String, Object> changes) {
        Map<String, Object> fields = agreementFields();
        fields.putAll(changes);
        Actor officer = as(fields.get("leadOrganisation") + ".officer1");
        Answer started = officer.post("/api/v1/agreements", fields);
        started.expect(HttpStatus.CREATED);
        return new AgreementCase(
                this,
                started.text("caseCode"),
                started.text("processInstanceId"),
                fields.get("channel").toString());
    }
}
