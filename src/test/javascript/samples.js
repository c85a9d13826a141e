/** Cases as the REST API answers them, in the middle of their way. */

export const agreement = {
  caseCode: 'H09-261128-0001',
  caseStatusName: 'Đang xử lý',
  channel: 'binhduong-tayninh',
  leadOrganisation: 'binhduong',
  title: 'Hợp tác chuyển đổi số',
  agreementType: 'BTT',
  agreementTypeName: 'Thỏa thuận hợp tác',
  stateName: 'Chờ ký',
  parties: [
    { organisation: 'binhduong', name: 'Sở TT&TT Bình Dương' },
    { organisation: 'tayninh', name: 'Sở TT&TT Tây Ninh' },
  ],
  cooperationFields: [{ code: 'ioc', name: 'Trung tâm điều hành' }],
  legalBasis: 'Luật Giao dịch điện tử\n\n Nghị định 30/2020/NĐ-CP ',
  effectiveFrom: '2026-01-01',
  effectiveTo: '2028-12-31',
  predecessor: null,
  documents: [
    { id: 'd1', kind: 'draft', version: 1, fileName: 'du-thao-1.pdf' },
    { id: 'd2', kind: 'draft', version: 2, fileName: 'du-thao-2.pdf' },
    { id: 's1', kind: 'signed', version: 1, fileName: 'da-ky.pdf' },
  ],
  rounds: [
    {
      draft: { version: 1, document: 'd1', editable: null, note: 'Bản đầu', authorName: 'Lê An', submittedAt: '2026-11-02T03:00:00Z' },
      reviews: [
        { party: 'tayninh', partyName: 'Tây Ninh', positive: false, comment: 'Thiếu thời hạn', authorName: 'Vũ Hà', givenAt: '2026-11-03T03:00:00Z' },
      ],
      approvals: [],
    },
    {
      draft: { version: 2, document: 'd2', editable: null, note: null, authorName: 'Lê An', submittedAt: '2026-11-05T03:00:00Z' },
      reviews: [
        { party: 'binhduong', partyName: 'Bình Dương', positive: true, comment: null, authorName: 'Đỗ Nam', givenAt: '2026-11-06T03:00:00Z' },
        { party: 'tayninh', partyName: 'Tây Ninh', positive: true, comment: null, authorName: 'Vũ Hà', givenAt: '2026-11-06T04:00:00Z' },
      ],
      approvals: [
        { party: 'tayninh', partyName: 'Tây Ninh', positive: false, comment: 'Chờ ngân sách', authorName: 'Trần Bình', givenAt: '2026-11-07T03:00:00Z' },
      ],
    },
  ],
  turns: [
    { rank: 0, party: 'binhduong', partyName: 'Sở TT&TT Bình Dương', role: 'leader', key: 'person', words: '' },
    { rank: 1, party: 'tayninh', partyName: 'Sở TT&TT Tây Ninh', role: 'leader', key: 'person', words: '' },
  ],
  signatures: [{ party: 'binhduong', role: 'leader', key: 'person', document: 's1', byHand: false, signerName: 'Phạm Sơn', signedAt: '2026-11-10T03:00:00Z' }],
  register: [{ party: 'binhduong', number: '05/BTT-STTTT', date: '2026-11-11', clerkName: 'Ngô Thu' }],
  activities: [
    {
      caseCode: 'H09-261128-0007',
      title: 'Tập huấn tổng đài',
      cooperationFieldName: 'Tổng đài 1022',
      startDate: '2026-02-01',
      endDate: '2026-04-30',
      stateName: 'Đã hoàn thành',
    },
  ],
};

