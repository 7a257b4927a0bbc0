/* Put into pages by `exemplar serve`: reloads a page when it, or something it loaded, has changed, exchanges style
   sheets, and shows what there is to know of the page. */
(function () {
  "use strict";
  if (window.top !== window || !(window.SharedWorker || window.Worker)) return;
  var own = "/.exemplar/";
  var generation = -1;
  var known = Object.create(null);
  var root = null;
  var seen = { strip: null, panel: null };

  /* What the server said of a file when the page loaded it. */
  function tagOf(entry) {
    var said = (entry.serverTiming || []).filter(function (timing) { return timing.name === "tag"; })[0];
    return said && said.description;
  }

  function loaded() {
    var paths = Object.create(null);
    performance.getEntriesByType("resource").forEach(function (entry) {
      var url = new URL(entry.name);
      if (url.origin !== location.origin || url.pathname.indexOf(own) === 0) return;
      paths[url.pathname] = true;
      if (tagOf(entry)) known[url.pathname] = tagOf(entry);
    });
    return Object.keys(paths);
  }

  var page = performance.getEntriesByType("navigation")[0];
  if (page && tagOf(page)) known[location.pathname] = tagOf(page);

  function ask() {
    var query = "page?path=" + encodeURIComponent(location.pathname);
    loaded().forEach(function (path) { if (query.length < 20000) query += "&loaded=" + encodeURIComponent(path); });
    port.postMessage({ ask: own + query });
  }

  /* A style sheet is exchanged where it stands; the old one goes when the new one is there. */
  function exchange(path, tag) {
    var links = Array.prototype.filter.call(document.querySelectorAll("link[rel=stylesheet]"), function (link) {
      return new URL(link.href).pathname === path;
    });
    links.forEach(function (link) {
      var copy = link.cloneNode();
      copy.href = path + "?" + tag;
      copy.onload = copy.onerror = function () { link.remove(); };
      link.after(copy);
    });
    known[path] = tag;
    return links.length > 0;
  }

  function take(answer) {
    var isStale = false;
    generation = answer.generation;
    Object.keys(answer.tags).forEach(function (path) {
      var tag = answer.tags[path];
      if (known[path] === undefined) known[path] = tag;
      if (known[path] === tag) return;
      if (!/\.css$/.test(path) || !exchange(path, tag)) isStale = true;
    });
    if (isStale) location.reload();
    else show(answer);
  }

  /* In a tree of its own, so that the styles of the page and of preview do not meet. */
  function show(answer) {
    if (!root) {
      var host = document.createElement("exemplar-preview");
      document.body.appendChild(host);
      root = host.attachShadow({ mode: "open" });
      root.innerHTML = "<link rel=\"stylesheet\" href=\"" + own + "preview.css\"><div id=\"panel\" role=\"alert\"></div>"
        + "<div id=\"strip\"></div>";
    }
    ["panel", "strip"].forEach(function (name) {
      if (seen[name] === answer[name]) return;
      var box = root.getElementById(name);
      var open = box.querySelector("details[open]");
      box.innerHTML = seen[name] = answer[name];
      if (open && box.querySelector("details")) box.querySelector("details").open = true;
    });
    document.documentElement.setAttribute("data-preview", answer.errors ? "errors" : "fine");
  }

  var port;
  if (window.SharedWorker) {
    port = new SharedWorker(own + "worker.js").port;
  } else {
    port = new Worker(own + "worker.js");
  }
  port.onmessage = function (event) {
    if (event.data.answer) take(event.data.answer);
    else if (event.data.lost) generation = -1;
    else if (event.data.generation !== generation) ask();
  };
  window.addEventListener("pagehide", function () { port.postMessage({ leave: true }); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });
  ask();
}());
