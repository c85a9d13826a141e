package vn.lienket.consulting;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who runs the consulting. The body that decides on support is configurable, as Điều 32 of Nghị định 80/2021/NĐ-CP leaves it open.
 *
 * @param leadOrganisation the organisation whose officers open, check and close cases and whose leader decides on support
 * @param channel the channel of a case that names none
 */
@Validated
@ConfigurationProperties("lienket.consulting")
public record ConsultingProperties(
        @NotBlank @DefaultValue("binhduong") String leadOrganisation,
        @NotBlank @DefaultValue("binhduong-qtsc") String channel) {}
