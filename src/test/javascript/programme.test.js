import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { activity, answers } from './samples.js';
import { answer, enter, load, open, words } from './tasklist.js';

const programme = await load('programme');
const items = await load('programme-items');

const OPTIONS = answers['/activities/options'];
const [AGREEMENT] = OPTIONS.agreements;
const THIRD = { code: 'qtsc', name: 'QTSC' };
const THREE = { ...AGREEMENT, code: 'H09-261128-0009', parties: [...AGREEMENT.parties, THIRD] };

before(async () => {
  await load('forms');
  answer(answers);
});

/** A form for which the product offers these agreements. */
async function among(agreements, path, saved) {
  answer({ ...answers, '/activities/options': { ...OPTIONS, agreements } });
  const form = await open(path, {}, saved).prepared();
  answer(answers);
  return form;
}

const start = (agreements = [AGREEMENT], saved = {}) => among(agreements, 'programme/start-activity.html', saved);
const task = (file, changes = {}) => {
  answer({ ...answers, [`/activities/${activity.caseCode}`]: { ...activity, ...changes } });
  return open(`programme/${file}.html`, { caseCode: activity.caseCode, workItem: 1 }).prepared();
};
const doers = (form) => form.store().workItems.map(({ organisation }) => organisation);
const chooser = (form) => form.element.querySelector('[data-indicator]');
const rowOf = (form, code) => form.element.querySelector(`[data-programme] input[value="${code}"]`).closest('.lk-step');

/** What one sees of pieces, with a bar between the blocks. */
function seen(...pieces) {
  const place = document.createElement('div');
  place.append(...pieces.flat().filter((piece) => piece != null && piece !== false));
  place.querySelectorAll('p, dt, dd, li, td, th, caption, summary').forEach((block) => block.prepend(' | '));
  return words(place);
}

test('a field brings its title, work items and indicators along', async () => {
  const form = await start();
  assert.match(form.slot('agreement'), /Bình Dương – Tây Ninh.*01\/01\/2026 – 31\/12\/2028.*Sở TT&TT Tây Ninh/);
  assert.equal(form.slot('days'), 'Trong thời hạn của thỏa thuận: từ 01/01/2026 đến 31/12/2028.');
  form.type('cooperationField', 'ioc');
  form.type('startDate', '2027-03-01');
  form.type('endDate', '2027-12-15');
  assert.deepEqual(
    [...chooser(form).options].map(words),
    ['Chọn chỉ tiêu', 'Tỷ lệ hồ sơ trực tuyến', 'Xếp hạng chuyển đổi số', 'Chỉ tiêu khác']
  );
  enter(chooser(form), '0');
  assert.match(form.slot('baseline'), /chưa có số liệu gốc.*Số liệu gốc còn nghi vấn: in là 1\.3521 trên tổng số 1\.886/);
  assert.match(form.element.textContent, /97,25 %/);
  assert.deepEqual(form.submit(), {
    leadOrganisation: 'binhduong',
    agreementCode: AGREEMENT.code,
    cooperationField: 'ioc',
    title: 'Trung tâm điều hành, năm 2027',
    partnerOrganisation: 'tayninh',
    startDate: '2027-03-01',
    endDate: '2027-12-15',
    indicatorName: 'Tỷ lệ hồ sơ trực tuyến',
    indicatorUnit: '%',
    indicatorDirection: 'more',
    indicatorTarget: '97.25',
    workItems: [
      { title: 'Khảo sát', organisation: 'binhduong', role: 'officer', dueInWorkingDays: 10 },
      { title: 'Tập huấn', organisation: 'tayninh', role: 'expert', dueInWorkingDays: 20 },
      { title: 'Nghiệm thu', organisation: 'binhduong', role: 'officer', dueInWorkingDays: 5 },
    ],
  });
});

test('another field replaces what nobody changed, and nothing else', async () => {
  const form = await start();
  form.type('cooperationField', 'ioc');
  form.type('title', 'Tên của tôi');
  enter(chooser(form), '1');
  form.type('cooperationField', 'hotline-1022');
  const { title, workItems, indicatorName, indicatorTarget } = form.store();
  assert.equal(title, 'Tên của tôi');
  assert.deepEqual(workItems.map((item) => item.title), ['Kết nối tổng đài']);
  assert.equal(indicatorName, 'Cuộc gọi', 'the only indicator is chosen');
  assert.equal(indicatorTarget, '45000');
  assert.match(form.element.textContent, /45\.000 cuộc/);

  enter(form.element.querySelector('.lk-step-title input'), 'Việc của tôi');
  form.type('cooperationField', 'ioc');
  assert.deepEqual(form.store().workItems.map((item) => item.title), ['Việc của tôi']);
});

