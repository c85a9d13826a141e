package vn.lienket.support;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.AdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.CockpitRuntimeDelegate;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.TasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.WelcomeRuntimeDelegate;

/**
 * What Camunda's web applications keep in static fields: a second application in the JVM takes them over and clears them when it
 * stops, after which every page of the first one answers 500.
 */
public record WebappDelegates(
        AdminRuntimeDelegate admin,
        CockpitRuntimeDelegate cockpit,
        TasklistRuntimeDelegate tasklist,
        WelcomeRuntimeDelegate welcome) {

    /** As they are now. */
    public static WebappDelegates current() {
        return new WebappDelegates(
                Admin.getRuntimeDelegate(),
                Cockpit.getRuntimeDelegate(),
                Tasklist.getRuntimeDelegate(),
                Welcome.getRuntimeDelegate());
    }

    /** Gives them back to the application that had them. */
    public void restore() {
        Admin.setAdminRuntimeDelegate(admin);
        Cockpit.setCockpitRuntimeDelegate(cockpit);
        Tasklist.setTasklistRuntimeDelegate(tasklist);
        Welcome.setRuntimeDelegate(welcome);
    }
}