export const transfer = {
  caseCode: 'H62-261128-0002',
  caseStatusName: 'Đang xử lý',
  channel: 'binhduong-tayninh',
  title: 'Trung tâm điều hành',
  stateName: 'Đang nghiệm thu',
  documents: [
    { id: 'a1', kind: 'attachment', version: 1, fileName: 'hien-trang.docx' },
    { id: 'c1', kind: 'contract', version: 1, fileName: 'hop-dong-1.pdf' },
    { id: 'c2', kind: 'contract', version: 2, fileName: 'hop-dong-2.pdf' },
    { id: 'v1', kind: 'delivery', version: 1, fileName: 'tai-lieu.pdf' },
  ],
  requestingOrganisationName: 'Sở TT&TT Tây Ninh',
  providingOrganisationName: 'Sở TT&TT Bình Dương',
  category: 'ioc',
  categoryName: 'Trung tâm điều hành',
  needDescription: 'Một màn hình\ncho mọi việc',
  neededBy: '2027-03-31',
  usesStateBudget: true,
  foreignParty: false,
  existingCertificate: false,
  attachmentDocumentId: 'a1',
  requestComment: 'Thiếu hiện trạng',
  supplementNote: 'Đã gửi kèm',
  clockStops: [{ from: '2026-11-03T03:00:00Z', to: '2026-11-05T03:00:00Z', workingDays: 2 }],
  expertise: 'ioc',
  daysAllowed: 5,
  routeCitation: 'Thỏa thuận 01',
  routeVerification: null,
  assessmentsAwaited: 0,
  assessments: [
    { expertName: 'Ngô Minh', feasibility: 'partly', feasibilityName: 'Khả thi một phần', effortDays: 40, note: 'Trừ giao thông', givenAt: '2026-11-08T03:00:00Z' },
  ],
  feasibilityComment: 'Làm phần còn lại',
  planVersion: 2,
  items: [
    { position: 0, number: 1, kind: 'document', kindName: 'Tài liệu', title: 'Thiết kế', dueInWorkingDays: 10, details: {}, accepted: true },
    {
      position: 1,
      number: 2,
      kind: 'training',
      kindName: 'Đào tạo',
      title: 'Vận hành',
      dueInWorkingDays: 20,
      details: { startsOn: '2027-01-05', place: 'Tây Ninh', people: 25 },
      accepted: false,
    },
  ],
  clauses: [{ clause: 'technology', name: 'Tên công nghệ', text: 'Trung tâm điều hành.' }],
  missingClauses: ['Giá và phương thức thanh toán'],
  planOpinions: [
    { version: 1, partyName: 'Tây Ninh', positive: false, comment: 'Thêm đào tạo', authorName: 'Trần Bình', givenAt: '2026-11-12T03:00:00Z' },
    { version: 2, partyName: 'Tây Ninh', positive: true, comment: null, authorName: 'Trần Bình', givenAt: '2026-11-14T03:00:00Z' },
  ],
  contractDocumentId: null,
  contractNumber: '01/HĐ-CGCN',
  contractedOn: '2026-11-15',
  registrationCompulsory: true,
  registrationDue: '2027-01-15',
  registrationCitation: 'Điều 31',
  registrationVerification: { mark: 'R', text: 'chưa kiểm chứng' },
  registrationNumber: '12/CN',
  registeredOn: '2026-11-20',
  acceptanceRound: 2,
  deliveries: [
    { item: 0, round: 1, note: 'Bản thiết kế', document: 'v1', attendees: null, expertName: 'Ngô Minh', deliveredAt: '2026-11-21T03:00:00Z' },
    { item: 1, round: 1, note: 'Buổi đầu', document: null, attendees: 'Trần Văn Minh\nLê Lan', expertName: 'Ngô Minh', deliveredAt: '2026-11-22T03:00:00Z' },
    { item: 1, round: 2, note: 'Buổi hai', document: null, attendees: null, expertName: 'Ngô Minh', deliveredAt: '2026-11-25T03:00:00Z' },
  ],
  acceptances: [{ round: 1, positive: false, comment: 'Chưa xử lý sự cố', defects: [1], authorName: 'Vũ Hà', givenAt: '2026-11-23T03:00:00Z' }],
};

