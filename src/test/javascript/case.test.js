import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreement, consulting, framework, preview, transfer } from './samples.js';
import { load, words } from './tasklist.js';

const cases = await load('case');
const agreements = await load('agreement');
const consultings = await load('consulting');
const contract = await load('contract');
const maturity = await load('maturity');
const roadmap = await load('roadmap');
const items = await load('transfer-items');
const transfers = await load('transfer');
const { turn } = await load('turns');

/** What one sees of pieces, with a bar between the blocks. */
function seen(...pieces) {
  const place = document.createElement('div');
  place.append(...pieces.flat().filter((piece) => piece != null && piece !== false));
  place.querySelectorAll('p, dt, dd, li, td, th, caption, h4, summary').forEach((block) => block.prepend(' | '));
  return words(place);
}

test('every kind of case has the same header', () => {
  const headers = [agreements.header(agreement), transfers.header(transfer), consultings.header(consulting)];
  for (const [index, known] of [agreement, transfer, consulting].entries()) {
    const [title, line, facts] = headers[index];
    assert.equal(title.textContent, known.title);
    assert.equal(line.querySelector('strong').textContent, known.caseCode);
    assert.equal(line.querySelector('.label').textContent, known.stateName);
    assert.equal(facts.className, 'lk-facts');
  }
  assert.equal(words(headers[0][1]), 'H09-261128-0001 · Thỏa thuận hợp tác · Chờ ký');
  assert.equal(words(headers[1][1]), 'H62-261128-0002 · Đang nghiệm thu');
  assert.equal(words(headers[2][1]), 'H09-261128-0003 · mã số thuế 0101243150 · Chờ doanh nghiệp');
  assert.match(seen(headers[0]), /Sở TT&TT Bình Dương \(chủ trì\) \| Sở TT&TT Tây Ninh \| Hiệu lực \| 01\/01\/2026 đến 31\/12\/2028/);
});

test('every kind of case tells its status, after what only its kind has', () => {
  for (const header of [agreements.header(agreement), transfers.header(transfer), consultings.header(consulting)]) {
    assert.match(seen(header), /\| Trạng thái hồ sơ \| Đang xử lý$/);
  }
});

test('what nobody said or asked for takes no place', () => {
  assert.equal(cases.opinions([]), false);
  assert.ok(!cases.supplement({ ...transfer, requestComment: null }));
});

test('the code of a case leads to its page', () => {
  assert.equal(transfers.header(transfer)[1].querySelector('a').getAttribute('href'), '/cases/H62-261128-0002');
  assert.equal(consultings.header(consulting)[1].querySelector('a').getAttribute('href'), '/cases/H09-261128-0003');
});

test('documents are told by kind and version', () => {
  assert.match(seen(transfers.documents(transfer)), /Tài liệu \| \| Tài liệu kèm theo 1: hien-trang\.docx \| Hợp đồng 1: hop-dong-1\.pdf/);
  assert.equal(cases.documents({ documents: [] }, {}), false);
  assert.match(seen(cases.documents({ documents: [{ id: 'x', kind: 'other', version: 3, fileName: 'a.pdf' }] }, {})), /other 3: a\.pdf/);
});

test('a version leads to what it changes, the first one to nothing', () => {
  const place = document.createElement('div');
  place.append(agreements.versions(agreement));
  const compared = [...place.querySelectorAll('a[href*=comparison]')];
  assert.deepEqual(
    compared.map((link) => link.getAttribute('href')),
    ['/cases/H09-261128-0001/comparison?from=d1&to=d2']
  );
});

test('a document that is not listed can still be saved', () => {
  assert.equal(words(cases.downloadOf(agreement, 'd2')), 'du-thao-2.pdf Xem trước');
  assert.equal(words(cases.downloadOf(agreement, 'gone')), 'Tải về');
});

test('an opinion without a comment has none', () => {
  const [one, other] = cases.opinions([
    { title: 'Tây Ninh', label: 'label-danger', word: 'Từ chối', negative: true, comment: 'Chờ', small: 'Trần Bình' },
    { title: 'Bình Dương', label: 'label-success', word: 'Duyệt', small: 'Lê An' },
  ]).children;
  assert.equal(words(one), 'Tây Ninh Từ chốiChờTrần Bình');
  assert.equal(one.className, 'lk-opinion lk-negative');
  assert.equal(words(other), 'Bình Dương DuyệtLê An');
  assert.equal(other.className, 'lk-opinion');
});

test('the clock tells when it stood still, and whether it does', () => {
  assert.match(seen(cases.clockStops(transfer)), /10:00 03\/11\/2026 \| 10:00 05\/11\/2026 \| 2$/);
  assert.match(seen(cases.clockStops(consulting)), /\| đang dừng \|$/);
  assert.equal(cases.clockStops({ clockStops: [] }), false);
  assert.match(seen(cases.supplement(transfer)), /^\| Thiếu hiện trạng \| Trả lời: Đã gửi kèm \|/);
  assert.doesNotMatch(seen(cases.supplement(consulting)), /Trả lời/);
});

