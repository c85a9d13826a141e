/** Tells node that the web modules are modules, as the browser takes them: their folder has no `package.json` that says so. */
export function load(url, context, next) {
  return next(url, url.includes('/webjars/') ? { ...context, format: 'module' } : context);
}
