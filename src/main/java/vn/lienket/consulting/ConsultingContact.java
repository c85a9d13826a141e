package vn.lienket.consulting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.privacy.Contact;
import vn.lienket.privacy.ContactKeeper;
import vn.lienket.privacy.Redaction;
import vn.lienket.privacy.StoredDatum;
import vn.lienket.privacy.StoredTexts;

/** What the consulting cases of an enterprise hold of its contact, and what it answered in them. */
@Component
@Order(1)
@Transactional(propagation = Propagation.MANDATORY)
class ConsultingContact implements ContactKeeper {

    private static final String PLACE = "Hồ sơ tư vấn";
    private static final String FILE_TABLE = "lienket.document";
    private static final String CASE_TABLE = "lienket.consulting_case";
    private static final String ANSWER_TABLE = "lienket.consulting_roadmap_answer";
    private static final String STEP_TABLE = "lienket.consulting_step";
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("need", "Nhu cầu"),
            Map.entry("request_comment", "Yêu cầu bổ sung"),
            Map.entry("supplement_note", "Nội dung bổ sung"),
            Map.entry("support_comment", "Ý kiến về hỗ trợ"),
            Map.entry("closing_note", "Kết luận"),
            Map.entry("end_reason", "Lý do kết thúc"),
            Map.entry("comment", "Trả lời về lộ trình"),
            Map.entry("title", "Bước của lộ trình"),
            Map.entry("solution", "Giải pháp"),
            Map.entry("result", "Kết quả của bước"));

    private final ConsultingCases cases;
    private final EnterpriseFiles files;
    private final StoredTexts texts;
    private final JdbcClient jdbc;

    ConsultingContact(ConsultingCases cases, EnterpriseFiles files, StoredTexts texts, JdbcClient jdbc) {
        this.cases = cases;
        this.files = files;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @Override
    public void hold(String taxCode) {
        cases.holdTaxCode(taxCode);
    }

    @Override
    public Contact addTo(Contact known) {
        String taxCode = known.taxCode();
        Contact contact = known.withCases(
                cases.findCodes(taxCode), cases.findOpen(taxCode).stream().toList());
        for (Applicant applicant : applicants(taxCode)) {
            contact = contact.with(applicant.contactName(), applicant.contactEmail(), applicant.contactPhone());
        }
        return contact;
    }

    private List<Applicant> applicants(String taxCode) {
        return cases.findCodes(taxCode).stream()
                .map(code -> cases.findByCaseCode(code).orElseThrow().applicant())
                .toList();
    }

    @Override
    public List<StoredDatum> find(Contact contact) {
        List<StoredDatum> found = new ArrayList<>();
        for (String code : contact.cases().stream().sorted().toList()) {
            ConsultingCase about = cases.findByCaseCode(code).orElseThrow();
            Applicant applicant = about.applicant();
            add(found, code, "Người liên hệ", applicant.contactName());
            add(found, code, "Thư điện tử liên hệ", applicant.contactEmail());
            add(found, code, "Điện thoại liên hệ", applicant.contactPhone());
            add(found, code, LABELS.get("supplement_note"), about.supplement().answer());
            files.of(code).stream()
                    .map(file -> new StoredDatum(
                            PLACE, FILE_TABLE, code, file.addedAt(), "Tệp doanh nghiệp gửi", file.fileName()))
                    .forEach(found::add);
            about.roadmapAnswers().stream()
                    .filter(answer -> answer.author().equals(RoadmapAnswer.ENTERPRISE))
                    .map(answer -> new StoredDatum(
                            PLACE,
                            ANSWER_TABLE,
                            code,
                            answer.givenAt(),
                            "Trả lời qua liên kết",
                            answer.comment() == null
                                    ? answer.decision()
                                    : "%s: %s".formatted(answer.decision(), answer.comment())))
                    .forEach(found::add);
        }
        Redaction redaction = contact.redaction();
        for (StoredTexts.Rows rows : freeTexts(contact)) {
            texts.find(redaction, rows)
                    .forEach(text -> found.add(new StoredDatum(
                            PLACE, rows.table(), text.reference(), null, LABELS.get(text.column()), text.text())));
        }
        return found;
    }

    private static void add(List<StoredDatum> found, String code, String field, String value) {
        if (value != null) {
            found.add(new StoredDatum(PLACE, CASE_TABLE, code, null, field, value));
        }
    }

    @Override
    public int erase(Contact contact) {
        int erased = jdbc.sql("""
                        update lienket.consulting_case
                        set contact_name = null, contact_email = null, contact_phone = null, revision = revision + 1
                        where tax_code = ? and coalesce(contact_name, contact_email, contact_phone) is not null""").param(contact.taxCode()).update();
        String[] codes = contact.cases().toArray(String[]::new);
        for (String links : List.of("consulting_page_link", "consulting_link_request")) {
            erased += jdbc.sql("delete from lienket.%s where case_code = any (?)".formatted(links))
                    .param(codes)
                    .update();
        }
        Redaction redaction = contact.redaction();
        for (StoredTexts.Rows rows : freeTexts(contact)) {
            erased += texts.redact(redaction, rows);
        }
        return erased;
    }

    /** Where people write what they like about a case. */
    private static List<StoredTexts.Rows> freeTexts(Contact contact) {
        Map<String, ?> parameters = Map.of("cases", contact.cases().toArray(String[]::new));
        return List.of(
                new StoredTexts.Rows(
                        CASE_TABLE,
                        List.of(
                                "need",
                                "request_comment",
                                "supplement_note",
                                "support_comment",
                                "closing_note",
                                "end_reason"),
                        "case_code",
                        "case_code = any (:cases)",
                        parameters),
                new StoredTexts.Rows(
                        ANSWER_TABLE,
                        List.of("comment"),
                        "consulting_case",
                        "consulting_case = any (:cases)",
                        parameters),
                new StoredTexts.Rows(
                        STEP_TABLE,
                        List.of("title", "solution", "result"),
                        "consulting_case",
                        "consulting_case = any (:cases)",
                        parameters));
    }
}