test('those who want changes of an agreement come first', () => {
  assert.match(seen(agreements.lastRound(agreement)), /^\| Tây Ninh Từ chối \| Chờ ngân sách .* \| Tây Ninh Đồng ý .* \| Bình Dương Đồng ý/);
  assert.match(seen(agreements.earlierRounds(agreement)), /Ý kiến về phiên bản 1 .*Thiếu thời hạn/);
  assert.equal(agreements.lastRound({ ...agreement, rounds: [] }), null);
  assert.equal(agreements.versions({ ...agreement, rounds: [] }), false);
  assert.match(seen(agreements.versions(agreement)), /\| 2 \| du-thao-2\.pdf .* \| 1 \| du-thao-1\.pdf/);
});

test('who is to judge a draft sees whose opinion is awaited', () => {
  const [first, newest] = agreement.rounds;
  assert.equal(agreements.awaited({ ...agreement, rounds: [first] }, 'reviews').textContent, 'Chưa cho ý kiến (thẩm định): Sở TT&TT Bình Dương.');
  assert.equal(agreements.awaited({ ...agreement, rounds: [first, newest] }, 'reviews'), false);
  assert.match(seen(agreements.draft({ ...agreement, rounds: [first] })), /Tệp \| du-thao-1\.pdf Xem trước \| Ghi chú của người soạn \| Bản đầu$/);
  assert.equal(agreements.earlierVersions({ ...agreement, rounds: [first] }), false);
  assert.equal(agreements.activities({ ...agreement, activities: [] }), false);
});

test('the next party signs what the one before signed', () => {
  assert.deepEqual(agreements.fileToSign(agreement), { id: 's1', fileName: 'da-ky.pdf', signed: true });
  assert.deepEqual(agreements.fileToSign({ ...agreement, signatures: [] }), { id: 'd2', fileName: 'du-thao-2.pdf', signed: false });
  assert.match(seen(agreements.signatures(agreement)), /Phạm Sơn .* Chữ ký số .* Tây Ninh \| Đến lượt ký/);
  const [signature] = agreement.signatures;
  const lent = { ...signature, electronic: { signer: 'Phạm Hải', ofAnother: true } };
  assert.match(seen(agreements.signatures({ ...agreement, signatures: [lent] })), /Chữ ký số của Phạm Hải; người nộp: Phạm Sơn/);
  assert.match(seen(agreements.signatures({ ...agreement, signatures: [] })), /Bình Dương \| Đến lượt ký .* Tây Ninh \| Chưa đến lượt/);
});

test('who signs beside others sees with which key, who else may sign now, and who comes next', () => {
  const turns = [
    { ...agreement.turns[0], rank: 0 },
    { ...agreement.turns[0], rank: 1, role: 'clerk', key: 'body', words: ' (văn thư)' },
    { ...agreement.turns[1], rank: 2 },
    { ...agreement.turns[1], rank: 2, role: 'officer', words: ' (chuyên viên)' },
  ];
  const several = { ...agreement, turns };

  assert.match(seen(agreements.signatures(several)), /Bình Dương \(văn thư\) \| Đến lượt ký .* Tây Ninh \(chuyên viên\) \| Chưa đến lượt/);
  assert.match(
    seen(turn(several, 1)),
    /Bình Dương \(văn thư\) .* chữ ký số của cơ quan.* Lượt tiếp theo .* Tây Ninh.*Tây Ninh \(chuyên viên\)/
  );
  assert.match(seen(turn(several, 2)), /Cùng lượt, ký trước hay sau đều được .* Tây Ninh \(chuyên viên\)/);
  assert.equal(turn(agreement, 1), null);
  assert.match(
    seen(turn({ turns: agreement.turns.map((each) => ({ ...each, rank: 0 })), signatures: [] }, 1)),
    /Cùng lượt, ký trước hay sau đều được .* Sở TT&TT Bình Dương/
  );
});

test('a transfer shows the newest delivery and contract, and what is still to accept', () => {
  assert.match(seen(transfers.deliveries(transfer, transfer.items)), /Bản thiết kế.*Buổi hai/);
  assert.doesNotMatch(seen(transfers.deliveries(transfer, transfer.items)), /Buổi đầu/);
  assert.match(seen(transfers.contract(transfer)), /01\/HĐ-CGCN .* hop-dong-2\.pdf/);
  assert.deepEqual(transfers.toAccept(transfer).map(({ number }) => number), [2]);
  assert.match(seen(transfers.plan(transfer)), /phiên bản 2.*Ngày bắt đầu \| 05\/01\/2027/);
  assert.match(seen(transfers.missing(transfer)), /Giá và phương thức thanh toán/);
});

