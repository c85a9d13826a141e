/** What the web modules meet: the answers of the product's REST API, as far as they are shown, and Tasklist around the forms. */

declare namespace Api {
  /** An ISO 8601 day such as `2026-11-28`. */
  type Day = string;
  /** An ISO 8601 instant in UTC. */
  type Instant = string;

  interface Choice {
    code: string;
    name: string;
    disabled?: boolean;
  }

  /** Who is signed in. */
  interface Me {
    user: string;
    name: string;
    organisation: string | null;
    roles: string[];
    groups: string[];
    claimOnOpen: boolean;
    administrator: boolean;
    team: { id: string; name: string; groups: string[] }[];
  }

  /** How the work stands that somebody may look into; figures.WorkOverview. */
  interface WorkOverview {
    at: Instant;
    channels: { id: string; name: string }[];
    organisation: string | null;
    organisationName: string | null;
    part: boolean;
    weekEnds: Day;
    openCases: number;
    openTasks: number;
    dueThisWeek: number;
    late: number;
    lateInside: number | null;
    paused: { status: number; statusName: string; cases: number }[];
    stuck: number;
    finishedThisMonth: number;
    finishedThisQuarter: number;
    judged: number;
    onTime: number;
    target: { percent: number; citation: string };
    steps: StepWork[];
  }

  /** The open tasks of a step that are an organisation's work. */
  interface StepWork {
    process: string;
    processName: string;
    kind: string | null;
    step: string;
    stepName: string;
    organisation: string | null;
    organisationName: string | null;
    open: number;
    due: number;
    late: number;
    paused: number;
  }

  /** The cases of a week that begins on this Monday. */
  interface WeekFigures {
    from: Day;
    received: number;
    finished: number;
    late: number;
  }

  /** How many working days a step took. */
  interface StepHandling {
    process: string;
    processName: string;
    step: string;
    stepName: string;
    completed: number;
    median: number;
    most: number;
    term: number | null;
  }

  /** The work of people, and how many are left out. */
  interface PeopleWork {
    items: {
      person: string;
      name: string;
      organisation: string | null;
      organisationName: string | null;
      open: number;
      late: number;
      finished: number;
      absentUntil: Day | null;
    }[];
    more: number;
  }

  /** What ids mean, by kind. */
  type Names = Record<'people' | 'groups' | 'organisations' | 'channels' | 'frameworks' | 'kinds', Record<string, string>>;

  /** A job that gave up. */
  interface Incident {
    id: string;
    kind: 'MAIL' | 'TIMER' | 'DECISION' | 'STEP' | 'SYSTEM';
    sentence: string;
    advice: string;
    caseCode: string | null;
    title: string | null;
    channel: string | null;
    leadOrganisation: string | null;
    since: Instant;
    tries: number;
    mail: string | null;
    mayCorrect: boolean;
    technical: string | null;
  }

  interface Incidents {
    items: Incident[];
    page: number;
    size: number;
    total: number;
    totalIsLowerBound: boolean;
    maxTimes: number;
  }

  interface RepairableProcess {
    name: string;
    versions: { id: string; number: number; running: number }[];
  }

  interface RepairableCase {
    caseCode: string;
    title: string;
    active: { id: string; name: string }[];
    steps: { id: string; name: string }[];
  }

  interface RepairResult {
    dryRun: boolean;
    remaining: number;
    items: {
      caseCode: string;
      title: string | null;
      now: string[];
      then: string[];
      outcome: 'READY' | 'BLOCKED' | 'DONE' | 'FAILED' | 'UNCHANGED';
      detail: string | null;
      warnings: string[];
    }[];
  }

  /** Where a case of any kind stands. */
  interface Standing {
    caseCode: string;
    title: string;
    caseStatus: number;
    caseStatusName: string;
    step: string | null;
    waitsFor: string | null;
    due: string | null;
    pausedSince: Instant | null;
    openedAt: Instant;
    closedAt: Instant | null;
    tasks: { id: string; name: string; whose: string; due: string | null; late: boolean; mine: boolean }[];
    documents: (Document & { kindName: string })[];
  }

