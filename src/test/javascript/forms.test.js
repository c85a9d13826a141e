import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { activity, agreement, answers, consulting, paper, report, transfer } from './samples.js';
import { answer, forms, load, open, OpenForm } from './tasklist.js';

const CASES = { agreement, paper: transfer, programme: activity, report, transfer, consulting };
const PIECES = { transferItem: 1, roadmapStep: 0, workItem: 1, signingId: paper.signing.id };

/** What the scripts in forms call that were deployed before the modules prepared them. */
const CALLED_EARLIER = {
  agreement: 'earlierRounds fileToSign header lastRound signatures summary versions',
  consulting: 'assessment clockStops contact costs documents enterprise experts gains grants header need results roadmap roadmapAnswers step support taxCodeProblem taxCodeWarning warning',
  transfer: 'acceptances assessments clockStops contract deliveries documents editable header item missing plan planOpinions registration request route suggested toAccept written',
  maturity: 'inForce standing',
  roadmap: 'watchCosts weakest',
};

before(async () => {
  await load('forms');
  answer(answers);
});

describe('every embedded form', () => {
  for (const { module, file, name, script } of forms()) {
    test(`${module}/${file}`, async () => {
      assert.equal(file, `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.html`);
      assert.match(script, new RegExp(`^LienKetForms\\.bind\\(camForm, \\[[^\\]]*], LienKetForms\\.${module}\\.${name}\\);$`));
      assert.equal(typeof window.LienKetForms[module][name], 'function');

      const form = await open(`${module}/${file}`, { caseCode: CASES[module]?.caseCode, ...PIECES }).prepared();

      assert.deepEqual(form.notices, []);
      if (form.control('caseCode')) {
        return;
      }
      if (!name.startsWith('start')) {
        assert.ok(form.slot('case').startsWith(`${CASES[module].title}${CASES[module].caseCode}`), form.slot('case'));
      }
      assert.doesNotMatch(form.element.textContent, /undefined|null|NaN|\[object/);
      assert.equal(form.changed, false, 'nothing is kept that nobody typed');
      assert.equal(form.sent('caseCode'), undefined, 'what is only read is not sent back');
    });
  }
});

test('a form of a case that began earlier brings all of its script', async () => {
  const form = new OpenForm(
    `<form name="checkRequest"><div data-slot="case"></div><div data-earlier hidden></div><div data-slot="earlier"></div>
      <div data-field="requestComment"><label>Ý kiến</label><textarea></textarea></div>
      <script cam-script type="text/form-script">
        LienKetForms.bind(camForm, ['caseCode'], async (form, { caseCode }) => {
          const { element, get, transfer: show } = LienKetForms;
          const transfer = await get(\`/transfer-requests/\${caseCode}\`);
          form.fill('case', show.header(transfer));
          form.element.querySelector('[data-earlier]').hidden = !transfer.requestComment;
          form.fill('earlier', element('p', { class: 'lk-comment' }, transfer.requestComment), show.clockStops(transfer));
        });
      </script></form>`,
    { caseCode: transfer.caseCode },
    {}
  );
  await form.prepared();
  assert.deepEqual(form.notices, []);
  assert.match(form.slot('case'), /Trung tâm điều hành/);
  assert.match(form.slot('earlier'), /Thiếu hiện trạngCác lần dừng tính thời hạn/);
  for (const name of ['find', 'post', 'download', 'money']) {
    assert.equal(typeof window.LienKetForms[name], 'function');
  }
  for (const [module, names] of Object.entries(CALLED_EARLIER)) {
    for (const name of names.split(' ')) {
      assert.equal(typeof window.LienKetForms[module][name], 'function', `${module}.${name}`);
    }
  }
});

test('a form that cannot be prepared says why', async () => {
  const form = await open('transfer/check-request.html', { caseCode: 'H00-000000-0000' }).prepared();
  assert.deepEqual(form.notices, ['Không có /api/v1/transfer-requests/H00-000000-0000.']);
});