test('what only some kinds of item have is shown where it is known, in one order', () => {
  const details = { sourceDelivered: false, people: 25, endsOn: '2027-01-06', startsOn: '2027-01-05', place: '', licence: null, acceptanceTest: 'Tải\nĐo' };
  assert.deepEqual(
    items.detailsOf({ details }).map(([name, value]) => [name, value.textContent ?? value]),
    [
      ['Ngày bắt đầu', '05/01/2027'],
      ['Ngày kết thúc', '06/01/2027'],
      ['Số người', 25],
      ['Kiểm thử', 'Tải\nĐo'],
      ['Mã nguồn', 'không bàn giao'],
    ]
  );
  assert.deepEqual(items.detailsOf({ details: null }), []);
});

test('assessments are hidden until all are given', () => {
  assert.match(seen(transfers.assessments({ ...transfer, assessmentsAwaited: 2 })), /Còn 2 ý kiến chưa có/);
  assert.match(seen(transfers.assessments(transfer)), /Ngô Minh Khả thi một phần \| Trừ giao thông \| 40 ngày công/);
});

test('a registration says how long there is, until it is done', () => {
  assert.match(seen(transfers.registration(transfer)), /chưa kiểm chứng.*Phải đăng ký \| Có.*12\/CN, ngày 20\/11\/2026/);
  assert.doesNotMatch(seen(transfers.registration(transfer)), /còn \d/);
  const today = new Date().toISOString().slice(0, 10);
  assert.match(seen(transfers.registration({ ...transfer, registeredOn: null, registrationDue: today })), /còn 0 ngày|quá hạn 1 ngày/);
  assert.match(seen(transfers.registration({ ...transfer, registeredOn: null, registrationDue: '2020-01-01' })), /quá hạn \d+ ngày/);
});

test('only the acceptances of one item are shown to who delivers it', () => {
  assert.equal(transfers.acceptances(transfer, 0), false);
  assert.match(seen(transfers.acceptances(transfer, 1)), /Lần 1 Chưa đạt: 2\. Vận hành/);
});

test('what is agreed of a contract is proposed, but no price of public money', () => {
  assert.equal(contract.written(transfer).technology, 'Trung tâm điều hành.');
  assert.equal(contract.suggested(transfer).price, '');
  assert.match(contract.suggested({ ...transfer, usesStateBudget: false }).price, /không thu phí/);
});

test('a gain is told with its sign', () => {
  assert.match(seen(consultings.gains(consulting)), /Chiến lược \| 50 \| 75 \| \+25.*Tổng hợp \| 37,5 \| 68,8 \| \+31,3/);
  assert.equal(consultings.gains({ ...consulting, assessments: [] }), undefined);
});

test('support is reckoned before the eyes of who decides', () => {
  assert.match(seen(consultings.support(preview)), /50 % × 40\.000\.000 đồng, không quá 50\.000\.000 đồng một năm.*Tổng cộng \| \| 20\.000\.000 đồng/);
  assert.equal(words(consultings.support({ lines: [], total: 0 })), 'Lộ trình không có bước nào đề nghị hỗ trợ.');
  assert.match(
    seen(consultings.support({ lines: [{ ...preview.lines[0], rate: null, amount: null, citation: null }], total: 0 })),
    /Chi phí đề nghị hỗ trợ: 40\.000\.000 đồng \| chưa có quy định/
  );
  assert.match(seen(consultings.grants(consulting)), /Hỗ trợ, ngày 20\/11\/2026/);
});

test('answers to a roadmap say who gave them', () => {
  assert.match(seen(consultings.roadmapAnswers(consulting)), /^\| Phiên bản 2 Đồng ý \| Lê An ghi nhận.*Phiên bản 1 Yêu cầu sửa \| Giảm chi phí \| Doanh nghiệp tự trả lời/);
});

test('frameworks are offered while they are in force', () => {
  const inForce = (effectiveFrom, effectiveTo) => maturity.inForce([{ ...framework, effectiveFrom, effectiveTo }]).length;
  assert.equal(inForce('2020-01-01', null), 1);
  assert.equal(inForce('2020-01-01', '2020-12-31'), 0);
  assert.equal(inForce('2999-01-01', null), 0);
  assert.match(seen(maturity.standing(framework)), /Nội bộ, chưa phải của Bộ.*từ ngày 01\/01\/2026.*Khởi động \(từ 0 điểm\)/);
});

test('the weakest pillars are named with those that tie', () => {
  const pillars = [40, 10, 30, 20, 30].map((score, index) => ({ name: `T${index}`, score }));
  assert.match(seen(roadmap.weakest({ pillars })), /\| T1: 10 điểm \| T3: 20 điểm \| T2: 30 điểm \| T4: 30 điểm$/);
});
