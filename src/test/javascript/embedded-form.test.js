import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { agreement, answers, consulting, enterprise, framework, paper, preview, report, transfer } from './samples.js';
import { answer, enter, load, open, words } from './tasklist.js';

before(async () => {
  await load('forms');
  answer(answers);
});

const start = () => open('transfer/start-transfer.html').prepared();

test('a form holds itself back while something is missing, and says what', async () => {
  const form = await start();
  assert.equal(form.submit(), null);
  assert.equal(form.error('title'), 'Tên yêu cầu: không được để trống.');
  assert.equal(form.error('usesStateBudget'), 'Sử dụng vốn nhà nước hoặc ngân sách nhà nước: hãy chọn có hoặc không.');
  assert.deepEqual(form.notices, ['Chưa gửi được: 5 mục cần xem lại.']);
  assert.equal(form.control('title').getAttribute('aria-invalid'), 'true');

  form.type('title', 'Trung tâm điều hành');
  assert.equal(form.error('title'), '');
  assert.equal(form.control('title').getAttribute('aria-invalid'), 'false');
});

test('what was typed is sent by the names of the process', async () => {
  const form = await start();
  form.type('title', '  Trung tâm điều hành ');
  form.type('category', 'ioc');
  form.type('needDescription', 'Một màn hình');
  form.type('neededBy', '31/3/2027');
  form.type('usesStateBudget', 'false');
  form.element.querySelector('#transfer-foreign').click();
  assert.ok(form.changed);
  assert.deepEqual(form.submit(), {
    requestingOrganisation: 'tayninh',
    channel: 'binhduong-tayninh',
    category: 'ioc',
    title: 'Trung tâm điều hành',
    needDescription: 'Một màn hình',
    neededBy: '2027-03-31',
    usesStateBudget: 'false',
    foreignParty: true,
    existingCertificate: false,
    attachmentDocumentId: null,
  });
});

test('the only channel is chosen, and what it offers', async () => {
  const form = await start();
  assert.equal(form.slot('provider'), 'Bên nhận yêu cầu: Sở TT&TT Bình Dương.');
  form.type('channel', '');
  assert.equal(form.slot('provider'), '');
  assert.ok(form.control('attachmentDocumentId').disabled, 'a file belongs to a channel');
  assert.equal(form.slot('category-help'), 'Chọn kênh hợp tác để thấy các lĩnh vực.');
});

test('what nobody is asked for is shown by its name and sent as its code', async () => {
  const request = await start();
  assert.equal(words(request.element.querySelector('#transfer-requester')), 'Sở TT&TT Tây Ninh');
  assert.equal(request.store().requestingOrganisation, 'tayninh');
  const agreed = await open('agreement/start-agreement.html').prepared();
  assert.equal(words(agreed.element.querySelector('#start-lead')), 'Sở TT&TT Bình Dương');
  assert.equal(agreed.store().leadOrganisation, 'binhduong');
});

test('what the product refuses is said at its fields, what it names otherwise below the form', async () => {
  const form = await start();
  form.refuse([
    { name: 'neededBy', message: 'Ngày cần có: không được ở quá khứ.' },
    { name: 'title', message: 'Tên yêu cầu: quá dài.' },
  ]);
  assert.equal(form.error('neededBy'), 'Ngày cần có: không được ở quá khứ.');
  assert.deepEqual(form.notices, ['Chưa gửi được: 2 mục cần xem lại.']);
  assert.equal(document.activeElement, form.control('title'), 'the first of the form has the focus');
  form.refuse([]);
  assert.deepEqual(form.notices, ['Chưa gửi được. Hãy thử lại.']);
});

test('what was saved comes back, and is not overwritten by what is known', async () => {
  const fresh = await open('transfer/supplement-request.html', { caseCode: transfer.caseCode }).prepared();
  assert.equal(fresh.control('needDescription').value, transfer.needDescription);
  assert.equal(fresh.control('usesStateBudget').value, 'true');

  const saved = { needDescription: 'Viết dở', category: 'ioc' };
  const form = await open('transfer/supplement-request.html', { caseCode: transfer.caseCode }, saved).prepared();
  assert.equal(form.control('needDescription').value, 'Viết dở');
  assert.equal(form.control('category').value, 'ioc', 'although it is offered after it was restored');
  assert.equal(form.store().needDescription, 'Viết dở');
});

