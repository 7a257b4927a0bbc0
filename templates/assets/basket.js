// The basket: practices that a reader picks anywhere, to set them side by side. Kept in this browser and nowhere else;
// without script, or where a page has no practices, nothing of it is to be seen.
(function () {
  'use strict';
  // One file that holds all pages has no addresses to tell practices by.
  var words = document.currentScript.dataset, most = 4, key = 'exemplar.basket';
  if (!words || !words.href) return;
  var root = words.root;

  // Kept as {id: title}, in the order of picking. What else may stand there is no basket of ours.
  function read() {
    var kept = Object.create(null);
    try {
      var stored = JSON.parse(localStorage.getItem(key));
      Object.keys(stored).slice(0, most).forEach(function (id) { if (typeof stored[id] === 'string') kept[id] = stored[id]; });
    } catch (error) { /* Nothing is picked yet. */ }
    return kept;
  }
  var picked = read();
  function keep() {
    try { localStorage.setItem(key, JSON.stringify(picked)); } catch (error) { /* It lasts as long as the page. */ }
  }
  function element(name, text, attributes) {
    var node = document.createElement(name);
    node.textContent = text;
    Object.keys(attributes || {}).forEach(function (name) { node.setAttribute(name, attributes[name]); });
    return node;
  }

  // The id of the practice of an address: what is below the folder of practices, in the language of the page.
  var folder = new URL(root, location.href).href;
  function idOf(href) {
    if (!href || href.indexOf(folder) !== 0) return null;
    var found = /^(?:[A-Za-z-]+\/)?practices\/(.+)\.html(?:[?#].*)?$/.exec(href.slice(folder.length));
    return found && found[1] !== 'index' ? decodeURI(found[1]) : null;
  }

  var buttons = [];
  function offer(place, id, title) {
    var button = element('button', '', { type: 'button', 'class': 'pick' });
    button.addEventListener('click', function () {
      if (picked[id]) delete picked[id]; else if (Object.keys(picked).length < most) picked[id] = title; else return tell(words.full);
      keep();
      show();
      tell('');
    });
    buttons.push({ node: button, id: id, title: title });
    place.appendChild(document.createTextNode(' '));
    place.appendChild(button);
  }
  Array.prototype.forEach.call(document.querySelectorAll('.card h3 a'), function (link) {
    var id = idOf(link.href), meta = link.closest('.card').querySelector('.card-meta');
    if (id && meta) offer(meta, id, link.textContent);
  });
  var head = document.querySelector('.page.practice .page-head'), here = idOf(location.href);
  if (head && here && head.querySelector('h1')) {
    var line = element('p', '', { 'class': 'to-basket' });
    offer(line, here, head.querySelector('h1').textContent);
    var after = head.querySelector('.to-kit');
    head.insertBefore(line, after ? after.nextSibling : null);
  }

  var bar = element('div', '', { 'class': 'basket', role: 'region', 'aria-label': words.name });
  var count = element('span', ''), told = element('span', '', { role: 'status' });
  var link = element('a', words.compare, { href: words.href }), clear = element('button', words.clear, { type: 'button' });
  [count, link, clear, told].forEach(function (node) { bar.appendChild(node); });
  clear.addEventListener('click', function () {
    picked = Object.create(null);
    keep();
    show();
    var main = document.getElementById('page.main');
    if (main) main.focus();
  });
  function tell(text) { told.textContent = text; }

  function show() {
    var ids = Object.keys(picked), isOpen = ids.length > 0 && !document.getElementById('compare.form');
    buttons.forEach(function (button) {
      var isPicked = Boolean(picked[button.id]);
      button.node.textContent = isPicked ? words.picked : words.pick;
      button.node.setAttribute('aria-pressed', String(isPicked));
      button.node.setAttribute('aria-label', words.pick + words.colon + button.title);
    });
    count.textContent = words.count.replace('{count}', ids.length);
    link.href = words.href + '?p=' + ids.join(',');
    document.documentElement.classList.toggle('has-basket', isOpen);
    if (isOpen && !bar.parentNode) document.body.appendChild(bar);
    if (!isOpen && bar.parentNode) bar.parentNode.removeChild(bar);
  }

  // What the page of comparisons reads and changes.
  window.exemplarBasket = {
    ids: function () { return Object.keys(picked); },
    set: function (titles) { picked = titles; keep(); }
  };
  // Another tab has picked; or this page comes back as it was left.
  addEventListener('storage', function () { picked = read(); show(); });
  addEventListener('pageshow', function (event) { if (event.persisted) { picked = read(); show(); } });
  show();
})();
