package vn.lienket.enterprise;

/**
 * Which enterprises to find; null and blank do not restrict.
 *
 * @param text beginnings of words of the tax code and the name, in any order, with or without accents
 * @param size {@code micro}, {@code small}, {@code medium} or {@code large}
 */
public record EnterpriseQuery(String text, Sector sector, String size) {}