  /** Something that happened in a case. */
  interface Entry {
    at: Instant;
    kind: string;
    what: string;
    detail: string | null;
    byName: string | null;
    onBehalfOfName: string | null;
  }

  interface Named {
    id: string;
    name: string;
  }

  /** What open work can be asked for. */
  interface WorkOptions {
    channels: Named[];
    organisations: Named[];
    processes: (Named & { steps: Named[] })[];
    people: Named[];
    reasons: Named[];
    states: Named[];
  }

  /** An open task with what holds it up. */
  interface ListedTask {
    taskId: string;
    caseCode: string;
    title: string;
    processName: string;
    stepName: string;
    organisationName: string | null;
    assigneeName: string | null;
    groups: string[];
    since: Instant;
    due: Instant | null;
    state: string;
    stateName: string;
    daysLate: number | null;
    reasons: { code: string; sentence: string }[];
    mayAct: boolean;
  }

  interface WorkPage {
    items: ListedTask[];
    page: number;
    size: number;
    total: number;
    totalIsLowerBound: boolean;
  }

  interface Colleague {
    id: string;
    name: string;
    roles: string[];
  }

  interface AbsenceOptions {
    user: string;
    today: Day;
    people: Colleague[];
    substitutes: Colleague[];
    kinds: { id: string; name: string }[];
  }

  /** The numbers that are rules today, by their names. */
  interface Rules {
    terms: Record<string, number>;
    limits: Record<string, number>;
  }

  /** How far a rule was verified: V verified, R a proposal. */
  interface Verification {
    mark: string;
    text: string;
  }

  interface Document {
    id: string;
    kind: string;
    version: number;
    fileName: string;
  }

  interface ClockStop {
    from: Instant;
    to: Instant | null;
    workingDays: number | null;
  }

  /** What every kind of case tells of itself. */
  interface Case {
    caseCode: string;
    title: string;
    stateName: string;
    caseStatusName: string;
    channel: string;
    documents: Document[];
  }

  /** A case that may wait for a supplement. */
  interface SupplementedCase extends Case {
    requestComment: string | null;
    supplementNote: string | null;
    clockStops: ClockStop[];
  }

  /** A case that is to be ended before its time, with what comes of it. */
  interface CaseToEnd {
    caseCode: string;
    title: string;
    kindName: string;
    stateName: string;
    caseStatusName: string;
    leadOrganisationName: string;
    openTasks: { name: string; whose: string }[];
    aftermath: { told: string[]; follows: string[] };
  }

  interface Party {
    organisation: string;
    name: string;
  }

  interface Opinion {
    partyName: string;
    positive: boolean;
    comment: string | null;
    authorName: string;
    givenAt: Instant;
  }

  interface Draft {
    version: number;
    document: string;
    editable: string | null;
    note: string | null;
    authorName: string;
    submittedAt: Instant;
  }

  interface PartyOpinion extends Opinion {
    party: string;
  }

  interface Round {
    draft: Draft;
    reviews: PartyOpinion[];
    approvals: PartyOpinion[];
  }

  interface Signature {
    party: string;
    role: string;
    key: string;
    document: string;
    byHand: boolean;
    signerName: string;
    signedAt: Instant;
    electronic?: { signer: string | null; ofAnother: boolean } | null;
  }

  /** A signature that is needed; those of one rank are made in any order. */
  interface Turn {
    rank: number;
    party: string;
    partyName: string;
    role: string;
    key: string;
    words: string;
  }

  interface TrustedRoots {
    state: number;
    public: number;
    demonstration: boolean;
  }

  /** What a key is to sign; the data are in Base64. */
  interface PreparedSignature {
    id: string;
    algorithm: string;
    dataToSign: string;
    fileName: string;
    sha256: string;
  }