test('an indicator of one’s own is entered freely', async () => {
  const form = await start();
  form.type('cooperationField', 'ioc');
  enter(chooser(form), '0');
  form.type('indicatorTarget', '80');
  enter(chooser(form), 'other');
  assert.equal(form.store().indicatorName, '');
  assert.equal(form.store().indicatorTarget, '');
  form.type('indicatorName', 'Số lớp tập huấn');
  form.type('indicatorUnit', 'lớp');
  form.type('indicatorTarget', '12,5');
  assert.match(form.element.textContent, /12,5 lớp/);
  form.type('cooperationField', 'hotline-1022');
  assert.equal(form.store().indicatorName, 'Số lớp tập huấn');
  assert.equal(chooser(form).value, 'other');
});

test('the partner does what the template gives the partner', async () => {
  const form = await start([AGREEMENT, THREE]);
  assert.equal(form.control('agreementCode').value, '', 'one of two is to be chosen');
  form.type('agreementCode', THREE.code);
  form.type('cooperationField', 'ioc');
  assert.deepEqual([...form.control('partnerOrganisation').options].map(({ value }) => value), ['', 'tayninh', 'qtsc']);
  assert.deepEqual(doers(form), ['binhduong', '', 'qtsc']);
  form.type('partnerOrganisation', 'tayninh');
  assert.deepEqual(doers(form), ['binhduong', 'tayninh', 'qtsc']);
  enter(form.element.querySelector('.lk-step-title input'), 'Việc của tôi');
  form.type('partnerOrganisation', 'qtsc');
  assert.deepEqual(doers(form), ['binhduong', 'qtsc', 'qtsc']);
  assert.equal(form.store().workItems[0].title, 'Việc của tôi');
});

test('an activity lies within the term of its agreement', async () => {
  const form = await start();
  form.type('startDate', '2025-12-31');
  form.type('endDate', '2029-01-01');
  form.submit();
  assert.equal(form.error('startDate'), 'Ngày bắt đầu: phải trong thời hạn của thỏa thuận, từ 01/01/2026 đến 31/12/2028.');
  assert.equal(form.error('endDate'), 'Ngày kết thúc: phải trong thời hạn của thỏa thuận, từ 01/01/2026 đến 31/12/2028.');
  form.type('startDate', '2026-05-02');
  form.type('endDate', '2026-05-01');
  form.submit();
  assert.equal(form.error('startDate'), '');
  assert.equal(form.error('endDate'), 'Ngày kết thúc: không được trước ngày bắt đầu.');
  form.type('endDate', '2026-05-02');
  form.submit();
  assert.equal(form.error('endDate'), '');
});

test('who has no agreement in force is told so', async () => {
  const others = { ...AGREEMENT, parties: [THIRD] };
  for (const path of ['programme/start-activity.html', 'programme/start-programme.html']) {
    const form = await among([others], path);
    assert.match(form.notices[0], /^Đơn vị của bạn chưa có thỏa thuận hợp tác nào đang có hiệu lực/);
  }
});

test('an unfinished activity comes back as it was left', async () => {
  const saved = {
    leadOrganisation: 'binhduong',
    agreementCode: THREE.code,
    cooperationField: 'ioc',
    title: 'Viết dở',
    partnerOrganisation: 'qtsc',
    indicatorName: 'Xếp hạng chuyển đổi số',
    indicatorUnit: 'bậc',
    indicatorDirection: 'less',
    indicatorTarget: '14.5',
    startDate: '2027-01-05',
    endDate: '',
    workItems: [{ title: 'Một việc', organisation: 'qtsc', role: '', dueInWorkingDays: '3 ngày' }],
  };
  const form = await start([AGREEMENT, THREE], saved);
  assert.deepEqual(form.store(), saved);
  assert.equal(chooser(form).value, '1');
  assert.equal(form.control('indicatorTarget').value, '14,5');
});

test('work items are asked for all that carrying them out needs', async () => {
  const form = await start();
  form.submit();
  const errors = [...form.element.querySelectorAll('.lk-step .lk-error')].map(words);
  assert.deepEqual(errors, [
    'Tên phần việc: không được để trống.',
    'Đơn vị thực hiện: hãy chọn một mục.',
    'Vai trò: hãy chọn một mục.',
    'Thời hạn (ngày làm việc): không được để trống.',
  ]);
});