export const activity = {
  caseCode: 'H09-261128-0004',
  caseStatusName: 'Đang xử lý',
  channel: 'binhduong-tayninh',
  title: 'Trung tâm điều hành, năm 2026',
  stateName: 'Chờ xác nhận kết quả',
  documents: [
    { id: 'e1', kind: 'evidence', version: 1, fileName: 'bien-ban.pdf' },
    { id: 'e2', kind: 'evidence', version: 2, fileName: 'bien-ban-2.pdf' },
    { id: 'n1', kind: 'indicator', version: 1, fileName: 'thong-ke.xlsx' },
  ],
  agreementCode: agreement.caseCode,
  agreementTitle: agreement.title,
  cooperationField: 'ioc',
  cooperationFieldName: 'Trung tâm điều hành',
  leadOrganisation: 'binhduong',
  leadOrganisationName: 'Sở TT&TT Bình Dương',
  partnerOrganisation: 'tayninh',
  partnerOrganisationName: 'Sở TT&TT Tây Ninh',
  startDate: '2026-03-01',
  endDate: '2026-12-15',
  programmeYear: 2026,
  planVersion: 2,
  planNote: 'Làm song song',
  planOpinions: [
    { version: 1, positive: false, comment: 'Thêm tập huấn', author: 'tayninh.officer1', authorName: 'Vũ Hà', givenAt: '2026-03-03T03:00:00Z' },
    { version: 2, positive: true, comment: null, author: 'tayninh.officer1', authorName: 'Vũ Hà', givenAt: '2026-03-05T03:00:00Z' },
  ],
  round: 2,
  workItems: [
    {
      position: 1,
      title: 'Khảo sát',
      organisation: 'binhduong',
      organisationName: 'Sở TT&TT Bình Dương',
      role: 'officer',
      roleName: 'Chuyên viên',
      dueInWorkingDays: 10,
      state: 'done',
      stateName: 'Đã xong',
      result: 'Khảo sát lại\nđủ 9 huyện',
      round: 2,
      document: 'e2',
      byName: 'Lê An',
      doneAt: '2026-06-10T03:00:00Z',
      results: [
        { round: 1, result: 'Khảo sát 5 huyện', document: 'e1', by: 'binhduong.officer1', byName: 'Lê An', at: '2026-04-10T03:00:00Z' },
        { round: 2, result: 'Khảo sát lại\nđủ 9 huyện', document: 'e2', by: 'binhduong.officer1', byName: 'Lê An', at: '2026-06-10T03:00:00Z' },
      ],
    },
    {
      position: 2,
      title: 'Tập huấn',
      organisation: 'tayninh',
      organisationName: 'Sở TT&TT Tây Ninh',
      role: 'expert',
      roleName: 'Chuyên gia',
      dueInWorkingDays: 20,
      state: 'open',
      stateName: 'Đang làm',
      result: null,
      round: 1,
      document: null,
      byName: null,
      doneAt: null,
      results: [],
    },
  ],
  progress: [
    { percent: 30, note: 'Xong khảo sát', on: '2026-04-30', by: 'binhduong.officer1', byName: 'Lê An' },
    { percent: 65, note: 'Đang tập huấn', on: '2026-05-31', by: 'binhduong.officer1', byName: 'Lê An' },
  ],
  indicator: {
    name: 'Tỷ lệ hồ sơ trực tuyến',
    unit: '%',
    kind: 'percent',
    kindName: 'Tỷ lệ',
    direction: 'more',
    directionName: 'Càng cao càng tốt',
    target: 97.25,
    baseline: 71.7,
    baselineDate: '2023-10-06',
    baselineSource: 'Báo cáo chuyển đổi số 2023',
    baselineDoubt: 'in là 1.3521 trên tổng số 1.886',
    reached: false,
    values: [
      { id: '1', value: 80, date: '2026-06-30', byName: 'Lê An', enteredAt: '2026-07-01T03:00:00Z', document: null, replaced: true, reason: null },
      { id: '2', value: 88.125, date: '2026-06-30', byName: 'Lê An', enteredAt: '2026-07-02T03:00:00Z', document: 'n1', replaced: false, reason: 'Nhập nhầm' },
    ],
  },
  confirmations: [
    { round: 1, positive: false, comment: 'Còn thiếu 4 huyện', reworkItems: [1], author: 'tayninh.leader1', authorName: 'Trần Bình', givenAt: '2026-05-02T03:00:00Z' },
  ],
  continuations: [
    { decision: 'continue', comment: null, reason: null, author: 'binhduong.officer1', authorName: 'Lê An', givenAt: '2026-08-02T03:00:00Z' },
  ],
  endReason: null,
  closedOn: null,
};