  /** A key that a service holds for the signer. */
  interface RemoteCredential {
    id: string;
    signer: string;
    organisation: string | null;
    issuer: string;
    validTo: Instant;
    otp: boolean;
  }

  /** A signature as it was found in a file. */
  interface FoundSignature {
    signer: string | null;
    organisation: string | null;
    anchor: 'state' | 'public' | 'unknown';
    signedAt: Instant | null;
    timeSource: 'timestamp' | 'claimed' | null;
    valid: boolean;
    sentence: string;
  }

  /** A paper that a case has issued, and how its signing stands. */
  interface Paper {
    documentId: string;
    name: string;
    number: string | null;
    date: Day | null;
    bodies: { id: string; name: string }[];
    signing: PaperSigning | null;
  }

  interface PaperSigning {
    id: string;
    toSign: { id: string; fileName: string };
    turns: Turn[];
    signatures: PaperSignature[];
  }

  interface PaperSignature extends Signature {
    partyName: string;
    found: string | null;
  }

  interface RegisterEntry {
    party: string;
    number: string;
    date: Day;
    clerkName: string;
  }

  /** An activity under an agreement, in short. */
  interface ActivityLine {
    caseCode: string;
    title: string;
    cooperationFieldName: string;
    startDate: Day;
    endDate: Day;
    stateName: string;
  }

  interface Agreement extends Case {
    agreementType: string;
    agreementTypeName: string;
    leadOrganisation: string;
    parties: Party[];
    cooperationFields: Choice[];
    legalBasis: string;
    effectiveFrom: Day;
    effectiveTo: Day;
    predecessor: string | null;
    rounds: Round[];
    turns: Turn[];
    signatures: Signature[];
    register: RegisterEntry[];
    activities: ActivityLine[];
  }

  interface AgreementOptions {
    organisation: string;
    channels: { id: string; name: string; parties: { id: string; name: string }[] }[];
    cooperationFields: (Choice & { channels: string[] })[];
  }

  interface FeasibilityAssessment {
    expertName: string;
    feasibility: 'feasible' | 'partly' | 'infeasible';
    feasibilityName: string;
    effortDays: number;
    note: string | null;
    givenAt: Instant;
  }

  /** What only some kinds of item have; `transfer-items.js` knows each. */
  type ItemDetails = Record<string, any>;

  interface Item {
    position: number;
    number: number;
    kind: string;
    kindName: string;
    title: string;
    dueInWorkingDays: number;
    details: ItemDetails | null;
    accepted: boolean;
  }

  interface Clause {
    clause: string;
    name: string;
    text: string;
  }

  interface Delivery {
    item: number;
    round: number;
    note: string;
    document: string | null;
    attendees: string | null;
    expertName: string;
    deliveredAt: Instant;
  }

  interface Acceptance {
    round: number;
    positive: boolean;
    comment: string | null;
    defects: number[];
    authorName: string;
    givenAt: Instant;
  }

  interface Transfer extends SupplementedCase {
    requestingOrganisationName: string;
    providingOrganisationName: string;
    category: string;
    categoryName: string;
    needDescription: string;
    neededBy: Day;
    usesStateBudget: boolean;
    foreignParty: boolean;
    existingCertificate: boolean;
    attachmentDocumentId: string | null;
    expertise: string | null;
    daysAllowed: number | null;
    routeCitation: string;
    routeVerification: Verification | null;
    assessmentsAwaited: number;
    assessments: FeasibilityAssessment[];
    feasibilityComment: string | null;
    planVersion: number;
    items: Item[];
    clauses: Clause[];
    missingClauses: string[];
    planOpinions: (Opinion & { version: number })[];
    contractDocumentId: string | null;
    contractNumber: string | null;
    contractedOn: Day | null;
    registrationCompulsory: boolean | null;
    registrationDue: Day | null;
    registrationCitation: string;
    registrationVerification: Verification | null;
    registrationNumber: string | null;
    registeredOn: Day | null;
    acceptanceRound: number;
    deliveries: Delivery[];
    acceptances: Acceptance[];
  }