test('an answer to a request for a supplement starts from the case, but without an answer', async () => {
  const request = await open('transfer/supplement-request.html', { caseCode: transfer.caseCode }).prepared();
  assert.equal(request.slot('asked'), 'Thiếu hiện trạng');
  assert.match(request.slot('clock-stops'), /Các lần dừng tính thời hạn/);
  const { supplementNote, attachmentDocumentId, ...known } = request.store();
  assert.equal(supplementNote, '');
  assert.equal(attachmentDocumentId, null, 'what was sent stays without a new file');
  assert.deepEqual(known, {
    category: 'ioc',
    title: 'Trung tâm điều hành',
    needDescription: 'Một màn hình\ncho mọi việc',
    neededBy: '2027-03-31',
    usesStateBudget: 'true',
    foreignParty: false,
    existingCertificate: false,
  });

  const enterprises = await open('consulting/supplement-enterprise.html', { caseCode: consulting.caseCode }).prepared();
  assert.equal(enterprises.slot('request'), 'Thiếu doanh thu');
  assert.deepEqual(enterprises.store(), {
    supplementNote: '',
    enterpriseName: 'Cơ khí Thuận An',
    sector: 'industry-construction',
    employees: '45',
    revenue: '12000000000',
    capital: '8000000000',
    womenOwned: true,
    socialEnterprise: false,
    contactName: 'Lê Lan',
    contactEmail: '',
    contactPhone: '0901234567',
    needCategory: 'software',
    need: 'Quản lý kho\nbằng phần mềm',
  });
});

test('what was said earlier has its part of the form only if there is something', async () => {
  const check = (changes) => {
    answer({ ...answers, [`/transfer-requests/${transfer.caseCode}`]: { ...transfer, ...changes } });
    return open('transfer/check-request.html', { caseCode: transfer.caseCode }).prepared();
  };
  assert.equal((await check({})).element.querySelector('[data-earlier]').hidden, false);
  const fresh = await check({ requestComment: null, supplementNote: null, clockStops: [] });
  assert.equal(fresh.element.querySelector('[data-earlier]').hidden, true);
  assert.equal(fresh.slot('earlier'), '');
  answer(answers);
});

test('files are taken as soon as the channel of the case is known', async () => {
  const form = open('transfer/supplement-request.html', { caseCode: transfer.caseCode });
  assert.ok(form.control('attachmentDocumentId').disabled);
  await form.prepared();
  assert.equal(form.control('attachmentDocumentId').disabled, false);
});

test('a comment is needed only with the answers that ask for it', async () => {
  const form = await open('transfer/check-request.html', { caseCode: transfer.caseCode }).prepared();
  form.choose('requestDecision', 'decline');
  assert.equal(form.submit(), null);
  assert.equal(form.error('requestComment'), 'Ý kiến kiểm tra: không được để trống.');
  form.choose('requestDecision', 'accept');
  assert.equal(form.error('requestComment'), '');
  assert.deepEqual(form.submit(), { requestDecision: 'accept', requestComment: '' });
});

test('what is hidden is not asked for and sent as null', async () => {
  const form = await open('transfer/accept-transfer.html', { caseCode: transfer.caseCode }).prepared();
  form.choose('acceptanceDecision', 'defects');
  form.type('acceptanceComment', 'Chưa xử lý sự cố');
  assert.equal(form.submit(), null);
  assert.equal(form.error('defectiveItems'), 'Nội dung chưa đạt: chọn ít nhất một nội dung.');
  form.choose('defectiveItems', '2');
  assert.equal(form.submit().defectiveItems, '2');
  form.choose('acceptanceDecision', 'accept');
  assert.equal(form.submit().defectiveItems, null);
});

test('a rule of two fields is told at one of them', async () => {
  const form = await open('agreement/start-agreement.html').prepared();
  form.type('effectiveFrom', '2026-05-01');
  form.type('effectiveTo', '2026-05-01');
  form.submit();
  assert.equal(form.error('effectiveTo'), 'Ngày hết hiệu lực: phải sau ngày bắt đầu hiệu lực.');
  form.type('effectiveTo', '2026-05-02');
  form.submit();
  assert.equal(form.error('effectiveTo'), '');
});

test('a channel offers its own fields of cooperation', async () => {
  const form = await open('agreement/start-agreement.html').prepared();
  assert.equal(words(form.element.querySelector('[data-choices]')), 'Trung tâm điều hành');
  assert.equal(form.slot('parties'), 'Các bên: Sở TT&TT Bình Dương; Sở TT&TT Tây Ninh.');
});

test('a draft is uploaded or made from the template', async () => {
  const form = await open('agreement/draft-agreement.html', { caseCode: agreement.caseCode }).prepared();
  const upload = form.element.querySelector('[data-upload]');
  assert.ok(upload.hidden);
  form.choose('generateDraft', 'false');
  assert.equal(upload.hidden, false);
  assert.equal(form.submit(), null);
  form.choose('generateDraft', 'true');
  assert.deepEqual(form.submit(), { generateDraft: true, draftDocumentId: null, draftNote: '' });
});

