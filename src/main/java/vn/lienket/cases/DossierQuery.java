package vn.lienket.cases;

import java.util.Collection;

/**
 * What to list.
 *
 * @param kind the module's word for its cases
 * @param channels the channels the user may see
 * @param status 1–10 or null
 * @param organisation leading organisation, its predecessors included; or null
 * @param text beginnings of words of the title, the code or the keywords, see {@link vn.lienket.database.SearchText}; or null
 * @param page from 0
 * @param size 1–200
 */
public record DossierQuery(
        String kind,
        Collection<String> channels,
        Integer status,
        String organisation,
        String text,
        int page,
        int size) {}