  interface ContractClause {
    id: string;
    name: string;
    help: string;
    mandatory: boolean;
  }

  interface TransferOptions {
    organisation: string;
    channels: { id: string; name: string; parties: Choice[]; categories: Choice[] }[];
    itemKinds: Choice[];
    clauses: ContractClause[];
  }

  /** A work item before it is one; of a template, `organisation` may be `lead` or `partner`. */
  interface PlannedWork {
    title: string;
    organisation: string;
    role: string;
    dueInWorkingDays: number;
  }

  interface WorkResult {
    round: number;
    result: string;
    document: string | null;
    byName: string | null;
    at: Instant | null;
  }

  /** Positions count from 1. */
  interface WorkItem extends PlannedWork {
    position: number;
    organisationName: string;
    roleName: string;
    state: 'planned' | 'open' | 'done' | 'rework';
    stateName: string;
    result: string | null;
    round: number;
    document: string | null;
    byName: string | null;
    doneAt: Instant | null;
    results: WorkResult[];
  }

  interface ProgressReport {
    percent: number;
    note: string | null;
    on: Day;
    byName: string;
  }

  /** What an indicator starts from. */
  interface Baseline {
    unit: string;
    baseline: number | null;
    baselineDate: Day | null;
    baselineSource: string | null;
    baselineDoubt: string | null;
  }

  interface IndicatorValue {
    value: number;
    date: Day;
    byName: string;
    enteredAt: Instant;
    document: string | null;
    replaced: unknown;
    reason: string | null;
  }

  interface Indicator extends Baseline {
    name: string;
    directionName: string;
    target: number;
    reached: boolean | null;
    values: IndicatorValue[];
  }

  interface Confirmation {
    round: number;
    positive: boolean;
    comment: string | null;
    reworkItems: number[];
    authorName: string;
    givenAt: Instant;
  }

  interface Continuation {
    decision: 'continue' | 'stop';
    comment: string | null;
    reason: string | null;
    authorName: string;
    givenAt: Instant;
  }

  interface Activity extends Case {
    agreementCode: string;
    agreementTitle: string;
    cooperationFieldName: string;
    leadOrganisation: string;
    leadOrganisationName: string;
    partnerOrganisation: string;
    partnerOrganisationName: string;
    startDate: Day;
    endDate: Day;
    programmeYear: number | null;
    planVersion: number;
    planNote: string | null;
    planOpinions: (Omit<Opinion, 'partyName'> & { version: number })[];
    workItems: WorkItem[];
    progress: ProgressReport[];
    indicator: Indicator;
    confirmations: Confirmation[];
    continuations: Continuation[];
    endReason: string | null;
  }

  interface IndicatorTemplate extends Baseline {
    name: string;
    direction: 'more' | 'less';
    target: number | null;
  }

  /** A field of cooperation with the template of its activities. */
  interface ProgrammeField extends Choice {
    workItems: PlannedWork[];
    indicators: IndicatorTemplate[];
  }

  interface AgreementInForce {
    code: string;
    title: string;
    channelName: string;
    effectiveFrom: Day;
    effectiveTo: Day;
    parties: Choice[];
    fields: ProgrammeField[];
  }

  interface ActivityOptions {
    organisation: string;
    roles: Choice[];
    agreements: AgreementInForce[];
  }

  interface CaseCount {
    kindName: string;
    organisationName: string;
    carriedOver: number;
    received: number;
    onTime: number;
    late: number;
    inProgress: number;
    withdrawn: number;
    declined: number;
  }

  interface QuarterFigures {
    cases: CaseCount[];
    activities: { standing: 'PLANNED' | 'LATE' | 'DONE' }[];
    indicators: { reached: boolean | null }[];
    support: { amount: number }[];
    technology: unknown[];
    outlook: Day;
    expiring: unknown[];
  }