const COUNT = { carriedOver: 1, received: 3, onTime: 1, late: 1, inProgress: 1, withdrawn: 1, declined: 0 };

export const report = {
  caseCode: 'H09-261002-0005',
  caseStatusName: 'Đang xử lý',
  channel: 'binhduong-tayninh',
  title: 'Báo cáo sơ kết quý III năm 2026, Bình Dương – Tây Ninh',
  stateName: 'Chờ phê duyệt',
  documents: [
    { id: 'r1', kind: 'draft', version: 1, fileName: 'bao-cao-1.pdf' },
    { id: 'x1', kind: 'sheets', version: 1, fileName: 'so-lieu-1.xlsx' },
  ],
  channelName: 'Bình Dương – Tây Ninh',
  leadOrganisationName: 'Sở TT&TT Bình Dương',
  quarter: 'quý III năm 2026',
  from: '2026-07-01',
  to: '2026-09-30',
  version: 2,
  versions: [
    { version: 1, draft: 'r1', sheets: 'x1', assembledAt: '2026-10-01T23:30:00Z' },
    { version: 2, draft: 'r2', sheets: 'x2', assembledAt: '2026-10-02T03:00:00Z' },
  ],
  opinions: [
    { stage: 'review', stageName: 'Soát xét', version: 1, positive: true, comment: null, authorName: 'Lê An', givenAt: '2026-10-02T01:00:00Z' },
    { stage: 'approval', stageName: 'Phê duyệt', version: 1, positive: false, comment: 'Thiếu chỉ tiêu', authorName: 'Phạm Sơn', givenAt: '2026-10-02T02:00:00Z' },
  ],
  figures: {
    cases: [{ kindName: 'Thỏa thuận hợp tác', organisationName: 'Sở TT&TT Bình Dương', ...COUNT }],
    activities: [{ standing: 'DONE' }, { standing: 'LATE' }],
    indicators: [{ reached: true }, { reached: null }],
    support: [{ amount: 20_000_000 }, { amount: 1_500_000 }],
    technology: [{}],
    outlook: '2027-03-29',
    expiring: [],
  },
  totals: { kindName: null, organisationName: null, ...COUNT },
  documentNumber: null,
};

const PILLARS = [
  { id: 'strategy', name: 'Chiến lược', shortName: 'Chiến lược' },
  { id: 'people', name: 'Con người', shortName: 'Con người' },
];
const SCALE = [0, 1, 2, 3, 4, 5].map((value) => ({ value, text: `mức ${value}` }));

export const framework = {
  version: 'internal-2026.1',
  name: 'Bộ câu hỏi nội bộ',
  official: false,
  status: 'Nội bộ, chưa phải của Bộ',
  citation: 'Soạn theo Quyết định 1970/QĐ-BTTTT.',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  levels: [{ id: 'starter', name: 'Khởi động', from: 0, description: 'mới bắt đầu' }],
  pillars: PILLARS.map((pillar) => ({
    ...pillar,
    questions: [1, 2].map((number) => ({ id: `${pillar.id}-${number}`, text: `Câu ${number}?`, help: 'Hỏi giám đốc', scale: SCALE })),
  })),
};

function assessment(stage, scores) {
  return {
    stage,
    answers: { 'strategy-1': 2, 'strategy-2': 3, 'people-1': 1, 'people-2': 1 },
    pillars: PILLARS.map(({ id, name }, index) => ({ id, name, score: scores[index] })),
    overall: 37.5,
    levelName: 'Khởi động',
    levelCitation: 'Bảng mức độ',
    levelVerification: null,
    assessorName: 'Ngô Minh',
    assessedAt: '2026-11-08T03:00:00Z',
  };
}

