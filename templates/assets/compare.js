// Sets two to four practices or places side by side. Their columns are in scripts, a few in each, because a page
// opened from a folder may load scripts but fetch nothing.
(function () {
  'use strict';
  var form = document.getElementById('compare.form');
  if (!form) return;
  function all(selector, within) { return Array.prototype.slice.call(within.querySelectorAll(selector)); }
  var boxes = all('[name="p"]', form);
  var status = document.getElementById('compare.status');
  var result = document.getElementById('compare.result');
  var columns = Object.create(null), labels = Object.create(null);
  var uneven = document.getElementById('compare.uneven'), least = 2, most = 4, wasFolded = false;
  var picker = document.getElementById('compare.picker'), tools = document.getElementById('compare.tools');
  var names = document.getElementById('compare.chosen'), different = document.getElementById('compare.different');
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

  // ---- A library with more than a page has room for: what can be chosen comes in a script, and is looked for by name

  var found = document.getElementById('compare.found'), find = document.getElementById('compare.find');
  var choices = [], mostFound = 30;

  // The box of a choice, made when it is first shown.
  function boxOf(choice) {
    if (!choice.box) {
      var line = element('label', '', { 'class': 'tick' }), text = element('span', choice[1] + ' ');
      choice.box = line.appendChild(element('input', '', { type: 'checkbox', name: 'p', value: choice[0], 'data-script': choice[3] }));
      line.appendChild(text);
      if (choice[2]) text.appendChild(element('span', choice[2], { 'class': 'entry-note' }));
      boxes.push(choice.box);
    }
    return choice.box;
  }

  function offer() {
    var wanted = find.value.trim().toLowerCase();
    var fitting = choices.filter(function (choice) {
      return choice.box && choice.box.checked || (choice[1] + ' ' + choice[2]).toLowerCase().indexOf(wanted) >= 0;
    });
    all('label, p', found).forEach(function (line) { found.removeChild(line); });
    fitting.slice(0, mostFound).forEach(function (choice) { found.appendChild(boxOf(choice).parentNode); });
    if (fitting.length > mostFound) {
      found.appendChild(element('p', found.getAttribute('data-more').replace('{count}', fitting.length - mostFound), { 'class': 'none' }));
    }
  }

  function loadChoices(done) {
    window.exemplarChoices = function (rows) { choices = rows; };
    var script = element('script', '', { src: found.getAttribute('data-choices') });
    script.onload = done;
    script.onerror = function () { status.textContent = form.getAttribute('data-failed').replace('{file}', script.getAttribute('src')); };
    document.head.appendChild(script);
    find.addEventListener('input', function () { offer(); show(); });
  }

  function isPlace(id) { return id.indexOf('places/') === 0; }

  function element(name, text, attributes) {
    var node = document.createElement(name);
    if (text) node.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    return node;
  }

  function fill(name, values) {
    return form.getAttribute('data-' + name).replace(/\{(\w+)\}/g, function (whole, key) { return key in values ? values[key] : whole; });
  }

  function isUnknown(value) { return (value.state === 'unknown' || value.state === 'none') && !value.lines.length; }

  // ‘P31.S3’ in words.
  function tellPlace(mark) {
    var parts = /^P(\d+)(?:\.S(\d+))?$/.exec(mark.textContent);
    if (parts) mark.textContent = fill(parts[2] ? 'place' : 'paragraph', { paragraph: parts[1], sentence: parts[2] });
  }

  function hideSame(table) {
    var same = table.querySelectorAll('.is-same').length, isOn = different.checked && same > 0;
    table.classList.toggle('only-different', isOn);
    status.textContent = fill('told', { count: table.querySelectorAll('thead th').length - 1 }) + (isOn ? ' ' + fill('same', { count: same }) : '');
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
    var unknown = [];
    told.rows.forEach(function (label, index) {
      var values = picked.map(function (column) { return column.rows[index]; });
      if (picked.length > 1 && values.every(isUnknown)) { unknown.push(label); return; }
      var line = body.appendChild(element('tr'));
      if (values.every(function (value) { return JSON.stringify(value) === JSON.stringify(values[0]); })) {
        line.className = 'is-same';
      }
      line.appendChild(element('th', label, { scope: 'row' }));
      values.forEach(function (value) {
        var cell = line.appendChild(element('td'));
        if (told.states[value.state]) cell.appendChild(element('span', told.states[value.state], { 'class': 'state ' + value.state }));
        value.lines.forEach(function (html) { cell.appendChild(element('p')).innerHTML = html; });
      });
    });
    // What nobody knows of any of them is one row.
    if (unknown.length) {
      var last = body.appendChild(element('tr', '', { 'class': 'is-same' }));
      last.appendChild(element('th', fill(isPlace(chosen[0].value) ? 'unrecorded' : 'unknown', {}), { scope: 'row' }));
      last.appendChild(element('td', unknown.join(form.getAttribute('data-list')), { colspan: picked.length }));
    }
    Array.prototype.forEach.call(table.querySelectorAll('a.locator'), tellPlace);
    hideSame(table);
    var levels = picked.map(function (column) { return column.level; }).filter(Boolean);
    uneven.hidden = levels.every(function (level) { return level === levels[0]; });
    result.textContent = '';
    result.appendChild(table);
    result.hidden = false;
  }

  function titleOf(box) { return box.parentNode.querySelector('span').firstChild.textContent.trim(); }

  function showNames(chosen) {
    tools.hidden = !chosen.length;
    names.textContent = '';
    chosen.forEach(function (box) {
      var item = names.appendChild(element('li'));
      var button = element('button', titleOf(box) + ' ×', { type: 'button', 'aria-label': fill('remove', { title: titleOf(box) }) });
      item.appendChild(button);
      button.addEventListener('click', function () {
        box.checked = false;
        show();
        (names.querySelector('button') || picker.querySelector('summary')).focus();
      });
    });
  }

  // The table as a page of its own, which needs nothing of this site. Its links would lead nowhere, so they are words.
  function save() {
    var table = result.querySelector('table').cloneNode(true), title = document.querySelector('h1').textContent;
    Array.prototype.forEach.call(table.querySelectorAll('a'), function (link) {
      link.parentNode.replaceChild(document.createTextNode(link.textContent), link);
    });
    table.classList.remove('only-different');
    var style = 'body{font:16px/1.6 serif;margin:2em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.4em .6em;'
      + 'text-align:left;vertical-align:top}.state,.kind{color:#555;font-size:.85em;margin-right:.5em}p{margin:.2em 0}@page{size:A4 landscape}';
    var page = document.implementation.createHTMLDocument(title);
    page.documentElement.lang = document.documentElement.lang;
    page.head.insertBefore(page.createElement('meta'), page.head.firstChild).setAttribute('charset', 'utf-8');
    page.body.appendChild(page.createElement('h1')).textContent = title;
    page.body.appendChild(page.createElement('p')).textContent = document.title;
    if (!uneven.hidden) page.body.appendChild(page.createElement('p')).textContent = uneven.textContent;
    page.body.appendChild(page.importNode(table, true));
    // As text, because the policy of this page lets no element have a style of its own.
    var html = page.documentElement.outerHTML.replace('</head>', '<style>' + style + '</style></head>');
    var address = URL.createObjectURL(new Blob(['<!DOCTYPE html>\n' + html], { type: 'text/html' }));
    var link = element('a', '', { href: address, download: title + '.html' });
    document.body.appendChild(link).click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
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
    showNames(chosen);
    if (window.exemplarBasket && !isAboutPlaces) {
      var titles = Object.create(null);
      chosen.forEach(function (box) { titles[box.value] = titleOf(box); });
      window.exemplarBasket.set(titles);
    }
    // Two are enough to look at: the many boxes make room, once.
    if (chosen.length >= least && !wasFolded) {
      wasFolded = true;
      var hadFocus = picker.contains(document.activeElement);
      picker.open = false;
      if (hadFocus) picker.querySelector('summary').focus();
    }
    if (chosen.length < least) {
      result.hidden = uneven.hidden = true;
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
        if (failed.length) status.textContent = form.getAttribute('data-failed').replace('{file}', failed.join(', '));
        else draw(chosen);
      });
    });
  }

  form.addEventListener('change', function (event) {
    if (event.target !== different) return show();
    var table = result.querySelector('table');
    if (table) hideSame(table);
  });
  document.getElementById('compare.print').addEventListener('click', function () { window.print(); });
  document.getElementById('compare.save').addEventListener('click', save);
  document.getElementById('compare.clear').addEventListener('click', function () {
    boxes.forEach(function (box) { box.checked = false; });
    picker.open = true;
    wasFolded = false;
    show();
    picker.querySelector('summary').focus();
  });
  form.addEventListener('submit', function (event) { event.preventDefault(); });

  function begin() {
    var wanted = (/[?&]p=([^&]*)/.exec(location.search) || [])[1] || '';
    try { wanted = decodeURIComponent(wanted); } catch (error) { /* What is no address is taken as it is written. */ }
    // Without an address of its own the page shows what was picked elsewhere.
    wanted = wanted ? wanted.split(',').slice(0, most) : window.exemplarBasket ? window.exemplarBasket.ids() : [];
    function choose() {
      choices.forEach(function (choice) { if (wanted.indexOf(choice[0]) >= 0) boxOf(choice); });
      boxes.forEach(function (box) { if (wanted.indexOf(box.value) >= 0) box.checked = true; });
      if (found) offer();
      show();
    }
    if (found) loadChoices(choose); else choose();
  }
  // The basket is a script of its own, further down.
  if (document.readyState === 'complete') begin(); else document.addEventListener('DOMContentLoaded', begin);
})();