  interface ReportOpinion extends Omit<Opinion, 'partyName'> {
    stage: 'review' | 'approval';
    stageName: string;
    version: number;
  }

  interface Report extends Case {
    channelName: string;
    leadOrganisationName: string;
    quarter: string;
    from: Day;
    to: Day;
    version: number;
    versions: { version: number; draft: string; sheets: string; assembledAt: Instant }[];
    opinions: ReportOpinion[];
    figures: QuarterFigures | null;
    totals: CaseCount | null;
  }

  interface ReportOptions {
    channels: { id: string; name: string }[];
    quarters: { name: string; from: Day; to: Day }[];
  }

  interface Enterprise {
    taxCode: string;
    enterpriseName: string;
    sectorName: string;
    employees: number;
    revenue: number;
    capital: number;
    womenOwned: boolean;
    socialEnterprise: boolean;
    contactName: string | null;
    contactEmail: string | null;
    contactPhone: string | null;
  }

  interface RegisteredEnterprise extends Enterprise {
    warnings: string[];
  }

  interface PillarScore {
    name: string;
    score: number;
  }

  /** The answers by question, 0 to 5. */
  type MaturityAnswers = Record<string, number>;

  interface MaturityAssessment {
    stage: 'BEFORE' | 'AFTER';
    answers: MaturityAnswers;
    pillars: PillarScore[];
    overall: number;
    levelName: string | null;
    levelCitation: string;
    levelVerification: Verification | null;
    assessorName: string;
    assessedAt: Instant;
  }

  interface Gain {
    id: string;
    name: string;
    before: number;
    after: number;
    gain: number;
  }

  /** Money in whole VND, as everywhere. */
  interface Step {
    position: number;
    title: string;
    pillarName: string;
    solution: string;
    cost: number;
    dueInWorkingDays: number;
    supportKind: string;
    supportKindName: string;
    result: string | null;
    actualCost: number | null;
    evidenceDocumentId: string | null;
    doneByName: string | null;
    doneAt: Instant | null;
  }

  interface RoadmapAnswer {
    version: number;
    decision: 'agree' | 'changes' | 'decline';
    comment: string | null;
    author: string;
    authorName: string;
    givenAt: Instant;
  }

  interface Entitlement {
    supportKind: string;
    supportKindName: string;
    known: boolean;
  }

  /** How one kind of support is reckoned; without a rate no rule says what is due. */
  interface SupportLine {
    supportKindName: string;
    eligibleCost: number;
    rate: number | null;
    cap: number | null;
    grantedBefore: number | null;
    amount: number | null;
    citation: string | null;
    verification: Verification | null;
  }

  interface SupportPreview {
    lines: SupportLine[];
    total: number;
  }

  interface Consulting extends SupplementedCase {
    enterprise: Enterprise;
    need: string;
    needCategoryName: string;
    sizeName: string | null;
    sizeCitation: string;
    sizeVerification: Verification | null;
    consultantOrganisationName: string | null;
    consultantName: string | null;
    frameworkVersion: string;
    assessments: MaturityAssessment[];
    gains: Gain[];
    roadmapVersion: number;
    steps: Step[];
    totalCost: number;
    roadmapAnswers: RoadmapAnswer[];
    entitlements: Entitlement[];
    supportDecision: 'grant' | 'refuse' | 'none' | null;
    supportComment: string | null;
    supportDecidedOn: Day;
    grants: SupportLine[];
    totalGranted: number;
    closingNote: string | null;
    otherCases: string[];
  }

  interface ConsultingOptions {
    sectors: Choice[];
    sizes: Choice[];
    needs: Choice[];
    channels: Choice[];
    supportKinds: Choice[];
    defaultChannel: string;
  }

  interface Expert {
    id: string;
    name: string;
    organisationName: string;
    skills: string[];
    skillNames: string[];
    absent: boolean;
  }

  interface Question {
    id: string;
    text: string;
    help: string;
    scale: { value: number; text: string }[];
  }

