/* The bar of care: size of text, contrast, reading aloud, print. What a reader chose is told to the root element before
   anything is drawn, so that no page flashes; the controls come when the page is there, and only those that work. And the
   list of contents, which is folded on a phone, is opened where there is room for it. */
(function () {
  'use strict';
  var root = document.documentElement, key = 'exemplar.care', chosen = {};
  try { chosen = JSON.parse(window.localStorage.getItem(key)) || {}; } catch (error) { /* Nothing is kept. */ }
  if (!('contrast' in chosen) && window.matchMedia) chosen.contrast = matchMedia('(prefers-contrast: more)').matches;

  function set(name, value) {
    if (value) root.setAttribute(name, value); else root.removeAttribute(name);
  }

  function apply() {
    set('data-size', /^(125|150)$/.test(chosen.size) && chosen.size);
    set('data-contrast', chosen.contrast && 'high');
  }

  apply();

  function controls() {
    var bar = document.querySelector('.care');
    if (!bar) return;
    function all(selector, act) { Array.prototype.forEach.call(bar.querySelectorAll(selector), act); }
    function press(button, isPressed) { button.setAttribute('aria-pressed', String(Boolean(isPressed))); }
    function show() {
      all('[data-care-size]', function (button) {
        press(button, button.getAttribute('data-care-size') === (root.getAttribute('data-size') || '100'));
      });
      all('[data-care-contrast]', function (button) { press(button, chosen.contrast); });
    }
    function choose(name, value) {
      chosen[name] = value;
      apply();
      show();
      try { window.localStorage.setItem(key, JSON.stringify(chosen)); } catch (error) { /* It holds for this page. */ }
    }
    bar.hidden = false;
    show();
    all('.care-open', function (button) {
      button.addEventListener('click', function () {
        var isOpen = bar.classList.toggle('open');
        button.setAttribute('aria-expanded', String(isOpen));
      });
    });
    all('[data-care-size]', function (button) {
      button.addEventListener('click', function () { choose('size', button.getAttribute('data-care-size')); });
    });
    all('[data-care-contrast]', function (button) {
      button.addEventListener('click', function () { choose('contrast', !chosen.contrast); });
    });
    all('[data-care-print]', function (button) {
      button.hidden = typeof window.print !== 'function';
      button.addEventListener('click', function () { window.print(); });
    });
    all('[data-care-read]', readAloud);
  }

  // ---- Reading aloud, by a voice of this machine: nothing that is read leaves it

  var names = { zh: /^(zh|cmn)/i };

  function voiceFor(language) {
    var main = language.split('-')[0].toLowerCase();
    var voices = speechSynthesis.getVoices().filter(function (voice) {
      return voice.localService && (names[main] || new RegExp('^' + main + '\\b', 'i')).test(voice.lang.replace('_', '-'));
    });
    // Mandarin is written as these pages are; Cantonese is only the choice where there is no other.
    return voices.filter(function (voice) { return !/HK|yue/i.test(voice.lang); })[0] || voices[0];
  }

  var silent = 'nav, form, button, select, textarea, script, style, noscript, svg, [hidden], [aria-hidden="true"], .mark, .back';

  /* The text of the main part as it stands, block by block, each with its language. */
  function blocks() {
    var main = document.querySelector('main'), found = [], last = null;
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, null, false), node;
    while ((node = walker.nextNode())) {
      var parent = node.parentNode;
      if (!node.data.trim() || parent.closest(silent) || !parent.getClientRects().length) continue;
      var block = parent;
      while (block !== main && (block.matches('.spoken') || getComputedStyle(block).display.indexOf('inline') === 0)) {
        block = block.parentNode;
      }
      if (!last || last.block !== block) {
        last = { block: block, text: '', language: block.closest('[lang]').getAttribute('lang') };
        found.push(last);
      }
      last.text += node.data.replace(/\s+/g, ' ');
    }
    return found;
  }

  /* Engines break off in long texts. */
  function pieces(text) {
    var found = [], rest = text.trim();
    while (rest.length > 160) {
      var head = rest.slice(0, 160);
      var end = /^[^]*(?:[。！？；]|[.!?;] )/.exec(head) || /^[^]*[，、, ]/.exec(head) || [head];
      found.push(end[0]);
      rest = rest.slice(end[0].length);
    }
    return rest ? found.concat(rest) : found;
  }

  function readAloud(button) {
    if (!('speechSynthesis' in window) || typeof SpeechSynthesisUtterance !== 'function') return;
    var speech = window.speechSynthesis, reading = 0, start = button.textContent, marked = null;
    function look() { button.hidden = !voiceFor(root.lang); }
    function mark(block) {
      if (marked) marked.removeAttribute('data-read');
      marked = block;
      if (marked) marked.setAttribute('data-read', '');
    }
    function stop() {
      reading += 1;
      speech.cancel();
      mark(null);
      button.textContent = start;
    }
    function read() {
      var mine = reading += 1, queue = [];
      blocks().forEach(function (part) {
        var voice = voiceFor(part.language);
        if (voice) pieces(part.text).forEach(function (text) { queue.push({ text: text, voice: voice, block: part.block }); });
      });
      function next() {
        if (mine !== reading) return;
        var piece = queue.shift();
        if (!piece) return stop();
        var said = new SpeechSynthesisUtterance(piece.text);
        said.voice = piece.voice;
        said.lang = piece.voice.lang;
        // Only what is heard is marked.
        said.onstart = function () { if (mine === reading) mark(piece.block); };
        said.onend = next;
        said.onerror = function () { if (mine === reading) stop(); };
        speech.speak(said);
      }
      speech.cancel();
      button.textContent = button.getAttribute('data-care-read');
      next();
    }
    button.addEventListener('click', function () { if (button.textContent === start) read(); else stop(); });
    window.addEventListener('pagehide', stop);
    speech.onvoiceschanged = look;
    speech.cancel();
    look();
  }

  // ---- The list of contents, for engines that do not know ::details-content

  function contents() {
    var list = document.querySelector('.toc details'), room = window.matchMedia && matchMedia('(min-width: 48rem)');
    if (!list || !room) return;
    function fold() { list.open = room.matches; }
    fold();
    room.addListener(fold);
  }

  function begin() { controls(); contents(); }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin); else begin();
})();
