import * as cases from './case.js';
import { by, day, download, facts, list, moment, money, storedFile, table, whole } from './dom.js';
import { WORDS } from './words.js';

/** How a quarterly report, as `GET /api/v1/reports/{code}` answers it, is shown in the forms of its tasks. */

/**
 * Code, title, state, channel and quarter.
 *
 * @param {Api.Report} report
 */
export function header(report) {
  return cases.header(report, {
    about: report.quarter,
    entries: [
      [WORDS.cooperationChannel, report.channelName],
      ['Bên chủ trì', report.leadOrganisationName],
      ['Kỳ báo cáo', `${day(report.from)} – ${day(report.to)}`],
    ],
  });
}

/**
 * The draft and the tables of the newest version.
 *
 * @param {Api.Report} report
 */
export function papers({ version, versions }) {
  const newest = versions.find((each) => each.version === version);
  return (
    newest &&
    facts([
      [WORDS.version, `${version}, tổng hợp lúc ${moment(newest.assembledAt)}`],
      ['Dự thảo, số liệu', list([storedFile(newest.draft, 'Dự thảo báo cáo (PDF)'), download(newest.sheets, 'Bảng số liệu (XLSX)')])],
    ])
  );
}

/**
 * The figures in short: the cases with their sum, and how much there is of the rest.
 *
 * @param {Api.Report} report
 */
export function figures({ figures: known, totals }) {
  if (!known || !totals) {
    return null;
  }
  const done = known.activities.filter(({ standing }) => standing === 'DONE').length;
  const late = known.activities.filter(({ standing }) => standing === 'LATE').length;
  return [
    table(
      'Hồ sơ trong quý',
      [WORDS.kind, WORDS.organisation, ['Kỳ trước'], [WORDS.received], [WORDS.onTime], [WORDS.overdue], [WORDS.inProgress], [WORDS.withdrawn], [WORDS.declined]],
      known.cases.map((count) => [count.kindName, count.organisationName, ...counts(count)]),
      [WORDS.total, '', ...counts(totals)]
    ),
    facts([
      [WORDS.activity, `${known.activities.length} hoạt động, ${done} hoàn thành, ${late} quá hạn`],
      ['Kết quả chỉ tiêu', `${known.indicators.filter(({ reached }) => reached).length}/${known.indicators.length} đạt mục tiêu`],
      ['Khoản hỗ trợ', `${known.support.length} khoản, ${money(known.support.reduce((sum, { amount }) => sum + amount, 0))}`],
      ['Chuyển giao', `${known.technology.length} nội dung được nghiệm thu`],
      ['Sắp hết hiệu lực', `${known.expiring.length} thỏa thuận, đến ${day(known.outlook)}`],
    ]),
  ];
}

/**
 * What was said of the versions, newest first.
 *
 * @param {Api.Report} report
 */
export function opinions({ opinions: given }) {
  return cases.opinions(
    [...given].reverse().map((opinion) => ({
      ...verdict(opinion),
      title: `${opinion.stageName}, ${WORDS.version.toLowerCase()} ${opinion.version}`,
      comment: opinion.comment,
      small: by(opinion.authorName, opinion.givenAt),
    }))
  );
}

/** @param {Api.ReportOpinion} opinion */
function verdict({ stage, positive }) {
  if (positive) {
    return stage === 'review' ? cases.positive('Trình lãnh đạo') : cases.AGREED;
  }
  return stage === 'review' ? { ...cases.CHANGES, word: 'Tổng hợp lại' } : cases.CHANGES;
}

/** @param {Api.CaseCount} count */
function counts({ carriedOver, received, onTime, late, inProgress, withdrawn, declined }) {
  return [carriedOver, received, onTime, late, inProgress, withdrawn, declined].map(whole);
}
