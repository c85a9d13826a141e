import assert from 'node:assert/strict';
import { register } from 'node:module';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';

register('./web-modules.js', import.meta.url);
const { configuration, drawAll } = await import('../../main/resources/META-INF/resources/webjars/lienket/charts.js');

const data = {
  unit: 'hạng',
  min: 1,
  max: null,
  reverse: true,
  label: 'Đã đo',
  points: [
    { day: '2026-03-31', value: 18 },
    { day: '2026-06-30', value: 16.5 },
  ],
  lines: [
    { label: 'Mục tiêu', value: 1500 },
    { label: 'Giá trị gốc', value: 19 },
  ],
};

test('a curve is drawn over days and its lines from the first to the last', () => {
  const { data: drawn, options } = configuration(data);
  const [curve, target, baseline] = drawn.datasets;

  assert.equal(curve.data[1].x - curve.data[0].x, 91);
  assert.deepEqual(target.data.map(({ y }) => y), [1500, 1500]);
  assert.deepEqual(target.data.map(({ x }) => x), curve.data.map(({ x }) => x));
  assert.equal(target.label, 'Mục tiêu: 1.500 hạng');
  assert.notDeepEqual(target.borderDash, baseline.borderDash);
  assert.ok(options.scales.y.reverse);
  assert.equal(options.scales.y.min, 1);
  assert.ok(!('max' in options.scales.y));
});

test('days and numbers are written as people write them', () => {
  const { options } = configuration(data);
  const axis = { ticks: [] };
  options.scales.x.afterBuildTicks(axis);

  assert.deepEqual(axis.ticks.map(({ value }) => options.scales.x.ticks.callback(value)), ['31/03/2026', '30/06/2026']);
  assert.equal(options.scales.y.ticks.callback(16.5), '16,5');
  const shown = { datasetIndex: 0, parsed: { x: axis.ticks[1].value, y: 16.5 } };
  assert.deepEqual(options.plugins.tooltip.callbacks.title([shown]), ['30/06/2026']);
  assert.equal(options.plugins.tooltip.callbacks.label(shown), '16,5 hạng');
  assert.ok(!options.plugins.tooltip.filter({ datasetIndex: 1 }));
});

test('one value stands between two ends', () => {
  const { options } = configuration({ ...data, max: 100, points: data.points.slice(0, 1) });
  assert.equal(options.scales.x.max - options.scales.x.min, 30);
  assert.equal(options.scales.y.max, 100);
});

test('every chart of a page is drawn and then shown', () => {
  const { window } = new JSDOM(
    '<div hidden><canvas></canvas></div><div hidden><canvas></canvas></div><canvas id="other"></canvas>'
  );
  globalThis.HTMLCanvasElement = window.HTMLCanvasElement;
  const places = [...window.document.querySelectorAll('div')];
  places.forEach((place) => place.firstChild.setAttribute('data-chart', JSON.stringify(data)));
  const drawn = [];
  drawAll(
    window.document,
    class {
      static defaults = { font: {} };

      constructor(canvas) {
        drawn.push(canvas);
      }
    }
  );
  assert.deepEqual(drawn, places.map((place) => place.firstChild));
  assert.ok(places.every((place) => !place.hidden));
});