test('a revision is uploaded unless it is made from the template again, of which the words can be fetched', async () => {
  const form = await open('agreement/revise-draft.html', agreement).prepared();
  assert.equal(form.element.querySelector('[data-upload]').hidden, false);
  assert.deepEqual(
    [...form.element.querySelectorAll('[data-slot=template] a')].map((link) => link.getAttribute('href')),
    ['docx', 'pdf'].map((format) => `/api/v1/agreements/${agreement.caseCode}/draft?format=${format}`)
  );
  form.choose('generateDraft', 'true');
  assert.deepEqual(form.submit(), { generateDraft: true, draftDocumentId: null, revisionNote: '' });
});

test('a draft is read with what was said of it, and sent back only with a reason', async () => {
  const form = await open('agreement/review-draft.html', agreement).prepared();
  assert.match(form.slot('case'), /Lĩnh vực hợp tácTrung tâm điều hành/);
  assert.match(form.slot('draft'), /Phiên bản2, gửi bởi Lê An.*du-thao-2\.pdf Xem trướcSo sánh với phiên bản trước$/);
  assert.match(form.slot('versions'), /du-thao-1\.pdf Xem trướcLê An.*Bản đầu/);
  assert.match(form.slot('earlier-rounds'), /Tây Ninh Yêu cầu sửaThiếu thời hạn/);
  assert.equal(form.slot('awaited'), '');
  assert.equal(form.submit(), null);
  assert.equal(form.error('reviewDecision'), 'Kết quả thẩm định: hãy chọn một phương án.');
  form.choose('reviewDecision', 'changes');
  assert.equal(form.submit(), null);
  assert.equal(form.error('reviewComment'), 'Ý kiến thẩm định: không được để trống.');
  form.type('reviewComment', 'Điều 3');
  assert.deepEqual(form.submit(), { reviewDecision: 'changes', reviewComment: 'Điều 3' });
});

test('a leader sees whose decision is awaited, and refuses only with a reason', async () => {
  const form = await open('agreement/approve-for-signing.html', agreement).prepared();
  assert.equal(form.slot('awaited'), 'Chưa cho ý kiến (phê duyệt): Sở TT&TT Bình Dương.');
  form.choose('approvalDecision', 'reject');
  assert.equal(form.submit(), null);
  assert.equal(form.error('approvalComment'), 'Ý kiến phê duyệt: không được để trống.');
  form.choose('approvalDecision', 'approve');
  assert.deepEqual(form.submit(), { approvalDecision: 'approve', approvalComment: '' });
});

test('a number is proposed as the form is opened, and sent as it is or as it was changed', async () => {
  const opened = (number, saved) => open('agreement/register-agreement.html', { ...agreement, party: 'tayninh', documentNumber: number }, saved).prepared();
  let form = await opened('07/BTT-STTTT');
  assert.match(form.slot('register'), /Sở TT&TT Bình Dương05\/BTT-STTTT11\/11\/2026Ngô ThuSở TT&TT Tây Ninh \(đơn vị bạn\)Chưa vào sổ/);
  assert.match(form.slot('file'), /da-ky\.pdf Xem trước$/);
  assert.equal(form.control('documentNumber').value, '07/BTT-STTTT');
  assert.equal(form.submit(), null);
  assert.equal(form.error('documentDate'), 'Ngày văn bản: hãy nhập ngày.');
  form.type('documentDate', '2026-11-12');
  assert.deepEqual(form.submit(), { documentNumber: '07/BTT-STTTT', documentDate: '2026-11-12' });

  // what was left as it is is proposed anew, what somebody wrote stays
  const saved = form.store();
  assert.deepEqual(saved, { documentNumber: null, documentDate: '2026-11-12' });
  form = await opened('08/BTT-STTTT', saved);
  assert.deepEqual(form.submit(), { documentNumber: '08/BTT-STTTT', documentDate: '2026-11-12' });
  form.type('documentNumber', '20/BTT-STTTT');
  form = await opened('09/BTT-STTTT', form.store());
  assert.equal(form.submit().documentNumber, '20/BTT-STTTT');
});

