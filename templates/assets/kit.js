/* What is written and ticked in a kit: kept in this browser, saved as one file, and read back from such a file. Without
   storage it lasts as long as the page, and the page says so. Works from file:// under a strict policy. */
(function () {
  'use strict';
  var kit = document.querySelector('[data-kit]');
  if (!kit) return;
  var id = kit.getAttribute('data-kit'), key = 'exemplar.kit.' + id, mark = 'exemplar-kit';
  var words = kit.querySelector('[data-foot]').dataset, title = kit.querySelector('h1').textContent;
  var chooser = kit.querySelector('input[type="file"]'), told = kit.querySelector('[data-told]');
  var letter = kit.querySelector('.letter');
  // What no person writes by hand is no file of ours.
  var longest = 20000, largest = 4000000;

  function all(selector, root) { return Array.prototype.slice.call((root || kit).querySelectorAll(selector)); }

  function say(text, holes) {
    return text.replace(/\{(\w+)\}/g, function (hole, name) { return holes && name in holes ? holes[name] : hole; });
  }

  function tell(word, holes) { told.textContent = say(words[word], holes); }

  // ---- Values: 1 for a tick, a text for a field, by their ids

  function cleaned(kept) {
    var values = Object.create(null);
    if (kept && typeof kept === 'object' && !Array.isArray(kept)) {
      Object.keys(kept).forEach(function (name) {
        var value = kept[name];
        if (typeof value === 'string' ? value && value.length <= longest : value) values[name] = typeof value === 'string' ? value : 1;
      });
    }
    return values;
  }

  var storage = null;
  try {
    storage = window.localStorage;
    storage.setItem(key + '.try', '1');
    storage.removeItem(key + '.try');
  } catch (error) {
    storage = null;
  }

  // Whatever else stands there is none of ours.
  function kept() {
    try { return cleaned(JSON.parse(storage.getItem(key))); } catch (error) { return cleaned(null); }
  }

  function keep() {
    try {
      if (storage && isEmpty()) storage.removeItem(key);
      else if (storage) storage.setItem(key, JSON.stringify(values));
    } catch (error) {
      storage = null;
    }
    sayWhere();
  }

  function sayWhere() {
    kit.querySelector('[data-ticks="stored"]').hidden = !storage;
    kit.querySelector('[data-ticks="lost"]').hidden = !!storage;
  }

  function set(name, value) {
    // Another window may have written since.
    if (storage) values = kept();
    if (value) values[name] = value; else delete values[name];
    keep();
  }

  function fill(field) {
    var value = values[field.getAttribute('data-field')];
    field.value = typeof value === 'string' ? value : '';
    field.parentNode.setAttribute('data-value', field.value);
  }

  function show() {
    all('[data-tick]').forEach(function (box) { box.checked = !!values[box.getAttribute('data-tick')]; });
    all('[data-field]').forEach(function (field) {
      field.maxLength = longest;
      fill(field);
    });
  }

  function isEmpty() { return !Object.keys(values).length; }

  // ---- The file: a page of its own, which any browser shows and prints, with the values as JSON at its end

  function escaped(text) {
    return text.replace(/[&<>"]/g, function (letter) { return '&#' + letter.charCodeAt(0) + ';'; });
  }

  var style = '@page{margin:20mm}body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.7 "Noto Serif CJK SC",SimSun,serif}' +
    'h1{font-size:1.6rem}h2{font-size:1.2rem;margin:1.5em 0 .4em}p,li{margin:.3em 0}dl,dd,ul{margin:0;padding:0;list-style:none}' +
    'h2,dt{break-after:avoid}dt{font-weight:bold}.facts>*{display:inline-block;margin-right:1em}.facts dt,.facts dd{display:inline;font-weight:normal;margin-right:.5em}' +
    'table{border-collapse:collapse;width:100%;table-layout:fixed}.tasks th:first-child{width:52%}caption{text-align:left}' +
    'th,td{border:1px solid #888;padding:.3em .5em;text-align:left;vertical-align:top;font-weight:normal;overflow-wrap:anywhere}' +
    '.task-text{display:flex}a{color:inherit}.mark a::before{content:"["}.mark a::after{content:"]"}' +
    '.filled{white-space:pre-wrap;font-family:sans-serif}td .filled:empty{display:block;min-height:1.7em}' +
    '.form-head label{display:block}.form-head label>span:first-child::after{content:"  "}.roomy{display:block;min-height:3em;border:1px solid #888}' +
    '.inline:empty{display:inline-block;width:10em;border-bottom:1px solid}.letter{border:1px solid #888;padding:1.5rem}' +
    '.letter-title{text-align:center;font-weight:bold}.letter-sign{text-align:right}[hidden]{display:none}.saved{color:#555}' +
    '@media print{body{margin:0;padding:0;max-width:none}.saved{display:none}.letter-part{break-before:page}' +
    '.letter{border:0;padding:0}tr{break-inside:avoid}}';

  function copy() {
    var page = kit.cloneNode(true), now = new Date();
    var day = now.getFullYear() + '-' + ('0' + (now.getMonth() + 1)).slice(-2) + '-' + ('0' + now.getDate()).slice(-2);
    all('[data-only], noscript', page).forEach(function (part) { part.parentNode.removeChild(part); });
    all('[data-field]', page).forEach(function (field) {
      var text = field.parentNode, value = values[field.getAttribute('data-field')];
      text.textContent = typeof value === 'string' ? value : '';
      text.removeAttribute('data-value');
      text.className = text.className.replace('grow', 'filled');
    });
    all('[data-tick]', page).forEach(function (box) {
      box.parentNode.replaceChild(document.createTextNode(values[box.getAttribute('data-tick')] ? '☑ ' : '☐ '), box);
    });
    // What lies beside the page does not go with it.
    all('a', page).forEach(function (link) {
      if (/^#[^/]/.test(link.getAttribute('href'))) return;
      while (link.firstChild) link.parentNode.insertBefore(link.firstChild, link);
      link.parentNode.removeChild(link);
    });
    all('.is-folded', page).forEach(function (part) { part.classList.remove('is-folded'); });
    var held = JSON.stringify({ format: mark, version: 1, kit: id, title: title, values: values }).replace(/</g, '\\u003c');
    return '<!DOCTYPE html>\n<html lang="' + escaped(document.documentElement.lang) + '">\n<head>\n<meta charset="utf-8">\n' +
      '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
      '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">\n' +
      '<title>' + escaped(say(words.name, { title: title })) + '</title>\n<style>' + style + '</style>\n</head>\n<body>\n' +
      '<p class="saved">' + escaped(say(words.held, { date: day })) + '</p>\n' + page.outerHTML +
      '\n<script type="application/json" id="' + mark + '">' + held + '</scr' + 'ipt>\n</body>\n</html>\n';
  }

  function save() {
    var name = say(words.name, { title: title }).replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').trim().slice(0, 80) + '.html';
    var link = document.createElement('a');
    var address = URL.createObjectURL(new Blob([copy()], { type: 'text/html;charset=utf-8' }));
    link.href = address;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
    tell('saved', { name: name });
  }

  function open(text, name) {
    var held = null;
    try {
      // As text: a parser would obey the policy of this page, and complain of the style. In one file with the whole site,
      // what looks like the tag of a script is written otherwise.
      held = JSON.parse(/<[s]cript[^>]*\bid="?exemplar-kit"?[^>]*>([^<]*)<\/[s]cript>/i.exec(text)[1]);
    } catch (error) { /* told below */ }
    if (!held || held.format !== mark || held.version !== 1 || typeof held.kit !== 'string' || !held.values ||
      typeof held.values !== 'object') return tell('broken', { name: name });
    if (held.kit !== id) return tell('foreign', { name: name, other: String(held.title || held.kit).slice(0, 200) });
    if (storage) values = kept();
    if (!isEmpty() && !window.confirm(words.askOpen)) return;
    values = cleaned(held.values);
    keep();
    show();
    tell('opened', { name: name });
    var places = Object.create(null);
    all('[data-tick], [data-field]').forEach(function (place) {
      places[place.getAttribute('data-tick') || place.getAttribute('data-field')] = true;
    });
    var left = Object.keys(values).filter(function (name) { return !places[name]; }).length;
    if (left) told.textContent += say(words.left, { count: left });
  }

  function read() {
    var file = chooser.files[0], reader = new FileReader();
    if (!file) return;
    function fail() { tell('broken', { name: file.name }); }
    reader.onload = function () { open(reader.result, file.name); };
    reader.onerror = fail;
    if (file.size > largest) fail(); else reader.readAsText(file);
    // The same file may be chosen again.
    chooser.value = '';
  }

  // ---- The letter

  function letterText() {
    return all('[data-line]', letter).map(function (line) {
      var copied = line.cloneNode(true);
      all('[data-field]', copied).forEach(function (field) {
        var value = values[field.getAttribute('data-field')];
        field.parentNode.textContent = typeof value === 'string' ? value : '＿＿＿＿＿＿';
      });
      return line.getAttribute('data-line') + copied.textContent.trim();
    }).join('\n') + '\n';
  }

  function copyLetter() {
    var area = document.createElement('textarea'), isCopied = false;
    area.value = letterText();
    document.body.appendChild(area);
    area.select();
    try { isCopied = document.execCommand('copy'); } catch (error) { /* told below */ }
    document.body.removeChild(area);
    tell(isCopied ? 'copied' : 'uncopied');
  }

  var folder = kit.querySelector('[data-do="fold"]'), foldWord = folder.textContent;

  function fold() {
    var isFolded = letter.classList.toggle('is-folded');
    folder.setAttribute('aria-expanded', String(!isFolded));
    folder.textContent = isFolded ? folder.getAttribute('data-unfold') : foldWord;
  }

  // ---- Paper: the foot of a sheet names the page; of a letter it has the number alone

  function quoted(text) { return '"' + text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ') + '"'; }

  function isLetter() { return document.body.classList.contains('letter-only'); }

  function foot() {
    var text = isLetter() ? '— {page} —' : words.foot.replace('{title}', function () { return title; });
    return text.split(/(\{pages?\})/).map(function (part) {
      return part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : quoted(part);
    }).join(' ');
  }

  window.addEventListener('beforeprint', function () {
    if (!document.contains(kit)) return;
    try {
      var sheet = new CSSStyleSheet();
      sheet.replaceSync('@page { @bottom-center { content: ' + foot() + '; } }');
      document.adoptedStyleSheets = [sheet];
    } catch (error) { /* Older browsers print the number alone, or nothing. */ }
  });
  window.addEventListener('afterprint', function () {
    document.body.classList.remove('letter-only');
    try { document.adoptedStyleSheets = []; } catch (error) { /* there was none */ }
  });

  var acts = {
    print: function () { window.print(); },
    save: save,
    choose: function () { chooser.click(); },
    clear: function () {
      if (isEmpty() || !window.confirm(words.askClear)) return;
      values = cleaned(null);
      keep();
      show();
      tell('cleared');
    },
    fold: fold,
    copy: copyLetter,
    letter: function () {
      document.body.classList.add('letter-only');
      window.print();
    }
  };

  var values = kept();
  sayWhere();
  show();
  fold();
  all('[data-buttons]').forEach(function (part) { part.hidden = false; });
  all('.to-letter').forEach(function (link) {
    link.addEventListener('click', function () { if (letter.classList.contains('is-folded')) fold(); });
  });
  chooser.addEventListener('change', read);
  kit.addEventListener('click', function (event) {
    // A cell is larger than the field in it.
    var field = event.target.tagName === 'TD' && event.target.querySelector('textarea');
    if (field) field.focus();
    var act = event.target.getAttribute && event.target.getAttribute('data-do');
    if (act && Object.prototype.hasOwnProperty.call(acts, act)) acts[act]();
  });
  kit.addEventListener('change', function (event) {
    var name = event.target.getAttribute('data-tick');
    if (name) set(name, event.target.checked && 1);
  });
  kit.addEventListener('input', function (event) {
    var name = event.target.getAttribute('data-field');
    if (!name) return;
    set(name, event.target.value);
    event.target.parentNode.setAttribute('data-value', event.target.value);
    all('[data-field]').forEach(function (field) { if (field !== event.target && field.getAttribute('data-field') === name) fill(field); });
  });
})();