  interface Pillar {
    id: string;
    name: string;
    shortName: string;
    questions: Question[];
  }

  interface Framework {
    version: string;
    name: string;
    official: boolean;
    status: string;
    citation: string;
    effectiveFrom: Day;
    effectiveTo: Day | null;
    levels: { id: string; name: string; from: number; description: string }[];
    pillars: Pillar[];
  }

  /** One time at an element of a model; `sequence` tells what came first in the same moment. */
  interface Passage {
    element: string;
    name: string | null;
    type: string;
    startedAt: Instant;
    endedAt: Instant | null;
    cancelled: boolean;
    sequence: number;
  }

  /** An instance of a process. */
  interface Run {
    name: string;
    version: number;
    definition: string;
    startedAt: Instant;
    endedAt: Instant | null;
    passages: Passage[];
  }

  interface PathStep {
    name: string;
    byName: string | null;
    onBehalfOfName: string | null;
    organisation: string | null;
    startedAt: Instant;
    dueAt: Instant | null;
    endedAt: Instant | null;
    cancelled: boolean;
    late: boolean;
    workingDays: number | null;
    termDays: number | null;
  }

  interface Ruling {
    at: Instant;
    name: string;
    inputs: { name: string; value: unknown }[];
    outputs: { name: string; value: unknown }[];
    citation: string | null;
  }

  /** The way of a case. */
  interface CasePath {
    caseCode: string;
    kindName: string;
    title: string;
    caseStatus: number;
    caseStatusName: string;
    leadOrganisationName: string;
    openedAt: Instant;
    closedAt: Instant | null;
    processes: Run[];
    steps: PathStep[];
    clockStops: { from: Instant; to: Instant | null; workingDays: number | null }[];
    decisions: Ruling[];
    incidents: { element: string; name: string | null; at: Instant; endedAt: Instant | null }[];
  }

  /** One thing of a timeline. */
  interface Event {
    at: Instant;
    kind: string;
    what: string;
    byName: string | null;
    onBehalfOfName: string | null;
    detail: string | null;
  }

  interface FinishedCase {
    caseCode: string;
    kindName: string;
    title: string;
    organisationName: string;
    openedAt: Instant;
    closedAt: Instant;
    outcomeName: string;
  }

  interface FinishedPage {
    items: FinishedCase[];
    next: string | null;
    total: number;
    totalIsLowerBound: boolean;
  }

  interface FigureChoices {
    channels: Choice[];
    organisations: Choice[];
    kinds: Choice[];
    outcomes: Choice[];
    processes: Choice[];
  }

  /** How a step of a process was done in a period, and what waits in it now. */
  interface StepFigure {
    step: string;
    name: string;
    passages: number;
    medianDays: number | null;
    p90Days: number | null;
    termDays: number | null;
    late: number;
    open: number;
    overdue: number;
  }

  interface StepFigures {
    process: string;
    name: string;
    definition: string;
    version: number;
    versions: number[];
    steps: StepFigure[];
  }
}

declare namespace Api {
  /** What a case is counted as in a month. */
  type Measure =
    | 'received'
    | 'carriedOver'
    | 'early'
    | 'onTime'
    | 'late'
    | 'inProgress'
    | 'overdue'
    | 'paused'
    | 'withdrawn'
    | 'declined';

  type MonthCount = Record<Measure, number> & {
    organisation: string;
    organisationName: string | null;
    channel: string;
    channelName: string | null;
    kind: string;
    kindName: string | null;
    field: string | null;
    fieldName: string | null;
    rate: number | null;
  };

  interface MonthFigures {
    month: string;
    countedTo: Day;
    items: MonthCount[];
    total: MonthCount;
  }

  interface MonthCases {
    items: { caseCode: string; title: string; organisationName: string; openedAt: Instant; closedAt: Instant | null }[];
    total: number;
  }
}