test('who decides on a renewal sees until when it is in force, and what follows', async () => {
  const form = await open('agreement/decide-renewal.html', agreement).prepared();
  assert.match(form.slot('term'), /^Có hiệu lực đến hết ngày 31\/12\/2028(còn|quá hạn)/);
  assert.equal(form.slot('renewed-from'), '01/01/2029');
  assert.equal(form.slot('last-day'), '31/12/2028');
  assert.match(form.slot('activities'), /Tập huấn tổng đàiTổng đài 102201\/02\/2026 đến 30\/04\/2026Đã hoàn thành/);
  form.choose('renewalDecision', 'renew');
  assert.deepEqual(form.submit(), { renewalDecision: 'renew' });
});

test('a report is dated after its quarter, or from the day on which a running one was counted', async () => {
  const form = await open('report/register-report.html', { ...report, documentNumber: '03/BC-STTTT' }).prepared();
  assert.equal(form.slot('earliest'), 'sau ngày cuối của quý (30/09/2026)');
  assert.match(form.slot('papers'), /Dự thảo báo cáo \(PDF\)/);
  assert.match(form.slot('opinions'), /Thiếu chỉ tiêu/);
  form.type('documentDate', '2026-10-05');
  assert.deepEqual(form.submit(), { documentNumber: '03/BC-STTTT', documentDate: '2026-10-05' });

  const running = { ...report, caseCode: 'H09-260901-0006', versions: [{ ...report.versions[0], assembledAt: '2026-08-31T18:00:00Z' }], version: 1 };
  answer({ ...answers, [`/reports/${running.caseCode}`]: running });
  const early = await open('report/register-report.html', running).prepared();
  assert.equal(early.slot('earliest'), 'từ ngày tổng hợp số liệu (01/09/2026)');
  answer(answers);
});

test('a signature continues what the party before signed', async () => {
  const form = await open('agreement/sign-agreement.html', { caseCode: agreement.caseCode }).prepared();
  assert.equal(form.slot('file'), 'Bản đã có chữ ký của bên trước: da-ky.pdf Xem trước');
  assert.equal(form.element.querySelector('#sign-file').accept, '.pdf');
  form.element.querySelector('#sign-by-hand').click();
  assert.equal(form.element.querySelector('#sign-file').accept, '.pdf,.png,.jpg,.jpeg');
});

test('who signs a paper sees who has signed it, and who does not sign says why', async () => {
  const form = await open('paper/sign-paper.html', { caseCode: transfer.caseCode, signingId: paper.signing.id }).prepared();
  const visible = (part) => !form.element.querySelector(`[data-${part}]`).hidden;
  assert.match(form.slot('case'), /Hợp đồng chuyển giao công nghệ.*03\/HĐ-QTSC/);
  assert.deepEqual([visible('sign'), visible('refuse')], [false, false]);

  form.choose('signingDecision', 'sign');
  assert.deepEqual([visible('sign'), visible('refuse'), visible('by-agent')], [true, false, true]);
  assert.equal(form.slot('file'), 'Bản đã có chữ ký của đơn vị trước: Hop-dong-da-ky.pdf Xem trước');
  assert.match(form.slot('signatures'), /Công ty QTSC: Lê Thị Hoa, .* Chữ ký hợp lệ\./);
  assert.equal(form.submit(), null);

  form.choose('signingDecision', 'refuse');
  assert.equal(form.submit(), null);
  form.type('signingComment', 'Hai bên ký trên giấy');
  assert.deepEqual(form.submit(), {
    signingDecision: 'refuse',
    signingComment: 'Hai bên ký trên giấy',
    signedByHand: null,
    signedDocumentId: null,
  });
});

test('who signs a paper sees who else may sign now, and a form that began earlier has no place for it', async () => {
  const [mine, other] = paper.signing.turns;
  const signing = { ...paper.signing, turns: [{ ...mine, rank: 0 }, { ...other, rank: 0 }], signatures: [] };
  answer({ ...answers, [`/cases/${transfer.caseCode}/papers`]: [{ ...paper, signing }] });
  const read = { caseCode: transfer.caseCode, signingId: signing.id };

  const form = await open('paper/sign-paper.html', { ...read, turn: 0 }).prepared();
  assert.match(form.slot('turn'), /Lượt của bạnCông ty QTSC.*chính người ký.*ký trước hay sau đều đượcSở TT&TT Bình Dương$/);
  assert.equal((await open('paper/sign-paper.html', read).prepared()).slot('turn'), '');
  answer(answers);
});

