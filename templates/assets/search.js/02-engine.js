  // ---- The engine

  function load(path, done) {
    var script = element("script", { src: root + path });
    script.onload = function () { script.remove(); done(); };
    script.onerror = function () { script.remove(); done(true); };
    document.head.append(script);
  }

  function need(path) {
    return new Promise(function (resolve, reject) {
      load(path, function (failed) {
        if (failed) reject({ file: path }); else resolve();
      });
    });
  }

  /** Loads the script and the words of search, once; a failure may be tried again. */
  function start() {
    if (starting) return starting;
    var engine = null;
    window.exemplarSearch = function (name, value) {
      if (name === "words") words = value; else engine.receive(name, value);
    };
    starting = Promise.all([need("assets/search-core.js"), need("search/words-" + language + ".js")]).then(function () {
      engine = window.SearchCore.create(function (file, done) { load("search/" + file, done); });
      return engine;
    });
    starting.catch(function () { starting = null; });
    return starting;
  }

  function failure(error) {
    var file = error && error.file ? (error.name === "LoadError" ? "search/" : "") + error.file : String(error);
    return siteForm.getAttribute("data-failed").replace("{file}", file);
  }

  /** Where a result leads: the page, with what to mark on it, at the section. */
  function address(result, anchor, marks) {
    var parts = result.path.split("#"), path = parts[0].split("/").map(encodeURIComponent).join("/");
    anchor = parts[1] || anchor;
    return root + path + (marks ? "?mark=" + encodeURIComponent(marks) : "") + (anchor ? "#" + encodeURIComponent(anchor) : "");
  }

  function has(result, facet, id) {
    return (result.facets[facet] || []).some(function (value) { return value.id === id; });
  }

  /** What a result is. A proposal is told as one, and not as a practice of the lowest level of evidence. */
  function labels(result) {
    return (has(result, "modality", "proposed") ? ["modality", "place"] : ["kind", "place", "evidence"]).map(function (facet) {
      return (result.facets[facet] || []).slice(0, 2).map(function (value) { return value.label; }).join(words.and);
    }).filter(Boolean);
  }

  function tell(answer) {
    if (!answer.total) return say("none", { query: answer.query });
    return say(answer.isAtLeast ? "count-least" : "count", { count: answer.total });
  }

  /** What was done to the query, a sentence each. */
  function notices(answer) {
    var list = answer.mended.map(function (pair) { return say("mended", { typed: pair[0], used: pair[1] }); });
    if (answer.widened) list.push(say("widened"));
    if (answer.relaxed) list.push(answer.phrases.length ? say("phrase", { words: answer.phrases.join(words.and) }) : say("relaxed"));
    if (answer.total && answer.missing.length) list.push(say("missing", { words: answer.missing.join(words.and) }));
    return list;
  }

  /** Runs the latest query only, and not while an input method is composing. */
  function listen(input, run) {
    var timer = 0, isComposing = false;
    function later() {
      clearTimeout(timer);
      timer = setTimeout(run, 120);
    }
    input.addEventListener("compositionstart", function () { isComposing = true; });
    input.addEventListener("compositionend", function () { isComposing = false; later(); });
    input.addEventListener("input", function (event) { if (!isComposing && !event.isComposing) later(); });
    return function (event) { return isComposing || event.isComposing || event.keyCode === 229; };
  }

