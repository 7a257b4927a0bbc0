// Sets two to four practices or places side by side. Their columns are in scripts, a few in each, because a page
// opened from a folder may load scripts but fetch nothing.
(function () {
  'use strict';
  var form = document.getElementById('compare.form');
  if (!form) return;
  var boxes = Array.prototype.slice.call(form.querySelectorAll('[name="p"]'));
  var status = document.getElementById('compare.status');
  var result = document.getElementById('compare.result');
  var columns = Object.create(null), labels = Object.create(null);
  var least = 2, most = 4;
  form.hidden = false;

  window.exemplarCompare = function (file) {
    Object.keys(file.columns).forEach(function (id) {
      columns[id] = file.columns[id];
      labels[id] = file;
    });
  };

  function load(box, done) {
    if (columns[box.value]) return done(true);
    var script = document.createElement('script');
    script.src = box.getAttribute('data-script');
    script.onload = function () { done(Boolean(columns[box.value])); };
    script.onerror = function () { done(false); };
    document.head.appendChild(script);
  }

  function isPlace(id) { return id.indexOf('places/') === 0; }

  function element(name, text, attributes) {
    var node = document.createElement(name);
    if (text) node.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    return node;
  }

  function draw(chosen) {
    var picked = chosen.map(function (box) { return columns[box.value]; });
    var table = element('table', '', { 'class': 'side-by-side' });
    var head = element('tr');
    head.appendChild(element('th', form.getAttribute('data-item'), { scope: 'col' }));
    picked.forEach(function (column) {
      var cell = element('th', '', { scope: 'col' });
      cell.appendChild(element('a', column.title, { href: column.href }));
      cell.appendChild(document.createTextNode(' '));
      cell.appendChild(element('span', column.note, { 'class': 'kind' }));
      if (column.proposed) cell.appendChild(element('span', column.proposed, { 'class': 'tag' }));
      head.appendChild(cell);
    });
    table.appendChild(element('thead')).appendChild(head);
    var body = table.appendChild(element('tbody'));
    var told = labels[chosen[0].value];
    told.rows.forEach(function (label, index) {
      var line = body.appendChild(element('tr'));
      line.appendChild(element('th', label, { scope: 'row' }));
      picked.forEach(function (column) {
        var value = column.rows[index];
        var cell = line.appendChild(element('td', '', { 'data-column': column.title }));
        cell.appendChild(element('span', told.states[value.state], { 'class': 'state ' + value.state }));
        value.lines.forEach(function (html) { cell.appendChild(element('p')).innerHTML = html; });
      });
    });
    result.textContent = '';
    result.appendChild(table);
    result.hidden = false;
  }

  function show() {
    var chosen = boxes.filter(function (box) { return box.checked; });
    var isAboutPlaces = chosen.length > 0 && isPlace(chosen[0].value);
    // Places stand beside places, practices beside practices, and no more than fit.
    boxes.forEach(function (box) {
      box.disabled = !box.checked && chosen.length > 0 && (chosen.length >= most || isPlace(box.value) !== isAboutPlaces);
    });
    try {
      var query = chosen.length ? '?p=' + chosen.map(function (box) { return box.value; }).join(',') : '';
      history.replaceState(null, '', location.pathname.split('/').pop() + query);
    } catch (error) { /* Some browsers refuse it for files; the choice still stands in the form. */ }
    if (chosen.length < least) {
      result.hidden = true;
      status.textContent = form.getAttribute('data-limit');
      return;
    }
    var left = chosen.length;
    var failed = [];
    chosen.forEach(function (box) {
      load(box, function (isLoaded) {
        if (!isLoaded) failed.push(box.getAttribute('data-script'));
        left -= 1;
        if (left) return;
        status.textContent = failed.length ? form.getAttribute('data-failed').replace('{file}', failed.join(', ')) : '';
        if (!failed.length) draw(chosen);
      });
    });
  }

  var wanted = (/[?&]p=([^&]*)/.exec(location.search) || [])[1] || '';
  try { wanted = decodeURIComponent(wanted); } catch (error) { /* What is no address is taken as it is written. */ }
  wanted = wanted.split(',').slice(0, most);
  boxes.forEach(function (box) { if (wanted.indexOf(box.value) >= 0) box.checked = true; });
  form.addEventListener('change', show);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  show();
})();
