package vn.lienket.programme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;

/** What an activity begins with in each of the fields of cooperation ({@code reference/work-templates.yaml}). */
@Component
public class FieldTemplates {

    private final Map<String, FieldTemplate> byField;

    FieldTemplates(CooperationFields fields) {
        Map<String, FieldTemplate> templates = new LinkedHashMap<>();
        TemplateReader.read(
                        new ClassPathResource("reference/work-templates.yaml"),
                        fields.all().stream().map(CooperationField::code).toList())
                .forEach(template -> templates.put(template.field(), template));
        byField = Collections.unmodifiableMap(templates);
    }

    /** The template of a field. IllegalArgumentException for a field that is unknown; every field has one. */
    public FieldTemplate of(String field) {
        FieldTemplate template = byField.get(field);
        if (template == null) {
            throw new IllegalArgumentException("No field " + field);
        }
        return template;
    }

    /** The templates of all fields in the order of the file. */
    public List<FieldTemplate> all() {
        return List.copyOf(byField.values());
    }
}