test('a form in which people sign says whose signatures are believed, and how to try it in the demonstration', async () => {
  const sign = () => open('agreement/sign-agreement.html', { caseCode: agreement.caseCode }).prepared();
  const visible = (form, part) => !form.element.querySelector(`[data-${part}]`).hidden;

  const usual = await sign();
  assert.deepEqual([visible(usual, 'no-roots'), visible(usual, 'demonstration')], [false, false]);

  answer({ ...answers, '/signatures/roots': { state: 1, public: 0, demonstration: false } });
  assert.match((await sign()).slot('no-roots'), /chưa được cấu hình chứng thư gốc của chữ ký số công cộng/);

  answer({ ...answers, '/signatures/roots': { state: 0, public: 0, demonstration: false } });
  const closed = await sign();
  assert.ok(visible(closed, 'no-roots'));
  assert.match(closed.slot('no-roots'), /chưa nhận chữ ký số: hãy ký tay/);

  answer({
    ...answers,
    '/signatures/roots': { state: 1, public: 1, demonstration: true },
    '/me': { user: 'qtsc.leader1', organisation: 'qtsc', roles: ['leader'] },
  });
  const demonstration = await sign();
  assert.ok(visible(demonstration, 'demonstration'));
  assert.match(demonstration.slot('demonstration'), /--key qtsc\.leader1\.p12/);
  answer(answers);
});

test('a leader signs with a token by the agent on his machine, and the form has the signed file', async () => {
  const agent = 'https://lienket.test';
  const key = { certificate: 'AAAA', chain: ['BBBB'], signer: 'Phạm Sơn', organisation: 'Sở TT&TT Tây Ninh' };
  const sent = [];
  const noted = (body) => (given) => {
    sent.push(given);
    return body;
  };
  const signing = {
    ...answers,
    [`${agent}/certificates`]: [key],
    '/signing': noted({ id: 'p1', algorithm: 'SHA256withECDSA', dataToSign: 'CCCC', fileName: 'da-ky.pdf', sha256: '00' }),
    [`${agent}/sign`]: noted({ value: 'DDDD' }),
    '/signing/p1/value': noted({ documentId: 's2' }),
    '/documents/s2': {},
  };
  const sign = async () => {
    const form = await open('agreement/sign-agreement.html', { caseCode: agreement.caseCode }).prepared();
    await press(form);
    return form;
  };
  const press = async (form) => {
    form.element.querySelector('[data-slot=agent] button').click();
    await form.prepared();
  };

  answer(signing);
  const form = await sign();
  assert.match(form.slot('agent'), /Đã ký\./);
  assert.equal(form.submit().signedDocumentId, 's2');
  assert.deepEqual(sent, [
    { documentId: 's1', certificate: 'AAAA', chain: ['BBBB'] },
    { certificate: 'AAAA', algorithm: 'SHA256withECDSA', dataToSign: 'CCCC', fileName: 'da-ky.pdf', sha256: '00' },
    { value: 'DDDD' },
  ]);

  answer({ ...signing, [`${agent}/sign`]: undefined });
  const refused = await sign();
  assert.equal(refused.error('signedDocumentId'), `Không có ${agent}/sign.`);
  assert.equal(refused.element.querySelector('[data-slot=agent] button').disabled, false);

  sent.length = 0;
  const dated = (certificate, validTo) => ({ ...key, certificate, issuer: 'CA 1', validTo });
  const renewed = [dated('AAAA', '2026-11-30T05:00:00Z'), dated('EEEE', '2027-11-30T05:00:00Z')];
  answer({ ...signing, [`${agent}/certificates`]: renewed });
  const several = await sign();
  assert.match(several.slot('agent'), /Hãy chọn chứng thư rồi bấm ký lần nữa/);
  assert.deepEqual(sent, [], 'nothing is signed before one is chosen');
  enter(several.element.querySelector('#sign-certificate'), 'Phạm Sơn · đến 30/11/2027 · cấp bởi CA 1 · Sở TT&TT Tây Ninh');
  await press(several);
  assert.equal(sent[0].certificate, 'EEEE');

  globalThis.fetch = async (url) => Promise.reject(new TypeError(url));
  await press(several);
  assert.match(several.error('signedDocumentId'), /^Không gọi được phần mềm ký trên máy này/);

  several.element.querySelector('#sign-by-hand').click();
  assert.ok(several.element.querySelector('[data-by-agent]').hidden, 'nobody signs a scan so');
  answer(answers);
});

