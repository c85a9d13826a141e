package vn.lienket.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.ConsultingWalk;
import vn.lienket.support.ProcessTest;

@ProcessTest
class ConsultingWorkloadTest {

    @Autowired
    vn.lienket.support.ConsultingCases cases;

    @Autowired
    ConsultingWorkload workload;

    @Test
    void countsTheOpenCasesOfAConsultantFromTheAssignmentToTheEnd() {
        ConsultingWalk walk = cases.open();
        int before = total();

        walk.upTo(ConsultingModel.TASK_ASSESS);
        String consultant = walk.consultingCase().consultant();
        assertThat(total()).isEqualTo(before + 1);
        int load = workload.openWork(List.of(consultant)).get(consultant);

        walk.assess(1).draft(ConsultingFields.steps()).confirm("decline", "Chưa có vốn");
        assertThat(total()).isEqualTo(before);
        assertThat(workload.openWork(List.of(consultant)).getOrDefault(consultant, 0))
                .isEqualTo(load - 1);
    }

    @Test
    void knowsNobodyElsesWork() {
        assertThat(workload.openWork(List.of("binhduong.expert1"))).isEmpty();
        assertThat(workload.openWork(List.of())).isEmpty();
    }

    private int total() {
        return workload.openWork(List.of("qtsc.expert1", "qtsc.expert2")).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
