package vn.lienket.engine;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/**
 * The engine's API reads and writes JSON as the engine does, at each start. Spring Boot would add its own mapper beside the engine's,
 * and whichever Jersey finds first would say how a date is written.
 */
@Component
class EngineJson implements BeanDefinitionRegistryPostProcessor {

    private static final String SPRINGS_MAPPER = "jacksonResourceConfigCustomizer";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        // a command of an operator has no API
        if (registry.containsBeanDefinition(SPRINGS_MAPPER)) {
            registry.removeBeanDefinition(SPRINGS_MAPPER);
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        // the definition is all
    }
}