test('a programme sends the ticked fields, each with who and when', async () => {
  const form = await among([AGREEMENT], 'programme/start-programme.html');
  form.type('year', '2027');
  assert.deepEqual([...form.control('year').options].map(words), ['Chọn năm', '2026', '2027', '2028']);
  assert.equal(form.submit(), null);
  assert.equal(form.error('fields'), 'Các lĩnh vực của chương trình: chọn ít nhất một lĩnh vực.');

  const ioc = rowOf(form, 'ioc');
  ioc.querySelector('input[type=checkbox]').click();
  assert.equal(rowOf(form, 'hotline-1022').querySelector('.lk-step-fields').hidden, true);
  enter(ioc.querySelector('.lk-step-startDate input'), '2027-02-01');
  enter(ioc.querySelector('.lk-step-endDate input'), '2027-01-31');
  enter(ioc.querySelector('.lk-step-partnerOrganisation select'), 'binhduong');
  assert.equal(form.submit(), null);
  assert.equal(words(ioc.querySelector('.lk-step-endDate .lk-error')), 'Ngày kết thúc: không được trước ngày bắt đầu.');
  assert.equal(words(ioc.querySelector('.lk-step-partnerOrganisation .lk-error')), 'Đơn vị phối hợp: phải khác đơn vị chủ trì.');
  enter(ioc.querySelector('.lk-step-endDate input'), '2027-06-30');
  enter(ioc.querySelector('.lk-step-partnerOrganisation select'), 'tayninh');
  assert.deepEqual(form.submit(), {
    agreementCode: AGREEMENT.code,
    year: '2027',
    fields: [
      {
        cooperationField: 'ioc',
        leadOrganisation: 'binhduong',
        partnerOrganisation: 'tayninh',
        startDate: '2027-02-01',
        endDate: '2027-06-30',
      },
    ],
  });
});

test('all fields are ticked at once, and keep what was changed when the year changes', async () => {
  const form = await among([AGREEMENT], 'programme/start-programme.html');
  const all = form.element.querySelector('[data-programme] input');
  form.type('year', '2027');
  all.click();
  assert.ok(form.changed);
  enter(rowOf(form, 'ioc').querySelector('.lk-step-endDate input'), '2028-03-31');
  form.type('year', '2028');
  assert.deepEqual(
    form.store().fields.map(({ cooperationField, startDate, endDate }) => [cooperationField, startDate, endDate]),
    [
      ['ioc', '2028-01-01', '2028-03-31'],
      ['hotline-1022', '2028-01-01', '2028-12-31'],
    ]
  );
  rowOf(form, 'ioc').querySelector('input[type=checkbox]').click();
  assert.equal(all.checked, false);
  assert.equal(all.indeterminate, true);
  all.click();
  all.click();
  assert.deepEqual(form.store().fields, []);
});

test('an unfinished programme comes back as it was left', async () => {
  const saved = {
    agreementCode: AGREEMENT.code,
    year: '2028',
    fields: [
      { cooperationField: 'ioc', leadOrganisation: 'tayninh', partnerOrganisation: 'binhduong', startDate: '2028-02-01', endDate: '2028-03-01' },
    ],
  };
  assert.deepEqual((await among([AGREEMENT], 'programme/start-programme.html', saved)).store(), saved);
});

test('a plan starts from what is known of it', async () => {
  const form = await task('plan-activity');
  assert.deepEqual(form.submit(), {
    indicatorTarget: '97.25',
    workItems: items.editable(activity),
    planNote: 'Làm song song',
  });
  assert.match(form.slot('opinions'), /Phiên bản 2 Đồng ý.*Phiên bản 1 Yêu cầu sửa ?Thêm tập huấn/);
  assert.equal((await task('plan-activity', { planOpinions: [] })).element.querySelector('[data-earlier]').hidden, true);
});

test('a plan that is to be changed needs a comment', async () => {
  const form = await task('accept-plan');
  assert.match(form.slot('plan'), /kế hoạch phiên bản 2.*Khảo sát.*Ghi chúLàm song song/);
  form.choose('planDecision', 'changes');
  assert.equal(form.submit(), null);
  assert.equal(form.error('planComment'), 'Ý kiến về kế hoạch: không được để trống.');
  form.choose('planDecision', 'accept');
  assert.deepEqual(form.submit(), { planDecision: 'accept', planComment: '' });
});

test('who does a work item again sees what came of it and what is missing', async () => {
  const form = await task('carry-out-work-item');
  assert.equal(form.slot('number'), 'Phần việc 1 trong 2 phần việc');
  assert.match(form.slot('confirmations'), /Lần 1 Làm lại: 1\. Khảo sát ?Còn thiếu 4 huyện/);
  assert.match(form.slot('results'), /đủ 9 huyện.*Khảo sát 5 huyện.*bien-ban\.pdf/);
  const first = await task('carry-out-work-item', { confirmations: [] });
  assert.equal(first.element.querySelector('[data-earlier]').hidden, true);
  first.submit();
  assert.equal(first.error('workItemResult'), 'Kết quả thực hiện: không được để trống.');
  first.type('workItemResult', 'Xong');
  assert.deepEqual(first.submit(), { workItemResult: 'Xong', evidenceDocumentId: null });

  const unknown = await task('carry-out-work-item', { workItems: [] });
  assert.match(unknown.notices[0], /^Không tìm thấy phần việc/);
});

