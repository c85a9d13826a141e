package vn.lienket.programme;

import java.util.List;

/**
 * What an activity in a field of cooperation begins with.
 *
 * @param field the code of the field
 * @param workItems three to six, in the order in which they are usually done
 * @param indicators one to three; the first one is the one to propose
 */
public record FieldTemplate(String field, List<TemplateItem> workItems, List<TemplateIndicator> indicators) {}
