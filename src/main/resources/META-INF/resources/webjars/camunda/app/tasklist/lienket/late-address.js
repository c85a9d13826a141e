/** The list of open tasks as its address says which and how. Nothing here touches the page. */

export const PATH = '/lienket/late';
export const SIZE = 50;

/** What an address may say, in this order. */
const NAMES = ['state', 'reason', 'process', 'step', 'organisation', 'person', 'channel', 'text', 'sort', 'page'];

/**
 * Which tasks and in which order; what is missing is not asked for.
 *
 * @typedef {Record<string, string>} Asked
 */

/**
 * What the hash of an address asks for.
 *
 * @param {string} hash such as `#/lienket/late?state=late`
 * @returns {Asked}
 */
export function asked(hash) {
  return known(new URLSearchParams(hash.split('?')[1]));
}

/**
 * The hash that asks for it.
 *
 * @param {Asked} filter
 */
export function addressOf(filter) {
  const said = new URLSearchParams(known(new URLSearchParams(filter))).toString();
  return `#${PATH}${said && `?${said}`}`;
}

/**
 * The path at the REST API of what is asked for; of a file without the page.
 *
 * @param {Asked} filter
 * @param {boolean} [file]
 */
export function pathOf(filter, file) {
  const { page, ...rest } = known(new URLSearchParams(filter));
  return `/work?${new URLSearchParams(file ? rest : { ...rest, page: page || '0', size: String(SIZE) })}`;
}

/**
 * The order after its column was pressed: another column in its own direction, the same one turned round.
 *
 * @param {string | undefined} sort
 * @param {string} column
 */
export function pressed(sort, column) {
  return (sort || 'due') === column ? `-${column}` : column;
}

/**
 * How a column is sorted, for `aria-sort`; null if it is not.
 *
 * @param {string | undefined} sort
 * @param {string} column
 */
export function direction(sort, column) {
  const by = sort || 'due';
  return by === column ? 'ascending' : by === `-${column}` ? 'descending' : null;
}

/**
 * What came of an act on several tasks, in a sentence.
 *
 * @param {string} done such as `đã nhắc`
 * @param {{caseCode: string, problem: string | null}[]} results
 */
export function summary(done, results) {
  const refused = results.filter(({ problem }) => problem);
  const well = results.length - refused.length;
  const parts = [
    ...(well || !refused.length ? [`${well} việc ${done}`] : []),
    ...(refused.length ? [`${refused.length} việc không được: ${refused.map(({ caseCode, problem }) => `${caseCode}: ${problem}`).join(' ')}`] : []),
  ];
  const sentence = parts.join(', ');
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/**
 * Which of how many are shown.
 *
 * @param {{page: number, size: number, total: number, totalIsLowerBound: boolean, items: unknown[]}} found
 */
export function range({ page, size, total, totalIsLowerBound, items }) {
  if (!total) {
    return 'Không có việc nào.';
  }
  const number = new Intl.NumberFormat('vi-VN');
  const all = `${totalIsLowerBound ? 'hơn ' : ''}${number.format(total)} việc`;
  return items.length ? `Việc ${number.format(page * size + 1)} đến ${number.format(page * size + items.length)} trong ${all}.` : `Trang này không có việc nào; có ${all}.`;
}

/**
 * @param {URLSearchParams} parameters
 * @returns {Asked}
 */
function known(parameters) {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = (parameters.get(name) || '').trim();
      return value && !(name === 'page' && value === '0') ? [[name, value]] : [];
    })
  );
}
