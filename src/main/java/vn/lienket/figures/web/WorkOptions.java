package vn.lienket.figures.web;

import java.util.List;

/** What open work can be asked for, each in Vietnamese order. */
record WorkOptions(
        List<Choice> channels,
        List<Choice> organisations,
        List<Process> processes,
        List<Choice> people,
        List<Choice> reasons,
        List<Choice> states) {

    record Choice(String id, String name) {}

    record Process(String id, String name, List<Choice> steps) {}
}