export const consulting = {
  caseCode: 'H09-261128-0003',
  caseStatusName: 'Đang xử lý',
  channel: 'binhduong-qtsc',
  title: 'Tư vấn: Cơ khí Thuận An',
  stateName: 'Chờ doanh nghiệp',
  documents: [{ id: 'r1', kind: 'roadmap', version: 1, fileName: 'lo-trinh.pdf' }],
  enterprise: {
    taxCode: '0101243150',
    enterpriseName: 'Cơ khí Thuận An',
    sector: 'industry-construction',
    sectorName: 'Công nghiệp và xây dựng',
    employees: 45,
    revenue: 12_000_000_000,
    capital: 8_000_000_000,
    womenOwned: true,
    socialEnterprise: false,
    contactName: 'Lê Lan',
    contactEmail: null,
    contactPhone: '0901234567',
  },
  need: 'Quản lý kho\nbằng phần mềm',
  needCategory: 'software',
  needCategoryName: 'Phần mềm quản lý',
  sizeName: 'Nhỏ',
  sizeCitation: 'Nghị định 80/2021/NĐ-CP',
  sizeVerification: { mark: 'V', text: 'đã kiểm chứng' },
  requestComment: 'Thiếu doanh thu',
  supplementNote: null,
  clockStops: [{ from: '2026-11-03T03:00:00Z', to: null, workingDays: null }],
  consultantName: 'Ngô Minh',
  consultantOrganisationName: 'QTSC',
  frameworkVersion: framework.version,
  assessments: [assessment('BEFORE', [50, 25]), assessment('AFTER', [75, 62.5])],
  gains: [
    { id: 'strategy', name: 'Chiến lược', before: 50, after: 75, gain: 25 },
    { id: 'overall', name: 'Tổng hợp', before: 37.5, after: 68.8, gain: 31.3 },
  ],
  roadmapVersion: 2,
  steps: [
    {
      position: 0,
      title: 'Số hóa kho',
      pillar: 'people',
      pillarName: 'Con người',
      solution: 'Phần mềm kho',
      cost: 40_000_000,
      dueInWorkingDays: 30,
      supportKind: 'solution',
      supportKindName: 'Thuê, mua giải pháp',
      result: null,
      actualCost: null,
      evidenceDocumentId: null,
      doneAt: null,
    },
  ],
  totalCost: 40_000_000,
  roadmapAnswers: [
    { version: 1, decision: 'changes', comment: 'Giảm chi phí', author: 'system', authorName: 'Doanh nghiệp', givenAt: '2026-11-12T03:00:00Z' },
    { version: 2, decision: 'agree', comment: null, author: 'binhduong.officer1', authorName: 'Lê An', givenAt: '2026-11-14T03:00:00Z' },
  ],
  entitlements: [{ supportKind: 'solution', supportKindName: 'Thuê, mua giải pháp', known: false }],
  supportDecision: 'grant',
  supportComment: null,
  supportDecidedOn: '2026-11-20',
  grants: [
    {
      supportKindName: 'Thuê, mua giải pháp',
      eligibleCost: 40_000_000,
      rate: 0.5,
      cap: 50_000_000,
      grantedBefore: 0,
      amount: 20_000_000,
      citation: 'Điều 11',
      verification: null,
    },
  ],
  totalGranted: 20_000_000,
  otherCases: [],
};

export const preview = { lines: consulting.grants, total: consulting.totalGranted };

export const enterprise = { ...consulting.enterprise, warnings: ['Thông tin đã cũ.'] };

const CHANNELS = [
  {
    id: 'binhduong-tayninh',
    name: 'Bình Dương – Tây Ninh',
    parties: [
      { id: 'binhduong', code: 'binhduong', name: 'Sở TT&TT Bình Dương' },
      { id: 'tayninh', code: 'tayninh', name: 'Sở TT&TT Tây Ninh' },
    ],
    categories: [{ code: 'ioc', name: 'Trung tâm điều hành' }],
  },
];

