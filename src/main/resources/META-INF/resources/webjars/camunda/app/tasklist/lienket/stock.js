/**
 * What the product changes in Camunda's web applications before they start. Their templates are taken as they are and changed as
 * documents; 7.24.0 is their last release, so that they stay as they are.
 */

/** Which of the four this is: `tasklist`, `cockpit`, `admin` or `welcome`. */
export const APPLICATION = document.querySelector('base')?.getAttribute('app-name') || '';

/** The Angular module that Camunda keeps for such changes. */
export function custom() {
  return window.angular.module(`cam.${APPLICATION}.custom`);
}

/**
 * Changes the template of a stock directive.
 *
 * @param {string} directive such as `camTasks`
 * @param {(template: Element) => void} change
 */
export function reshape(directive, change) {
  decorate(`${directive}Directive`, ($delegate) => {
    $delegate.forEach((/** @type {{template?: unknown}} */ definition) => {
      if (typeof definition.template === 'string') {
        definition.template = reshaped(definition.template, change);
      }
    });
    return $delegate;
  });
}

/**
 * A template with a change.
 *
 * @param {string} template
 * @param {(template: Element) => void} change
 */
export function reshaped(template, change) {
  const holder = parsed(template);
  change(holder[0]);
  return holder.html();
}

/**
 * Puts something in the place of a stock service.
 *
 * @param {string} service
 * @param {(delegate: any) => unknown} change
 */
export function decorate(service, change) {
  custom().config(['$provide', ($provide) => $provide.decorator(service, ['$delegate', change])]);
}

/**
 * Leaves out parts that a web application has of its own.
 *
 * @param {(id: string) => boolean} which by the ids of their providers
 */
export function leaveOut(which) {
  decorate('Views', (Views) => {
    const all = Views.getProviders;
    Views.getProviders = (/** @type {object} */ options) =>
      all(options).filter((/** @type {{id: string}} */ provider) => !which(provider.id));
    return Views;
  });
}

/**
 * Elements of a template.
 *
 * @param {string} markup of our own
 */
export function fragment(markup) {
  const made = document.createDocumentFragment();
  made.append(...parsed(markup)[0].childNodes);
  return made;
}

/**
 * Only templates become markup, as Angular itself would take them; data never does.
 *
 * @param {string} template
 */
function parsed(template) {
  return window.angular.element(`<div>${template}</div>`);
}