test('a service that holds the key of a leader signs when he gives his PIN, which the form does not keep', async () => {
  const keys = [
    { id: 'k1', signer: 'Phạm Sơn', organisation: 'Sở TT&TT Tây Ninh', otp: false },
    { id: 'k2', signer: 'Phạm Sơn', organisation: null, otp: true },
  ];
  const sent = [];
  const service = {
    ...answers,
    '/signing/remote/credentials': keys,
    '/signing/remote': (given) => (given ? sent.push(given) && { documentId: 's2' } : { offered: true }),
    '/documents/s2': {},
  };
  const choose = async () => {
    const form = await open('agreement/sign-agreement.html', { caseCode: agreement.caseCode }).prepared();
    form.element.querySelector('[data-slot=remote] button')?.click();
    await form.prepared();
    return form;
  };

  answer(service);
  const form = await choose();
  const one = (selector) => form.element.querySelector(selector);
  assert.ok(one('#remote-otp').closest('[hidden]'), 'no code is asked for');
  enter(one('#remote-certificate'), 'Phạm Sơn');
  assert.equal(one('#remote-otp').closest('[hidden]'), null);
  enter(one('#remote-pin'), '1234');
  enter(one('#remote-otp'), '5678');
  one('#remote-otp').dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await form.prepared();
  assert.deepEqual(sent, [{ documentId: 's1', credentialId: 'k2', pin: '1234', otp: '5678' }]);
  assert.deepEqual([one('#remote-pin').value, one('#remote-otp').value], ['', '']);
  assert.match(form.slot('remote'), /Đã ký\./);
  assert.equal(form.submit().signedDocumentId, 's2');

  answer({ ...service, '/signing/remote/credentials': [] });
  assert.match((await choose()).slot('remote'), /không có chứng thư nào dùng được/);

  answer(answers);
  assert.equal((await choose()).slot('remote'), '', 'nobody is offered what is not there');
});

test('an enterprise is looked up by its tax code', async () => {
  const form = await open('consulting/start-consulting.html').prepared();
  const known = form.element.querySelector('[data-known]');
  form.type('taxCode', '123');
  assert.match(form.error('taxCode'), /phải có 10 chữ số/);

  form.type('taxCode', enterprise.taxCode);
  assert.equal(form.element.querySelector('[data-searching]').hidden, false);
  assert.equal(form.submit(), null, 'not before it is found');
  await form.prepared();
  assert.equal(known.hidden, false);
  assert.match(form.slot('enterprise'), /Cơ khí Thuận An.*45 người.*12\.000\.000\.000 đồng/);
  assert.equal(words(form.element.querySelector('[data-warning]')), 'Thông tin đã cũ.');

  form.type('taxCode', '0101243150-001');
  await form.prepared();
  assert.ok(known.hidden);
  assert.equal(form.element.querySelector('[data-unknown]').hidden, false, 'its facts are asked for');
});

test('every question of the sheet is to be answered', async () => {
  const form = await open('consulting/assess-maturity.html', { caseCode: consulting.caseCode }).prepared();
  assert.match(form.element.textContent, /Đã trả lời 0\/4 câu/);
  assert.equal(form.submit(), null);
  framework.pillars
    .flatMap(({ questions }) => questions)
    .forEach(({ id }, index) => form.element.querySelector(`input[name="answer-${id}"][value="${index}"]`).click());
  assert.match(form.element.textContent, /Đã trả lời 4\/4 câu/);
  assert.deepEqual(form.submit(), {
    frameworkVersion: framework.version,
    answers: { 'strategy-1': 0, 'strategy-2': 1, 'people-1': 2, 'people-2': 3 },
  });
});

test('a digit answers the question one is at', async () => {
  const form = await open('consulting/assess-maturity.html', { caseCode: consulting.caseCode }).prepared();
  const radio = form.element.querySelector('input[name="answer-people-1"]');
  radio.dispatchEvent(new window.KeyboardEvent('keydown', { key: '4', bubbles: true }));
  assert.deepEqual(form.store().answers, { 'people-1': 4 });
});

test('the answers before are shown beside the questions after', async () => {
  const form = await open('consulting/reassess-maturity.html', { caseCode: consulting.caseCode }).prepared();
  assert.equal(words(form.element.querySelector('.lk-earlier')), 'Lần trước: 2 – mức 2');
  assert.equal(form.store().frameworkVersion, framework.version);
});

test('steps are added, moved and removed, and sent with whole numbers', async () => {
  const form = await open('consulting/draft-roadmap.html', { caseCode: consulting.caseCode }).prepared();
  const press = (label) => form.element.querySelector(`button[aria-label="${label}"]`).click();
  const rows = () => form.store().roadmapSteps.map(({ title }) => title);
  assert.deepEqual(rows(), ['Số hóa kho']);

  [...form.element.querySelectorAll('button')].find((button) => words(button) === 'Thêm bước').click();
  assert.equal(form.submit(), null);
  assert.match(form.error('roadmapSteps'), /Các bước của lộ trình: \d ô cần xem lại\./);
  enter(form.element.querySelectorAll('.lk-step-title input')[1], 'Bán hàng trên mạng');
  press('Lên, bước 2');
  assert.deepEqual(rows(), ['Bán hàng trên mạng', 'Số hóa kho']);
  assert.match(form.element.textContent, /Đã chuyển thành bước 1\./);
  press('Xóa, bước 1');
  assert.deepEqual(rows(), ['Số hóa kho']);
  assert.ok(form.element.querySelector('button[aria-label="Xóa, bước 1"]').disabled, 'one is always there');
  assert.equal(form.submit().roadmapSteps[0].cost, 40_000_000);
});