export const toEnd = {
  caseCode: consulting.caseCode,
  title: consulting.title,
  kindName: 'Tư vấn chuyển đổi số',
  stateName: 'Đang thực hiện',
  caseStatusName: 'Đang xử lý',
  leadOrganisationName: 'Sở TT&TT Bình Dương',
  openTasks: [{ name: 'Thực hiện bước', whose: 'Lê Minh' }],
  aftermath: { told: ['Cơ khí Thuận An (lan@thuanan.vn)'], follows: ['Khoản hỗ trợ không còn tính.'] },
};
const FOUND = [toEnd, { ...toEnd, caseCode: 'H09-261128-0099', title: 'Hồ sơ khác' }].map(
  ({ caseCode, title, kindName }) => ({ caseCode, title, kindName, step: 'Thực hiện bước' })
);

/** What the REST API answers of these cases to those who work on them. */
export const paper = {
  documentId: 'contract',
  name: 'Hợp đồng chuyển giao công nghệ',
  number: '03/HĐ-QTSC',
  date: '2026-11-27',
  bodies: [
    { id: 'qtsc', name: 'Công ty QTSC' },
    { id: 'binhduong', name: 'Sở TT&TT Bình Dương' },
  ],
  signing: {
    id: 'signing',
    toSign: { id: 'signed', fileName: 'Hop-dong-da-ky.pdf' },
    turns: [
      { rank: 0, party: 'qtsc', partyName: 'Công ty QTSC', role: 'leader', key: 'person', words: '' },
      { rank: 1, party: 'binhduong', partyName: 'Sở TT&TT Bình Dương', role: 'leader', key: 'person', words: '' },
    ],
    signatures: [
      {
        party: 'qtsc',
        partyName: 'Công ty QTSC',
        role: 'leader',
        key: 'person',
        document: 'signed',
        byHand: false,
        signerName: 'Lê Thị Hoa',
        signedAt: '2026-11-28T02:00:00Z',
        found: 'Chữ ký số công cộng của Lê Thị Hoa. Chữ ký hợp lệ.',
      },
    ],
  },
};

