// Small comforts; every page works without them.
'use strict';

// htmx posts as forms do: with the token against foreign pages.
document.addEventListener('htmx:configRequest', event => {
  const token = document.querySelector('meta[name="csrf"]');
  if (token) event.detail.headers[token.dataset.header] = token.content;
});

const scrollThread = () => {
  const thread = document.getElementById('thread');
  if (thread) thread.scrollTop = thread.scrollHeight;
};
scrollThread();
document.addEventListener('htmx:afterSwap', scrollThread);

// Demo accounts fill the form.
document.querySelectorAll('[data-account]').forEach(button => button.addEventListener('click', () => {
  const form = document.querySelector('form[action$="/login"]');
  form.username.value = button.dataset.account;
  form.password.value = 'demo';
  form.requestSubmit();
}));

// Filters close each other, and close when something else is clicked.
const openDetails = '.facet[open], .menu[open]';
document.addEventListener('click', event => document.querySelectorAll(openDetails).forEach(details => {
  if (!details.contains(event.target)) details.open = false;
}));
document.querySelectorAll('[data-filters]').forEach(form => {
  let changed = false;
  form.addEventListener('change', event => { changed ||= event.target.type !== 'search'; });
  form.querySelectorAll('details.facet').forEach(facet => facet.addEventListener('toggle', () => { if (!facet.open && changed) form.requestSubmit(); }));
  form.addEventListener('submit', () => form.querySelectorAll('input').forEach(input => { if (!input.value) input.disabled = true; }));
});

// One tick marks the page, and shows whether it is marked; the whole list is meant only as long as it is.
const marks = [...document.querySelectorAll('input[form="bulk"]')];
const all = document.querySelector('[data-mark-all]');
const whole = document.querySelector('input[name="whole"]');
const settle = () => {
  const marked = marks.filter(mark => mark.checked).length;
  all.checked = marked > 0 && marked === marks.length;
  all.indeterminate = marked > 0 && !all.checked;
  if (whole && !all.checked) whole.checked = false;
};
if (all) {
  all.addEventListener('change', () => { marks.forEach(mark => { mark.checked = all.checked; }); settle(); });
  marks.forEach(mark => mark.addEventListener('change', settle));
}

// Suggestions below the search box, for the word that is being typed.
const box = document.getElementById('q');
if (box) {
  const list = document.getElementById('suggestions');
  let waiting;
  const suggest = async () => {
    const word = box.value.slice(0, box.selectionStart).split(/\s/).pop();
    list.hidden = true;
    if (!word) return;
    const answer = await fetch(box.dataset.suggest + '?word=' + encodeURIComponent(word));
    if (!answer.ok) return;
    const words = await answer.json();
    list.replaceChildren(...words.map(text => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = text;
      button.addEventListener('click', () => {
        const at = box.selectionStart;
        const before = box.value.slice(0, at - word.length) + text;
        box.value = before + (text.endsWith(':') ? '' : ' ') + box.value.slice(at);
        box.focus();
        list.hidden = true;
        if (text.endsWith(':')) suggest();
      });
      return button;
    }));
    list.hidden = words.length === 0;
  };
  box.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(suggest, 150); });
  box.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' && !list.hidden) { event.preventDefault(); list.firstElementChild.focus(); }
    if (event.key === 'Escape') list.hidden = true;
  });
  list.addEventListener('keydown', event => {
    const next = event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null;
    if (next && document.activeElement[next]) { event.preventDefault(); document.activeElement[next].focus(); }
    if (event.key === 'Escape') { list.hidden = true; box.focus(); }
  });
}

// Keys, where nothing is being typed.
const help = document.getElementById('help');
document.querySelectorAll('[data-help]').forEach(button => button.addEventListener('click', () => help.showModal()));
let going = false;
const rows = () => [...document.querySelectorAll('table.tickets tbody tr')];
const move = step => {
  const list = rows();
  if (!list.length) return;
  const at = list.findIndex(row => row.classList.contains('here'));
  list.forEach(row => row.classList.remove('here'));
  const row = list[Math.max(0, Math.min(list.length - 1, at + step))];
  row.classList.add('here');
  row.querySelector('a.reference').focus();
};
const mark = () => {
  const row = document.querySelector('tr.here input[form="bulk"]');
  if (row) row.click();
};
const keys = {
  '?': () => help && help.showModal(),
  '/': () => box && box.focus(),
  'n': () => { const button = document.querySelector('[data-new]'); if (button) button.click(); },
  'j': () => move(1),
  'k': () => move(-1),
  'x': mark,
};
document.addEventListener('keydown', event => {
  if (event.target.closest('input:not([type="checkbox"]), textarea, select, dialog') || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') document.querySelectorAll(openDetails).forEach(details => { details.open = false; });
  if (going) {
    going = false;
    const link = document.querySelector('.main-nav [data-key="' + CSS.escape(event.key) + '"]');
    if (link) { event.preventDefault(); link.click(); }
  } else if (event.key === 'g') {
    going = true;
  } else if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});

// A step shows the fields of its kind.
document.querySelectorAll('fieldset.step').forEach(step => {
  const kind = step.querySelector('[data-kind]');
  const show = opened => {
    step.querySelectorAll('[data-of]').forEach(field => { field.hidden = kind.value !== '' && !field.dataset.of.split(' ').includes(kind.value); });
    if (opened) step.querySelector('details').open = kind.value !== '';
  };
  kind.addEventListener('change', () => show(true));
  show(false);
});

// A dynamic field goes where the cursor was.
let written = null;
document.querySelectorAll('[data-automation]').forEach(form => {
  form.addEventListener('focusin', event => { if (event.target.matches('textarea, input[name$=".title"], input[name$=".category"], input[name$=".reference"]')) written = event.target; });
  form.querySelectorAll('[data-field]').forEach(button => button.addEventListener('click', () => {
    if (!written) return;
    written.setRangeText('%%' + button.dataset.field + '%%', written.selectionStart, written.selectionEnd, 'end');
    written.focus();
    written.dispatchEvent(new Event('input', { bubbles: true }));
  }));
});