test('a cost out of bounds is refused at its field', async () => {
  const form = await open('consulting/draft-roadmap.html', { caseCode: consulting.caseCode }).prepared();
  const cost = form.element.querySelector('.lk-step-cost input');
  enter(cost, '1.000.000.000.001');
  form.submit();
  assert.equal(
    words(form.element.querySelector('.lk-step-cost .lk-error')),
    'Chi phí (đồng): nhập số nguyên từ 0 đến 1.000.000.000.000 đồng.'
  );
  enter(cost, '41.000.000');
  assert.equal(words(form.element.querySelector('.lk-step-cost [data-grouped]')), '41.000.000 đồng (41 triệu đồng)');
  assert.equal(form.submit().roadmapSteps[0].cost, 41_000_000);
});

test('a form says and checks the numbers that are rules today', async () => {
  const terms = { supplement: 15 };
  const limits = { ...answers['/rules'].limits, rows: 1, money: 2_000_000, experts: 5 };
  answer({ ...answers, '/rules': { terms, limits } });
  const check = await open('transfer/check-request.html', { caseCode: transfer.caseCode }).prepared();
  assert.match(words(check.element), /có 15 ngày làm việc để trả lời/);
  const route = await open('transfer/route-request.html', { caseCode: transfer.caseCode }).prepared();
  assert.match(words(route.element), /Nhiều nhất 5 chuyên gia .* Từ 1 đến 1\.000\./);

  assert.equal((await start()).control('title').maxLength, 300);

  const form = await open('consulting/draft-roadmap.html', { caseCode: consulting.caseCode }).prepared();
  const add = [...form.element.querySelectorAll('button')].find((button) => words(button) === 'Thêm bước');
  assert.equal(add.disabled, true, 'there is one row already');
  assert.equal(form.submit(), null);
  assert.equal(
    words(form.element.querySelector('.lk-step-cost .lk-error')),
    'Chi phí (đồng): nhập số nguyên từ 0 đến 2.000.000 đồng.'
  );
  answer(answers);
});

test('each kind of item is asked for its own facts', async () => {
  const form = await open('transfer/prepare-plan.html', { caseCode: transfer.caseCode }).prepared();
  const [first, second] = form.store().transferItems;
  assert.deepEqual(Object.keys(first), ['kind', 'dueInWorkingDays', 'title']);
  assert.deepEqual(second, {
    kind: 'training',
    dueInWorkingDays: 20,
    title: 'Vận hành',
    startsOn: '2027-01-05',
    place: 'Tây Ninh',
    people: 25,
  });
});

test('a kind of item is chosen, then asked for what it needs', async () => {
  const form = await open('transfer/prepare-plan.html', { caseCode: transfer.caseCode }).prepared();
  const [row] = form.element.querySelectorAll('.lk-step');
  const shown = () => [...row.querySelectorAll('.form-group:not([hidden]) > label')].map((label) => words(label).split(' *')[0]);
  assert.deepEqual(shown(), ['Loại', 'Thời hạn (ngày làm việc)', 'Tên nội dung']);
  enter(row.querySelector('.lk-step-kind select'), 'training');
  assert.deepEqual(shown(), ['Loại', 'Thời hạn (ngày làm việc)', 'Tên nội dung', 'Ngày bắt đầu', 'Địa điểm', 'Số người tham dự']);
  assert.equal(form.submit(), null);
  assert.equal(words(row.querySelector('.lk-step-people .lk-error')), 'Số người tham dự: không được để trống.');
  enter(row.querySelector('.lk-step-people input'), '10.001');
  form.submit();
  assert.equal(words(row.querySelector('.lk-step-people .lk-error')), 'Số người tham dự: nhập số nguyên từ 1 đến 10.000 người.');
});

