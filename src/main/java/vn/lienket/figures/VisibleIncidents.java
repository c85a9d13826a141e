package vn.lienket.figures;

import java.util.HashMap;
import java.util.Map;

/** The jobs that gave up, as far as somebody looks into the work of all: what is counted is what is listed. */
public final class VisibleIncidents {

    /**
     * Of a chain of called processes only the incident of the job itself; what is about no case is a manager's of its channel, and the
     * administrator's if it is in none.
     */
    public static final String FROM = """
            from act_ru_incident i
            left join act_ru_execution e on e.id_ = i.proc_inst_id_
            left join act_ru_execution r on r.id_ = e.root_proc_inst_id_
            left join lienket.dossier d on d.code = coalesce(e.business_key_, r.business_key_)
            where i.cause_incident_id_ = i.id_ and i.incident_type_ = 'failedJob'
            and (:all or i.tenant_id_ = any (:channels))
            and (:line::text[] is null or d.lead_organisation = any (:line))
            and (:channel::text is null or i.tenant_id_ = :channel)
            and (:case::text is null or coalesce(e.business_key_, r.business_key_) = :case)
            and (:id::text is null or i.id_ = :id)""";

    private VisibleIncidents() {}

    /**
     * What is to be put into it.
     *
     * @param all whether the viewer is an administrator
     * @param channel only of this one, or null; the case and the id are for the caller to narrow
     */
    public static Map<String, Object> values(Insight.Scope scope, boolean all, String channel) {
        Map<String, Object> values = new HashMap<>();
        values.put("all", all);
        values.put("channels", scope.channelIds());
        values.put("line", scope.lineIds());
        values.put("channel", channel);
        values.put("case", null);
        values.put("id", null);
        return values;
    }
}
