package vn.lienket.party;

import java.util.List;

/**
 * A cooperation channel (a Camunda tenant): the organisations that see the cases opened in it.
 *
 * @param parties ids of the organisations, two or more, in signing order
 */
public record Channel(String id, String name, List<String> parties) {}
