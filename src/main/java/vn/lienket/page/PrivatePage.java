package vn.lienket.page;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller whose pages are for one reader: browsers do not keep or frame them, run no script in them and tell no other site
 * their address, search engines leave them out, and forms of other sites are refused with 403.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface PrivatePage {

    /** Whether the product's own scripts run in them nevertheless, those that come as files. */
    boolean scripts() default false;

    /** Whether those scripts fetch more from the product, and have helpers in the background. */
    boolean fetches() default false;
}
