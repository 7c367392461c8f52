'use strict';
(() => {
  const WIDTH = 1000, HEIGHT = 200, SVG = 'http://www.w3.org/2000/svg';
  const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];

  const known = value => !Number.isNaN(value);
  const format = (value, digits = 0) => value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const two = value => String(value).padStart(2, '0');
  function duration(seconds) {
    const all = Math.round(seconds), hours = Math.floor(all / 3600), minutes = Math.floor(all / 60) % 60;
    return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
  }
  const distance = meters => meters < 1000 ? `${format(meters)} m` : `${format(meters / 1000, 2)} km`;
  const pace = speed => speed > 1 ? duration(3600 / speed) : '–';

  // Each number is the difference to the last known one.
  function decode(column) {
    let sum = 0;
    return column && column.steps.map(step => step === null ? NaN : (sum += step) / column.scale);
  }

  function niceStep(least, isTime) {
    if (isTime) return SECONDS.find(step => step >= least) ?? least;
    const power = 10 ** Math.floor(Math.log10(least));
    return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= least * (1 - 1e-9));
  }

  function start(article, section) {
    const raw = JSON.parse(section.querySelector('.data').textContent);
    const columns = { t: decode(raw.t), d: decode(raw.d) }, x = decode(raw.x), y = decode(raw.y);
    const traces = raw.traces.map(trace => {
      const element = section.querySelector(`[data-key=${trace.key}]`);
      return {
        ...trace, values: decode(trace.v), low: +element.dataset.low, high: +element.dataset.high,
        path: element.querySelector('.line, .area'), output: element.querySelector('output'),
      };
    });
    const stack = section.querySelector('.stack'), plot = section.querySelector('.lines'), place = section.querySelector('.place');
    const cursor = section.querySelector('.cursor'), band = section.querySelector('.band'), figures = section.querySelector('.selection');
    const zoom = section.querySelector('.zoom'), all = section.querySelector('.all'), axis = section.querySelector('.axis svg');
    const route = article.querySelector('.route svg'), dot = route?.querySelector('.dot'), picked = route?.querySelector('.picked');
    const hint = place.textContent, end = columns.t.length - 1;
    let by = raw.time ? 't' : 'd', first = 0, last = end, at = -1, selection = null, anchor = null;

    const share = row => (columns[by][row] - columns[by][first]) / (columns[by][last] - columns[by][first]);
    const show = (trace, value) => !known(value) ? '–' : trace.pace ? pace(value) : format(value, trace.digits);

    function rowAt(clientX) {
      const box = plot.getBoundingClientRect(), values = columns[by];
      const value = values[first] + Math.min(1, Math.max(0, (clientX - box.left) / box.width)) * (values[last] - values[first]);
      let low = first, high = last;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (values[middle] < value) low = middle + 1; else high = middle;
      }
      return low > first && value - values[low - 1] < values[low] - value ? low - 1 : low;
    }

    // As the page draws it: one point per pixel, or two where the values of a pixel differ; gaps stay empty.
    function pathOf(trace) {
      const area = trace.key === 'altitude', parts = [], level = row => Math.round(HEIGHT * (1 - Math.min(1, Math.max(0, (trace.values[row] - trace.low) / (trace.high - trace.low)))));
      let open = null, column = 0;
      const close = () => { if (open !== null && area) parts.push(`V${HEIGHT}H${open}Z`); else if (open === column) parts.push(`H${column + 1}`); open = null; };
      for (let row = first; row <= last;) {
        if (!known(trace.values[row])) { close(); row++; continue; }
        if (row > first && raw.time && columns.t[row] - columns.t[row - 1] > raw.gap) close();
        column = Math.floor(share(row) * WIDTH);
        let lowest = row, highest = row, begin = row;
        while (row <= last && known(trace.values[row]) && Math.floor(share(row) * WIDTH) === column && (row === begin || !raw.time || columns.t[row] - columns.t[row - 1] <= raw.gap)) {
          if (trace.values[row] < trace.values[lowest]) lowest = row;
          if (trace.values[row] > trace.values[highest]) highest = row;
          row++;
        }
        parts.push(`${open === null ? 'M' : 'L'}${column} ${level(Math.min(lowest, highest))}`);
        open ??= column;
        if (level(lowest) !== level(highest)) parts.push(`L${column} ${level(Math.max(lowest, highest))}`);
      }
      close();
      return parts.join('');
    }

    function draw() {
      for (const trace of traces) trace.path.setAttribute('d', pathOf(trace));
      for (const mark of section.querySelectorAll('[data-row]')) {
        const where = share(+mark.dataset.row), visible = where >= 0 && where <= 1;
        mark.style.display = visible ? '' : 'none';
        if (visible && mark.tagName === 'path') mark.setAttribute('d', `M${where * WIDTH} 0V${HEIGHT}`);
        else if (visible) mark.setAttribute('x', `${where * 100}%`);
      }
      const values = columns[by], span = values[last] - values[first], step = niceStep(span / 8, by === 't');
      axis.replaceChildren();
      for (let tick = Math.ceil(values[first] / step) * step; tick <= values[last]; tick += step) {
        const text = document.createElementNS(SVG, 'text');
        text.setAttribute('x', `${100 * (tick - values[first]) / span}%`);
        text.setAttribute('y', 14);
        text.textContent = by === 't' ? duration(tick) : `${+(tick / 1000).toFixed(2)} km`;
        axis.append(text);
      }
      moveTo(at);
      showBand();
    }

    const left = row => plot.getBoundingClientRect().left - stack.getBoundingClientRect().left + share(row) * plot.getBoundingClientRect().width;

    function moveTo(row) {
      at = row;
      const visible = row >= first && row <= last;
      cursor.hidden = !visible;
      if (visible) cursor.style.left = `${left(row)}px`;
      for (const trace of traces) trace.output.textContent = visible ? show(trace, trace.values[row]) : '';
      place.textContent = visible
        ? [raw.time && duration(columns.t[row]), columns.d[end] > 0 && distance(columns.d[row])].filter(Boolean).join(' · ') : hint;
      if (dot) {
        const seen = visible && x && known(x[row]);
        dot.setAttribute('cx', seen ? x[row] : -20);
        dot.setAttribute('cy', seen ? y[row] : -20);
      }
    }

    function showBand() {
      band.hidden = !selection;
      if (!selection) return;
      const from = Math.max(first, selection[0]), to = Math.min(last, selection[1]);
      band.hidden = from > to;
      band.style.left = `${left(from)}px`;
      band.style.width = `${left(to) - left(from)}px`;
    }

    function measure([from, to]) {
      let seconds = 0, climb = 0, valley = NaN;
      const sums = traces.map(() => ({ sum: 0, weight: 0, most: -Infinity }));
      for (let row = from; row <= to; row++) {
        const step = row > from ? columns.t[row] - columns.t[row - 1] : 0, weight = raw.time ? (step <= raw.gap ? step : 0) : 1;
        seconds += weight;
        traces.forEach((trace, i) => {
          const value = trace.values[row];
          if (!known(value)) return;
          sums[i].sum += value * weight; sums[i].weight += weight; sums[i].most = Math.max(sums[i].most, value);
          if (trace.key === 'altitude') {
            if (value - valley >= 2) { climb += value - valley; valley = value; }
            else if (!(value >= valley)) valley = value;
          }
        });
      }
      const way = columns.d[to] - columns.d[from], list = [];
      if (raw.time) list.push(['Time', duration(columns.t[to] - columns.t[from])]);
      if (way > 0) list.push(['Distance', distance(way)]);
      traces.forEach((trace, i) => {
        const { sum, weight, most } = sums[i];
        if (most === -Infinity) return;
        if (trace.key === 'altitude') list.push(['Climb', `${format(climb)} m`]);
        else if (trace.key === 'speed') list.push([trace.title, `${show(trace, raw.time && way > 0 && seconds > 0 ? 3.6 * way / seconds : sum / weight)} ${trace.unit}`]);
        else if (weight > 0) list.push([trace.title, `${show(trace, sum / weight)} ${trace.unit}, max. ${show(trace, most)}`]);
      });
      return list;
    }

    function select(range) {
      selection = range && range[0] !== range[1] ? [Math.min(...range), Math.max(...range)] : null;
      showBand();
      zoom.hidden = !selection;
      figures.hidden = !selection;
      figures.replaceChildren(...(selection ? measure(selection) : []).map(([name, value]) => {
        const pair = document.createElement('div'), term = document.createElement('dt'), text = document.createElement('dd');
        term.textContent = name; text.textContent = value;
        pair.append(term, text);
        return pair;
      }));
      for (const row of article.querySelectorAll('.picked-row')) row.classList.remove('picked-row');
      if (!picked) return;
      let path = '', open = false;
      for (let row = selection ? selection[0] : 1; row <= (selection ? selection[1] : 0); row++) {
        if (known(x[row])) { path += `${open ? 'L' : 'M'}${x[row]} ${y[row]}`; open = true; } else open = false;
      }
      picked.setAttribute('d', path);
    }

    stack.addEventListener('pointerdown', event => {
      if (event.button !== 0 || event.target.closest('a')) return;
      anchor = { row: rowAt(event.clientX), x: event.clientX };
      stack.setPointerCapture(event.pointerId);
    });
    stack.addEventListener('pointermove', event => {
      const row = rowAt(event.clientX);
      moveTo(row);
      if (anchor && Math.abs(event.clientX - anchor.x) > 3) select([anchor.row, row]);
    });
    stack.addEventListener('pointerup', event => {
      if (anchor && Math.abs(event.clientX - anchor.x) <= 3) select(null);
      anchor = null;
    });
    stack.addEventListener('pointercancel', () => { anchor = null; });
    stack.addEventListener('pointerleave', () => { if (!anchor) moveTo(-1); });
    stack.addEventListener('dblclick', () => showRange(0, end));
    stack.addEventListener('keydown', event => {
      const step = Math.max(1, Math.round((last - first) / 100)), from = at < 0 ? first : at;
      const target = { ArrowLeft: from - step, ArrowRight: from + step, Home: first, End: last }[event.key];
      if (target !== undefined) {
        const row = Math.min(last, Math.max(first, target));
        if (event.shiftKey) select([selection && from === selection[0] ? selection[1] : selection ? selection[0] : from, row]);
        moveTo(row);
        event.preventDefault();
      } else if (event.key === 'Escape') { select(null); showRange(0, end); }
    });

    function showRange(from, to) {
      [first, last] = [from, to];
      all.hidden = from === 0 && to === end;
      draw();
    }
    zoom.addEventListener('click', () => { const range = selection; select(null); showRange(...range); });
    all.addEventListener('click', () => showRange(0, end));
    for (const button of section.querySelectorAll('[data-axis]')) {
      button.addEventListener('click', () => {
        by = button.dataset.axis;
        for (const other of section.querySelectorAll('[data-axis]')) other.setAttribute('aria-pressed', other === button);
        draw();
      });
    }
    for (const row of article.querySelectorAll('[data-from]')) {
      row.tabIndex = 0;
      const choose = () => {
        const range = [+row.dataset.from, +row.dataset.to];
        showRange(0, end);
        select(range);
        row.classList.add('picked-row');
      };
      row.addEventListener('click', choose);
      row.addEventListener('keydown', event => { if (event.key === 'Enter') choose(); });
    }
    route?.addEventListener('pointermove', event => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(route.getScreenCTM().inverse());
      let nearest = -1, least = 900;
      for (let row = first; row <= last; row++) {
        const square = (x[row] - point.x) ** 2 + (y[row] - point.y) ** 2;
        if (square < least) [nearest, least] = [row, square];
      }
      moveTo(nearest);
    });
    route?.addEventListener('pointerleave', () => moveTo(-1));
    new ResizeObserver(() => { moveTo(at); showBand(); }).observe(stack);
    section.querySelector('.toolbar').hidden = false;
    section.classList.add('ready');
    article.classList.add('traces-ready');
  }

  for (const article of document.querySelectorAll('article')) {
    const section = article.querySelector('.traces');
    if (section) start(article, section);
  }
})();
