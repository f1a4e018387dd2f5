// Draws each table that asks for it: its rows are the labels, its columns with values the series. The table stays for those who read.
'use strict';

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const series = table => {
  const rows = [...table.tBodies[0].rows].filter(row => row.querySelector('[data-value]'));
  const heads = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent);
  const labels = rows.map(row => row.cells[0].textContent);
  const columns = heads.map((head, at) => ({ label: head, data: rows.map(row => row.cells[at + 1].dataset.value).filter(value => value !== undefined).map(Number) }));
  return { labels, datasets: columns.filter(column => column.data.length) };
};

const draw = () => document.querySelectorAll('table[data-chart]').forEach(table => {
  const line = table.dataset.chart === 'line';
  const { labels, datasets } = series(table);
  if (!labels.length) return;
  const frame = document.createElement('div');
  frame.className = 'chart-frame';
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  frame.append(canvas);
  table.before(frame);
  const shades = ['--accent', '--soft'].map(colour);
  const axis = { ticks: { color: colour('--soft'), precision: 0 }, grid: { color: colour('--line') }, beginAtZero: true };
  const named = { ticks: { color: colour('--soft') }, grid: { display: false } };
  new Chart(canvas, {
    type: table.dataset.chart,
    data: { labels, datasets: datasets.map((each, at) => ({ ...each, backgroundColor: shades[at], borderColor: shades[at], borderWidth: line ? 2 : 0, borderRadius: 4, tension: .3, maxBarThickness: 26 })) },
    options: { animation: false, maintainAspectRatio: false, indexAxis: line ? 'x' : 'y', plugins: { legend: { display: line, labels: { color: colour('--ink') } } }, scales: line ? { x: named, y: axis } : { x: axis, y: named } },
  });
});
draw();