declare namespace Cockpit {
  /** What a script adds to Cockpit. */
  interface Plugin {
    id: string;
    pluginPoint: string;
    priority: number;
    properties?: object;
    render(node: HTMLElement, data?: object): unknown;
    unmount?(): void;
  }
}

declare namespace Tasklist {
  /** A task in the list. */
  interface Task {
    id: string;
    _embedded?: { variable?: { name: string; value: string }[]; identityLink?: { groupId: string | null }[] };
  }

  /** What a script adds to Tasklist. */
  interface Plugin {
    id: string;
    pluginPoint: string;
    priority: number;
    properties: { label: string };
    render(node: HTMLElement, data: { taskId: string }): void;
    unmount(): void;
  }

  /** What Camunda's client sends. */
  interface Call {
    headers?: Record<string, string>;
    done(failure: { status?: number } | null, ...rest: unknown[]): void;
  }

  /** Camunda's form, as Tasklist hands it to the script of an embedded form. */
  interface CamForm {
    taskId?: string;
    processDefinitionId?: string;
    storePrevented?: boolean;
    formElement: { 0: HTMLElement; scope(): Scope };
    submitPrevented: boolean;
    variableManager: {
      createVariable(variable: { name: string; type: string; value: unknown }): void;
      fetchVariable(name: string): void;
      destroyVariable(name: string): void;
      variableValue(name: string, value?: unknown): any;
    };
    on(event: string, handler: (...args: any[]) => void): void;
  }

  /** A scope of AngularJS, with what the page keeps in it. */
  interface Scope {
    $apply(apply: () => void): void;
    $broadcast(event: string, ...details: unknown[]): void;
    $on(event: string, listener: (...details: any[]) => void): void;
    $watch(value: string | (() => unknown), changed: (now: any, before: any) => void): () => void;
    [name: string]: any;
  }
}

/** What a custom script of a web application may still change before Angular starts it. */
declare namespace Angular {
  interface Module {
    config(block: [...services: string[], block: (...services: any[]) => void]): Module;
    run(block: [...services: string[], block: (...services: any[]) => void]): Module;
    filter(name: string, make: () => (...values: any[]) => unknown): Module;
    directive(name: string, make: () => { restrict: string; link: (scope: Tasklist.Scope, element: HTMLElement[]) => void }): Module;
  }

  interface Provide {
    decorator(name: string, decorator: [...services: string[], decorator: (...services: any[]) => unknown]): void;
  }

  interface TranslateProvider {
    preferredLanguage(key: string): void;
    fallbackLanguage(key: string): void;
    translations(key: string, labels: Record<string, string>): void;
  }

  interface Translate {
    refresh(key: string): void;
  }

  interface Locale {
    id: string;
    DATETIME_FORMATS: object;
    NUMBER_FORMATS: object;
  }

  interface Promises {
    resolve<T>(value: T): Promise<T>;
  }

  interface LabelFile {
    dateLocales: object;
    labels: Record<string, string>;
  }

  interface LabelOptions {
    key: string;
    callback(error: unknown, file: LabelFile | undefined, key: string): void;
  }
}

interface Window {
  angular: {
    element(item: Element | string): { 0: Element; html(): string; scope(): Tasklist.Scope | undefined; injector(): any };
    module(name: string): Angular.Module;
  };
  LienKetForms: Record<string, unknown>;
  /** RequireJS, until the application has started. */
  require: { config?(settings: object): void };
}

/** What the pages' own script draws, as the server writes it, and Chart.js as far as it is used. */
declare namespace Charts {
  interface Data {
    unit: string;
    min: number | null;
    max: number | null;
    reverse: boolean;
    label: string;
    points: { day: Api.Day; value: number }[];
    lines: { label: string; value: number }[];
  }

  interface Axis {
    ticks: { value: number }[];
  }

  interface Shown {
    parsed: { x: number; y: number };
  }

  interface Maker {
    new (canvas: HTMLCanvasElement, configuration: object): unknown;
    defaults: { font: object };
  }
}

declare var Chart: Charts.Maker | undefined;