test('progress is told from 0 to 100, after what was told before', async () => {
  const form = await task('report-progress');
  assert.match(form.slot('progress'), /31\/05\/2026 ?65 % ?Đang tập huấn.*30\/04\/2026 ?30 %/);
  form.type('progressPercent', '101');
  form.type('progressNote', 'Gần xong');
  assert.equal(form.submit(), null);
  assert.equal(form.error('progressPercent'), 'Tiến độ (%): nhập số nguyên từ 0 đến 100.');
  form.type('progressPercent', '100');
  assert.deepEqual(form.submit(), { progressPercent: '100', progressNote: 'Gần xong' });
});

test('an indicator is recorded of today, or of an earlier day', async () => {
  const { day, today } = await load('dom');
  const form = await task('record-indicator');
  assert.equal(form.control('indicatorDate').value, day(today()));
  form.type('indicatorValue', '88,125');
  form.type('indicatorDate', '2999-01-01');
  assert.equal(form.submit(), null);
  assert.equal(form.error('indicatorDate'), 'Ngày của số liệu: không được sau hôm nay.');
  form.type('indicatorDate', '2026-06-30');
  assert.deepEqual(form.submit(), { indicatorValue: '88.125', indicatorDate: '2026-06-30', indicatorDocumentId: null });
});

test('results are confirmed, or named items done again', async () => {
  const form = await task('confirm-result');
  assert.match(form.slot('results'), /Khảo sát.*đủ 9 huyện bien-ban-2\.pdf.*Kết quả các lần trước.*Tập huấn.*chưa có kết quả/);
  assert.match(form.slot('indicator'), /97,25 %.*71,7 %, ngày 06\/10\/2023.*Chưa đạt mục tiêu/);
  form.choose('resultDecision', 'rework');
  assert.equal(form.submit(), null);
  assert.equal(form.error('reworkItems'), 'Phần việc làm lại: chọn ít nhất một phần việc.');
  assert.equal(form.error('resultComment'), 'Ý kiến về kết quả: không được để trống.');
  form.choose('reworkItems', '2');
  form.type('resultComment', 'Thiếu danh sách');
  assert.deepEqual(form.submit(), { resultDecision: 'rework', reworkItems: '2', resultComment: 'Thiếu danh sách' });
  form.choose('resultDecision', 'confirm');
  assert.equal(form.submit().reworkItems, null);
});

test('an activity whose agreement ended goes on, or stops with a reason', async () => {
  const form = await task('decide-continuation');
  assert.match(form.slot('continuations'), /Thỏa thuận kết thúc sớm Tiếp tục/);
  form.choose('continuationDecision', 'stop');
  assert.equal(form.submit(), null);
  assert.equal(form.error('continuationComment'), 'Ý kiến về việc tiếp tục: không được để trống.');
  form.choose('continuationDecision', 'continue');
  assert.deepEqual(form.submit(), { continuationDecision: 'continue', continuationComment: '' });
});

test('a value that was corrected is struck out and says why', () => {
  const table = programme.values(activity);
  assert.equal(words(table.querySelector('del')), '80 %');
  assert.match(seen(table), /88,125 % .* thong-ke\.xlsx \| Lý do sửa: Nhập nhầm .* 80 % .* đã được sửa/);
  assert.equal(programme.values({ ...activity, indicator: { ...activity.indicator, values: [] } }), false);
});

test('an activity says what it belongs to', () => {
  const header = programme.header({ ...activity, endReason: 'Thỏa thuận chấm dứt' });
  assert.equal(words(header[1]), 'H09-261128-0004 · chương trình năm 2026 · Chờ xác nhận kết quả');
  assert.match(
    seen(header[2]),
    /Hợp tác chuyển đổi số \(H09-261128-0001\).*Chủ trì \| Sở TT&TT Bình Dương \| Phối hợp \| Sở TT&TT Tây Ninh \| Thời gian \| 01\/03\/2026 – 15\/12\/2026 \| Lý do kết thúc \| Thỏa thuận chấm dứt \| Trạng thái hồ sơ/
  );
});

test('who carries out an item is told by the template, else the lead does', () => {
  const parts = { lead: 'a', partner: 'b', parties: [{ code: 'a', name: 'A' }, { code: 'b', name: 'B' }, { code: 'c', name: 'C' }] };
  const organisations = ['lead', 'partner', 'c', 'd'].map((organisation) => ({ title: 'Việc', organisation }));
  assert.deepEqual(items.resolved(organisations, parts).map(({ organisation }) => organisation), ['a', 'b', 'c', 'a']);
});