export const answers = {
  [`/cases/${transfer.caseCode}`]: transfer,
  [`/cases/${transfer.caseCode}/papers`]: [paper],
  '/rules': {
    terms: { supplement: 10, Task_DecideSupport: 14 },
    limits: { money: 1_000_000_000_000, rows: 50, workingDays: 1000, effortDays: 1000, registrationDays: 365, attendees: 10_000, experts: 3, title: 300 },
  },
  '/cases/endings/withdrawal?text=': FOUND,
  '/cases/endings/withdrawal?text=khac': FOUND.slice(1),
  '/cases/endings/withdrawal?text=x': [],
  '/cases/endings/termination?text=': FOUND.slice(0, 1),
  [`/cases/${toEnd.caseCode}/endings/withdrawal`]: toEnd,
  '/absences/options': {
    user: 'binhduong.officer1',
    today: '2026-11-28',
    people: [{ id: 'binhduong.officer1', name: 'Chuyên viên 1', roles: ['officer'] }],
    substitutes: [
      { id: 'binhduong.officer1', name: 'Chuyên viên 1', roles: ['officer'] },
      { id: 'binhduong.officer2', name: 'Chuyên viên 2', roles: ['officer'] },
      { id: 'binhduong.legal1', name: 'Pháp chế 1', roles: ['legal'] },
    ],
    kinds: [{ id: 'AgreementSigningProcess', name: 'Ký kết thỏa thuận' }],
  },
  '/signatures/roots': { state: 1, public: 1, demonstration: false },
  '/signing/remote': { offered: false },
  '/agreements/options': {
    organisation: 'binhduong',
    channels: CHANNELS,
    cooperationFields: [
      { code: 'ioc', name: 'Trung tâm điều hành', channels: [] },
      { code: 'tax', name: 'Thuế', channels: ['binhduong-qtsc'] },
    ],
  },
  [`/agreements/${agreement.caseCode}`]: agreement,
  '/transfer-requests/options': {
    organisation: 'tayninh',
    channels: CHANNELS,
    itemKinds: [
      { code: 'document', name: 'Tài liệu' },
      { code: 'training', name: 'Đào tạo' },
    ],
    clauses: [
      { id: 'technology', name: 'Tên công nghệ', help: 'Như trong yêu cầu', mandatory: true },
      { id: 'price', name: 'Giá và phương thức thanh toán', help: 'Bằng số', mandatory: true },
    ],
  },
  [`/transfer-requests/${transfer.caseCode}`]: transfer,
  '/reports/options': {
    channels: CHANNELS,
    quarters: [
      { name: 'quý III năm 2026', from: '2026-07-01', to: '2026-09-30' },
      { name: 'quý II năm 2026', from: '2026-04-01', to: '2026-06-30' },
    ],
  },
  [`/reports/${report.caseCode}`]: report,
  '/activities/options': {
    organisation: 'binhduong',
    roles: [
      { code: 'officer', name: 'Chuyên viên' },
      { code: 'expert', name: 'Chuyên gia' },
    ],
    agreements: [
      {
        code: agreement.caseCode,
        title: agreement.title,
        channel: 'binhduong-tayninh',
        channelName: 'Bình Dương – Tây Ninh',
        effectiveFrom: agreement.effectiveFrom,
        effectiveTo: agreement.effectiveTo,
        parties: CHANNELS[0].parties,
        fields: [
          {
            code: 'ioc',
            name: 'Trung tâm điều hành',
            workItems: [
              { title: 'Khảo sát', organisation: 'lead', role: 'officer', dueInWorkingDays: 10 },
              { title: 'Tập huấn', organisation: 'partner', role: 'expert', dueInWorkingDays: 20 },
              { title: 'Nghiệm thu', organisation: 'qtsc', role: 'officer', dueInWorkingDays: 5 },
            ],
            indicators: [
              {
                name: 'Tỷ lệ hồ sơ trực tuyến',
                unit: '%',
                kind: 'percent',
                direction: 'more',
                directionName: 'Càng cao càng tốt',
                target: 97.25,
                baseline: null,
                baselineDate: null,
                baselineSource: null,
                baselineDoubt: 'in là 1.3521 trên tổng số 1.886',
              },
              {
                name: 'Xếp hạng chuyển đổi số',
                unit: 'thứ hạng',
                kind: 'rank',
                direction: 'less',
                directionName: 'Càng thấp càng tốt',
                target: 15,
                baseline: 19,
                baselineDate: '2022-12-31',
                baselineSource: 'Chỉ số DTI 2022',
                baselineDoubt: null,
              },
            ],
          },
          {
            code: 'hotline-1022',
            name: 'Tổng đài 1022',
            workItems: [{ title: 'Kết nối tổng đài', organisation: 'lead', role: 'officer', dueInWorkingDays: 15 }],
            indicators: [
              { name: 'Cuộc gọi', unit: 'cuộc', kind: 'count', direction: 'more', directionName: 'Càng cao càng tốt', target: 45000, baseline: 1234567, baselineDate: null, baselineSource: null, baselineDoubt: null },
            ],
          },
        ],
      },
    ],
  },
  [`/activities/${activity.caseCode}`]: activity,
  '/consulting-cases/options': {
    sectors: [{ code: 'industry-construction', name: 'Công nghiệp và xây dựng' }],
    sizes: [{ code: 'small', name: 'Nhỏ' }],
    needs: [{ code: 'software', name: 'Phần mềm quản lý' }],
    channels: [{ code: 'binhduong-qtsc', name: 'Bình Dương – QTSC' }],
    supportKinds: [
      { code: 'none', name: 'Không đề nghị' },
      { code: 'solution', name: 'Thuê, mua giải pháp' },
    ],
    defaultChannel: 'binhduong-qtsc',
  },
  [`/consulting-cases/${consulting.caseCode}`]: consulting,
  [`/consulting-cases/${consulting.caseCode}/experts`]: [
    { id: 'qtsc.expert1', name: 'Ngô Minh', organisationName: 'QTSC', skills: ['ioc', 'khác'], skillNames: ['Trung tâm giám sát, điều hành thông minh', 'khác'], absent: true },
  ],
  [`/consulting-cases/${consulting.caseCode}/support-preview`]: preview,
  '/maturity-frameworks': [framework],
  [`/enterprises/${enterprise.taxCode}`]: enterprise,
};
