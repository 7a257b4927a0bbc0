/* Shows the pages that this file holds, each under an address of its own: #/en/practices/x.html?mark=y#section. The
   scripts of the site run as they are: what they ask of the page around them – its address, its history, files to
   load – is answered here. Nothing is loaded from anywhere. */
(function () {
  'use strict';
  var all = Array.prototype.slice;
  var scripts = window.exemplarFiles || {}, pages = {}, parts = {}, files = {}, saved = {};
  var styles = all.call(document.querySelectorAll('style[data-file]'));
  var start = document.body.getAttribute('data-start'), missing = document.body.getAttribute('data-missing');
  all.call(document.body.querySelectorAll('[data-page], [data-part], [data-file]')).forEach(function (holder) {
    var data = holder.dataset;
    if ('page' in data) pages[data.page] = holder;
    else if ('part' in data) parts[data.part] = holder;
    else files[data.file] = holder;
  });

  // ---- What the file holds

  function textOf(holder) {
    return holder.textContent.replace(/<\\(?:(\d+)>)?/g, function (mark, part) {
      return part ? textOf(parts[part]) : '<';
    });
  }

  function typeOf(path) { return files[path].dataset.type; }

  function dataAddress(path) { return 'data:' + typeOf(path) + ';base64,' + files[path].textContent; }

  /* Browsers limit the length of an address under which they save a file. */
  function savedAddress(path) {
    if (!saved[path]) {
      var text = atob(files[path].textContent), bytes = new Uint8Array(text.length);
      for (var i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
      saved[path] = URL.createObjectURL(new Blob([bytes], { type: typeOf(path) }));
    }
    return saved[path];
  }

  /* The content of a page, before the browser could look for what it names. */
  function contentOf(page) {
    var holder = document.createElement('template');
    holder.innerHTML = textOf(page);
    each(holder.content, '.no-script', function (note) { note.parentNode.removeChild(note); });
    each(holder.content, 'a[href^="#/"]', function (link) {
      var path = placeAt(link.getAttribute('href')).path;
      if (!files[path]) return;
      link.href = savedAddress(path);
      if (!link.download) link.download = path.split('/').pop();
    });
    each(holder.content, 'img[src^="#/"]', function (image) {
      var path = placeAt(image.getAttribute('src')).path;
      if (files[path]) image.src = dataAddress(path);
    });
    return holder.content;
  }

  function each(content, selector, act) { all.call(content.querySelectorAll(selector)).forEach(act); }

  // ---- Addresses

  function decoded(text) { try { return decodeURIComponent(text); } catch (error) { return text; } }

  function address() {
    var at = location.href.indexOf('#');
    return at < 0 ? '#/' : location.href.slice(at);
  }

  function placeAt(address) {
    var found = /^#\/([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address);
    return found && { path: decoded(found[1]) || start, search: found[2] || '', hash: found[3] || '' };
  }

  /* Entries of the history have numbers, so that the way back leads to where one was. */
  var current = null, count = Date.now(), tops = {};

  function number() { return history.state && history.state.number; }

  function write(place) {
    count += 1;
    var path = place.path === start && !place.search && !place.hash ? '' : encodeURI(place.path);
    history.replaceState({ number: number() || count }, '', '#/' + path + place.search + place.hash);
  }

  function tryToWrite(place) { try { write(place); } catch (error) { /* Some browsers refuse it for files. */ } }

  // ---- Pages

  var run = null, empty = document.implementation.createHTMLDocument('');

  function show(place, isFirst, top) {
    var page = pages[place.path] || pages[missing] || pages[start], data = page.dataset;
    if (data.to) return location.replace(data.to);
    if (run) end(run);
    var content = contentOf(page), named = data.styles.split(' ');
    document.documentElement.lang = data.lang;
    document.title = data.title;
    document.body.className = data.class;
    styles.forEach(function (style) { style.disabled = named.indexOf(style.dataset.file) < 0; });
    document.body.textContent = '';
    document.body.appendChild(content);
    current = place;
    tryToWrite(place);
    var heading = document.querySelector('h1');
    if (!isFirst && heading && !(place.hash && top === undefined)) {
      heading.setAttribute('tabindex', '-1');
      heading.style.outline = 'none';
      heading.focus({ preventScroll: true });
    }
    begin(data.scripts.split(' ').filter(function (path) { return scripts[path]; }), place);
    if (top !== undefined || !place.hash) window.scrollTo(0, top || 0);
    else goTo(place);
  }

  /* Leads to a section as the browser does, which marks it, and puts the whole address back. */
  function goTo(place) {
    if (!document.getElementById(decoded(place.hash.slice(1)))) return;
    location.replace(place.hash);
    tryToWrite(place);
  }

  function follow() {
    var place = placeAt(address());
    if (!place) {
      // A link to a section of the page at hand; the browser is there already.
      current.hash = address();
      return tryToWrite(current);
    }
    var top = tops[number()];
    if (place.path !== current.path || place.search !== current.search) return show(place, false, top);
    if (place.hash === current.hash && number()) return;
    current.hash = place.hash;
    tryToWrite(place);
    if (top !== undefined || !place.hash) window.scrollTo(0, top || 0); else goTo(place);
  }

  // ---- The scripts of a page

  function begin(paths, place) {
    run = { listeners: [], isOver: false };
    if (typeof Proxy !== 'function') return;
    var around = surroundings(run, place);
    paths.forEach(function (path) { call(path, around); });
  }

  function end(run) {
    run.isOver = true;
    run.listeners.forEach(function (listener) { document.removeEventListener.apply(document, listener); });
  }

  function call(path, around) { scripts[path].call(window, around.document, around.location, around.history); }

  /* What a script takes for the document, its address and its history. Whatever comes when its page has gone finds an
     empty document. */
  function surroundings(run, place) {
    var around = {};
    function load(script) {
      var wanted = placeAt(script.getAttribute('src'));
      setTimeout(function () {
        var isHere = wanted && scripts[wanted.path];
        if (isHere) call(wanted.path, around);
        if (isHere && script.onload) script.onload();
        if (!isHere && script.onerror) script.onerror();
      }, 0);
    }
    var own = {
      head: { append: load, appendChild: load },
      currentScript: { getAttribute: function (name) { return name === 'data-root' ? '#/' : null; } },
      addEventListener: function () {
        run.listeners.push(arguments);
        document.addEventListener.apply(document, arguments);
      }
    };
    around.document = new Proxy({}, {
      get: function (target, name) {
        if (Object.prototype.hasOwnProperty.call(own, name)) return own[name];
        var page = run.isOver ? empty : document, value = page[name];
        return typeof value === 'function' ? value.bind(page) : value;
      },
      set: function (target, name, value) {
        (run.isOver ? empty : document)[name] = value;
        return true;
      }
    });
    around.location = {
      pathname: '',
      get search() { return place.search; },
      get hash() { return place.hash; },
      get href() { return location.href; },
      set href(value) { if (!run.isOver) location.href = value; }
    };
    around.history = {
      replaceState: function (state, title, address) {
        if (run.isOver) return;
        place.search = (/\?[^#]*/.exec(address) || [''])[0];
        place.hash = '';
        write(place);
      }
    };
    return around;
  }

  try { history.scrollRestoration = 'manual'; } catch (error) { /* then the browser leads back as it can */ }
  window.addEventListener('hashchange', follow);
  ['scroll', 'click'].forEach(function (name) {
    window.addEventListener(name, function () { if (number()) tops[number()] = window.pageYOffset; }, true);
  });
  var place = placeAt(address());
  show(place || { path: start, search: '', hash: address() }, true);
})();
