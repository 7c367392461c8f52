'use strict';
(() => {
  const bar = document.querySelector('.filter');
  if (!bar) return;
  const text = bar.querySelector('[type=search]'), rule = bar.querySelector('select'), count = bar.querySelector('output');
  const kinds = [...bar.querySelectorAll('[type=checkbox]')], files = [...document.querySelectorAll('details.file')];

  function apply() {
    const part = text.value.trim().toLowerCase(), shown = new Set(kinds.filter(kind => kind.checked).map(kind => kind.value));
    let visible = 0;
    for (const file of files) {
      const rules = file.dataset.rules.split(' ');
      file.hidden = !(shown.has(file.dataset.kind) && (!rule.value || rules.includes(rule.value))
        && file.querySelector('.path').textContent.toLowerCase().includes(part));
      if (!file.hidden) visible++;
      for (const finding of file.querySelectorAll('[data-rule]')) finding.hidden = rule.value !== '' && finding.dataset.rule !== rule.value;
    }
    count.textContent = visible === files.length ? `${files.length} files` : `${visible} of ${files.length} files`;
  }

  for (const cell of document.querySelectorAll('[data-show]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = cell.textContent;
    button.title = `Show the files that break ${cell.dataset.show}`;
    button.addEventListener('click', () => {
      rule.value = cell.dataset.show;
      apply();
      for (const file of files) if (!file.hidden) file.open = true;
      bar.scrollIntoView();
    });
    cell.replaceChildren(button);
  }
  bar.addEventListener('input', apply);
  bar.hidden = false;
  apply();
})();