test('a contract is written in clauses or uploaded', async () => {
  const form = await open('transfer/prepare-plan.html', { caseCode: transfer.caseCode }).prepared();
  assert.match(form.element.textContent, /Còn thiếu điều khoản bắt buộc: Giá và phương thức thanh toán\./);
  assert.equal(form.store().contractClauses.technology, 'Trung tâm điều hành.');
  form.element.querySelector('[data-source] [value=document]').click();
  assert.equal(form.element.querySelector('[data-source-of=clauses]').hidden, true);
  assert.equal(form.element.querySelector('[data-source-of=document]').hidden, false);
});

test('nothing can be granted where nothing is due', async () => {
  answer({ ...answers, [`/consulting-cases/${consulting.caseCode}/support-preview`]: { lines: [], total: 0 } });
  const form = await open('consulting/decide-support.html', { caseCode: consulting.caseCode }).prepared();
  assert.ok(form.element.querySelector('[value=grant]').disabled);
  assert.match(form.slot('grant'), /Không chọn được/);

  answer({
    ...answers,
    [`/consulting-cases/${consulting.caseCode}/support-preview`]: ({ roadmapSteps }) => {
      assert.deepEqual(roadmapSteps, [{ supportKind: 'solution', cost: 40_000_000 }]);
      return preview;
    },
  });
  const granted = await open('consulting/decide-support.html', { caseCode: consulting.caseCode }).prepared();
  assert.equal(granted.slot('grant'), 'Cấp 20.000.000 đồng theo cách tính trên.');
  answer(answers);
});

test('a grant is sent only after it was confirmed with its sum', async () => {
  const form = await open('consulting/decide-support.html', { caseCode: consulting.caseCode }).prepared();
  const box = form.element.querySelector('[role=alertdialog]');
  const [yes, back] = box.querySelectorAll('button');
  /** @type {any} */
  let sent;
  const complete = document.createElement('div');
  complete.className = 'form-actions';
  complete.innerHTML = '<button class="btn btn-primary">Hoàn thành</button>';
  document.body.append(complete);
  complete.firstElementChild.addEventListener('click', () => (sent = form.submit()));

  form.submit();
  assert.ok(box.hidden, 'what is missing is asked for first');
  form.choose('supportDecision', 'grant');
  complete.firstElementChild.click();
  assert.equal(sent, null);
  assert.equal(document.activeElement, box);
  assert.match(
    words(box),
    /^Bạn sắp quyết định hỗ trợ 20\.000\.000 đồng \(20 triệu đồng\) cho Cơ khí Thuận An \(mã số thuế 0101243150\), hồ sơ H09/
  );
  assert.equal(document.getElementById(box.getAttribute('aria-describedby')), box.firstElementChild);

  back.click();
  assert.ok(box.hidden);
  assert.ok(form.element.contains(document.activeElement));
  complete.firstElementChild.click();
  assert.equal(sent, null, 'asked anew');
  box.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape' }));
  assert.ok(box.hidden);
  complete.firstElementChild.click();
  yes.click();
  assert.equal(sent.supportDecision, 'grant');
  assert.ok(box.hidden);
  complete.firstElementChild.click();
  assert.equal(sent, null, 'one yes sends it once');

  form.choose('supportDecision', 'none');
  assert.ok(box.hidden, 'it is no longer what was asked about');
  complete.firstElementChild.click();
  assert.equal(sent.supportDecision, 'none', 'only a grant is asked about');
});

test('what no rule knows is proposed by a person', async () => {
  const form = await open('consulting/determine-entitlement.html', { caseCode: consulting.caseCode }).prepared();
  const control = (name) => form.element.querySelector(`[data-field="solution-${name}"] :is(input, textarea)`);
  enter(control('rate'), '120');
  assert.equal(form.submit(), null);
  enter(control('rate'), '50');
  enter(control('cap'), '50000000');
  enter(control('citation'), 'Điều 11');
  assert.deepEqual(form.submit(), {
    entitlements: [{ supportKind: 'solution', rate: 50, cap: 50_000_000, citation: 'Điều 11' }],
  });
});

test('a training is delivered with its attendees, a document with its file', async () => {
  const training = await open('transfer/deliver-item.html', { caseCode: transfer.caseCode, transferItem: 1 }).prepared();
  assert.equal(training.slot('number'), 'Nội dung 2 trong 2 nội dung');
  assert.match(training.slot('acceptances'), /Chưa đạt: 2\. Vận hành/);
  assert.match(training.slot('deliveries'), /Buổi hai/);

  const file = await open('transfer/deliver-item.html', { caseCode: transfer.caseCode, transferItem: 0 }).prepared();
  assert.equal(file.element.querySelector('[data-training]').hidden, true);
  file.submit();
  assert.equal(file.error('deliveryDocumentId'), 'Tài liệu chuyển giao: hãy tải tệp lên.');
});
