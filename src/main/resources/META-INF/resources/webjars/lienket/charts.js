/** Draws every `<canvas data-chart>` of a page with Chart.js, which the page has loaded before. The table below each says the same. */

const DAY = 86_400_000;
/** Days on each side of a curve that is one point. */
const AROUND = 15;
const RADIUS = 4;
const CURVE = '#0b5cad';
/** One colour and one kind of dashes for each line, so that colour alone tells nothing. */
const LINES = [
  { borderColor: '#2b6b1f', borderDash: [8, 4] },
  { borderColor: '#7a4b00', borderDash: [2, 4] },
];

/** The page's own. */
const FONT = { family: 'system-ui, "Segoe UI", Roboto, sans-serif', size: 13 };

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/**
 * What Chart.js is told, from what the server wrote into the attribute.
 *
 * @param {Charts.Data} data
 */
export function configuration(data) {
  const points = data.points.map(({ day, value }) => ({ x: Date.parse(day) / DAY, y: value }));
  const days = points.map(({ x }) => x);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const around = first === last ? AROUND : 0;
  const [begin, end] = [first - around, last + around];
  return {
    type: 'line',
    data: {
      datasets: [
        {
          label: data.label,
          data: points,
          borderColor: CURVE,
          backgroundColor: CURVE,
          pointRadius: RADIUS,
          clip: 2 * RADIUS,
        },
        ...data.lines.map(({ label, value }, index) => ({
          label: `${label}: ${NUMBER.format(value)} ${data.unit}`,
          data: [
            { x: begin, y: value },
            { x: end, y: value },
          ],
          pointRadius: 0,
          pointHitRadius: 0,
          borderWidth: 2,
          ...LINES[index % LINES.length],
        })),
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: {
          type: 'linear',
          min: begin,
          max: end,
          /** The days of the values, not round numbers of days since 1970. @param {Charts.Axis} axis */
          afterBuildTicks: (axis) => {
            Object.assign(axis, { ticks: [...new Set(days)].map((value) => ({ value })) });
          },
          ticks: { maxRotation: 0, callback: dayOf },
        },
        y: {
          reverse: data.reverse,
          ...(data.min === null ? {} : { min: data.min }),
          ...(data.max === null ? {} : { max: data.max }),
          title: { display: true, text: data.unit },
          ticks: { callback: numberOf },
        },
      },
      plugins: {
        legend: { position: 'bottom', labels: { boxHeight: 1 } },
        tooltip: {
          /** @param {{ datasetIndex: number }} item */
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            /** @param {Charts.Shown[]} items */
            title: (items) => items.slice(0, 1).map(({ parsed }) => dayOf(parsed.x)),
            /** @param {Charts.Shown} item */
            label: ({ parsed }) => `${numberOf(parsed.y)} ${data.unit}`,
          },
        },
      },
    },
  };
}

/** @param {number} day since 1970 */
function dayOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10).split('-').reverse().join('/');
}

/** @param {number} value */
function numberOf(value) {
  return NUMBER.format(value);
}

/**
 * Draws the charts under an element; their places are hidden until then.
 *
 * @param {ParentNode} root
 * @param {Charts.Maker} Chart
 */
export function drawAll(root, Chart) {
  Object.assign(Chart.defaults.font, FONT);
  for (const canvas of root.querySelectorAll('canvas[data-chart]')) {
    if (canvas instanceof HTMLCanvasElement && canvas.parentElement) {
      canvas.parentElement.hidden = false;
      new Chart(canvas, configuration(JSON.parse(canvas.dataset.chart || '')));
    }
  }
}

if (globalThis.Chart) {
  drawAll(document, globalThis.Chart);
}
