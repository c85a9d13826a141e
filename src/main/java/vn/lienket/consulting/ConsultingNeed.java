package vn.lienket.consulting;

/** What an enterprise may ask advice on: the code that decisions know, the name that people see. */
public record ConsultingNeed(String code, String name) {}
