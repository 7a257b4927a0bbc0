/* The search dialog, the page of search results, and the marks on the page arrived at. What is found, and how, is in
   search-core.js, which is loaded with the first query. Works from file:// under a strict content security policy. */
(function () {
  "use strict";

  var root = document.currentScript.getAttribute("data-root");
  var language = document.documentElement.lang;
  var siteForm = document.querySelector("form.site-search");
  if (!siteForm || typeof Promise !== "function") return;
  var searchPage = siteForm.getAttribute("action");
  var words = null, starting = null;

  // ---- Parts of pages

  function element(name, attributes, children) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { node.append(child); });
    return node;
  }

  /** Text with its marked parts in <mark>. */
  function marked(parts) {
    return parts.map(function (part) { return part[1] ? element("mark", {}, [part[0]]) : part[0]; });
  }

  function empty(node) { while (node.firstChild) node.removeChild(node.firstChild); }

  /** An interface text with its blanks filled. */
  function say(key, blanks) {
    var text = words[key];
    if (blanks && blanks.count === 1 && words[key + "-one"]) text = words[key + "-one"];
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return blanks && name in blanks ? blanks[name] : whole; });
  }

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

  function labels(result) {
    return ["kind", "place", "evidence"].map(function (facet) {
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
    if (answer.relaxed) list.push(say("relaxed"));
    if (answer.relaxed && answer.missing.length) list.push(say("missing", { words: answer.missing.join(words.and) }));
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

  // ---- The dialog

  var dialog = null;

  function openDialog() {
    if (!dialog) dialog = makeDialog();
    if (!dialog.node.open) dialog.node.showModal();
    dialog.input.select();
    dialog.prepare();
  }

  function makeDialog() {
    var input = element("input", {
      type: "search", name: "q", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false",
      "aria-controls": "search.options", "aria-autocomplete": "list",
      "aria-label": siteForm.querySelector("input").getAttribute("aria-label")
    });
    var status = element("p", { role: "status", class: "search-status" });
    var list = element("ul", { role: "listbox", id: "search.options", "aria-label": input.getAttribute("aria-label") });
    var all = element("a", { href: searchPage }), keys = element("span", { class: "search-keys" });
    var close = element("button", { type: "button", class: "search-close" }, ["×"]);
    var form = element("form", { action: searchPage, method: "get" }, [input, close]);
    var node = element("dialog", { class: "search-dialog", "aria-label": input.getAttribute("aria-label") },
      [form, status, list, element("p", { class: "search-foot" }, [all, keys])]);
    document.body.append(node);
    sendByAddress(form);
    var active = -1, ticket = 0;
    all.hidden = true;

    function options() { return Array.from(list.children); }
    function choose(index) {
      var all = options();
      active = all.length ? (index + all.length) % all.length : -1;
      all.forEach(function (option, i) { option.setAttribute("aria-selected", i === active ? "true" : "false"); });
      if (active < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
    /** An option may hold no link of its own, so it behaves as one. */
    function follow(option, event) {
      var href = option.getAttribute("data-href");
      if (event.ctrlKey || event.metaKey) return window.open(href);
      node.close();
      location.href = href;
    }
    function show(results) {
      empty(list);
      results.forEach(function (result, i) {
        var meta = labels(result).concat(result.heading.length ? [result.heading.map(function (part) { return part[0]; }).join("")] : []);
        list.append(element("li", {
          role: "option", id: "search.option-" + i, "aria-selected": "false", "data-href": result.href, lang: result.language
        }, [
          element("span", { class: "search-title" }, marked(result.title)),
          element("span", { class: "search-meta" }, [meta.join(" · ")]),
          element("span", { class: "search-text" }, marked(result.snippet))
        ]));
      });
      input.setAttribute("aria-expanded", results.length ? "true" : "false");
      input.removeAttribute("aria-activedescendant");
      active = -1;
    }
    function run() {
      var query = input.value.trim(), mine = ++ticket;
      all.hidden = !query;
      all.href = searchPage + "?q=" + encodeURIComponent(query);
      if (!query) {
        status.textContent = "";
        return show([]);
      }
      start().then(function (engine) {
        if (mine !== ticket) return null;
        if (!status.textContent) status.textContent = say("loading");
        return engine.query(query, { language: language, limit: 8 });
      }).then(function (answer) {
        if (!answer || mine !== ticket) return;
        status.textContent = [tell(answer)].concat(notices(answer)).concat(answer.others.map(function (other) {
          return say("others", { count: other.count, language: words["language:" + other.language] });
        })).join(" ");
        var results = answer.results.length ? answer.results : answer.near ? answer.near.pages : [];
        if (!answer.results.length && answer.near && answer.near.words.length) {
          status.textContent += " " + say("near-words") + answer.near.words.join(words.and);
        }
        results.forEach(function (result) { result.href = address(result, result.anchor, answer.marks); });
        all.textContent = say("all");
        show(results);
      }).catch(function (error) {
        if (mine !== ticket) return;
        show([]);
        status.textContent = failure(error);
      });
    }
    var composes = listen(input, run);
    input.addEventListener("keydown", function (event) {
      if (composes(event)) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (active < 0 && event.key === "ArrowUp") choose(-1); else choose(active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        follow(options()[active], event);
      } else if (event.key === "Enter" && !input.value.trim()) {
        event.preventDefault();
      } else if (event.key === "Escape") {
        // A search field would take the key to empty itself, and the dialog would stay.
        event.preventDefault();
        node.close();
      }
    });
    close.addEventListener("click", function () { node.close(); });
    node.addEventListener("click", function (event) { if (event.target === node) node.close(); });
    list.addEventListener("click", function (event) {
      var option = event.target.closest("[role=option]");
      if (option) follow(option, event);
    });
    return {
      node: node, input: input,
      prepare: function () {
        start().then(function (engine) {
          close.setAttribute("aria-label", say("close"));
          keys.textContent = say("keys");
          all.textContent = say("all");
          return engine.open();
        }).catch(function (error) { status.textContent = failure(error); });
      }
    };
  }

  /** Firefox does not count a file as ‘self’ where the policy tells which forms may be sent. */
  function sendByAddress(form) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      location.href = searchPage + "?q=" + encodeURIComponent(form.querySelector("input").value.trim());
    });
  }

  sendByAddress(siteForm);
  document.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229 || event.altKey) return;
    var isShortcut = (event.ctrlKey || event.metaKey) && !event.shiftKey && (event.key === "k" || event.key === "K");
    var target = event.target;
    var isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.nodeName);
    if (!isShortcut && (event.key !== "/" || event.ctrlKey || event.metaKey || isTyping)) return;
    if (typeof HTMLDialogElement !== "function") return;
    event.preventDefault();
    openDialog();
  });

  // ---- The page of results

  function runPage(page) {
    var form = page.querySelector("form"), input = form.querySelector("input[name=q]");
    var status = page.querySelector("[role=status]"), list = page.querySelector(".results");
    var facets = page.querySelector(".facets"), foot = page.querySelector(".results-foot");
    var chosen = {}, isAny = false, shown = 10, ticket = 0;

    function readAddress() {
      var parameters = new URLSearchParams(location.search);
      input.value = parameters.get("q") || "";
      (parameters.get("f") || "").split(",").forEach(function (pair) {
        var at = pair.indexOf(":"), facet = pair.slice(0, at), value = pair.slice(at + 1);
        if (at < 1) return;
        if (facet === "language") isAny = value === "any"; else (chosen[facet] || (chosen[facet] = [])).push(value);
      });
    }
    function writeAddress() {
      var filters = Object.keys(chosen).sort().reduce(function (list, facet) {
        return list.concat(chosen[facet].map(function (value) { return facet + ":" + value; }));
      }, isAny ? ["language:any"] : []);
      var query = input.value.trim();
      var address = "?q=" + encodeURIComponent(query) + (filters.length ? "&f=" + filters.map(encodeURIComponent).join(",") : "");
      try { history.replaceState(null, "", query || filters.length ? address : location.pathname); } catch (error) { /* some browsers keep file: addresses as they are */ }
    }
    function toggle(facet, value, isOn) {
      var values = (chosen[facet] || []).filter(function (other) { return other !== value; });
      if (isOn) values.push(value);
      if (values.length) chosen[facet] = values; else delete chosen[facet];
      shown = 10;
      run();
    }
    function button(text, action) {
      var node = element("button", { type: "button" }, [text]);
      node.addEventListener("click", action);
      return node;
    }
    function item(result, marks) {
      var meta = labels(result).map(function (label) { return element("span", {}, [label]); });
      var parts = [
        element("h2", {}, [element("a", { href: address(result, result.anchor, marks) }, marked(result.title))]),
        element("p", { class: "search-meta" }, meta)
      ];
      if (result.heading.length) parts.push(element("p", { class: "search-place" }, marked(result.heading)));
      if (result.snippet.length) parts.push(element("p", { class: "search-text" }, marked(result.snippet)));
      if (result.names) parts.push(element("p", { class: "search-meta" }, [say("also") + " "].concat(marked(result.names.map(function (part) {
        return [part[0].replace(/\n/g, words.and), part[1]];
      })))));
      if (result.others.length) {
        var more = element("p", { class: "search-more" });
        result.others.forEach(function (other) {
          more.append(element("a", { href: address(result, other.anchor, marks) }, marked(other.heading)), " ");
        });
        parts.push(more);
      }
      var node = element("li", { "data-result": "" }, parts);
      if (result.language !== language) node.lang = result.language;
      return node;
    }
    function showFacets(answer) {
      var open = Array.from(facets.querySelectorAll("details")).filter(function (node) { return node.open; }).map(function (node) { return node.dataset.facet; });
      var focused = document.activeElement && document.activeElement.id;
      empty(facets);
      answer.facets.forEach(function (facet, number) {
        var useful = facet.values.length > 1 || facet.values.some(function (value) { return value.isChosen; });
        if (!useful) return;
        var body = element("ul", {}, facet.values.map(function (value) {
          var box = element("input", { type: "checkbox", id: "search.facet-" + facet.id + "-" + value.id });
          box.checked = value.isChosen;
          box.addEventListener("change", function () { toggle(facet.id, value.id, box.checked); });
          return element("li", {}, [element("label", {}, [box, " " + value.label + " ", element("span", { class: "search-count" }, [String(value.count)])])]);
        }));
        var node = element("details", { "data-facet": facet.id }, [element("summary", {}, [facet.label]), body]);
        node.open = open.indexOf(facet.id) >= 0 || Boolean(chosen[facet.id]) || !open.length && number < 2 && matchMedia("(min-width: 64rem)").matches;
        facets.append(node);
      });
      if (Object.keys(chosen).length) facets.append(button(say("clear"), function () { chosen = {}; run(); }));
      if (focused) { var again = document.getElementById(focused); if (again && facets.contains(again)) again.focus(); }
    }
    function show(answer) {
      empty(list);
      empty(foot);
      status.textContent = [tell(answer)].concat(notices(answer)).join(" ");
      answer.results.forEach(function (result) { list.append(item(result, answer.marks)); });
      showFacets(answer);
      if (answer.total > answer.results.length && !answer.near) {
        foot.append(button(say("more"), function () {
          var count = list.children.length;
          shown += 10;
          run().then(function () { if (list.children[count]) list.children[count].querySelector("a").focus(); });
        }));
      }
      answer.others.forEach(function (other) {
        foot.append(button(say("others", { count: other.count, language: words["language:" + other.language] }), function () {
          isAny = true;
          run();
        }));
      });
      if (isAny) foot.append(button(say("language", { language: words["language:" + language] }), function () { isAny = false; run(); }));
      if (!answer.near) return;
      if (answer.near.words.length) {
        var line = element("p", {}, [say("near-words")]);
        answer.near.words.forEach(function (word) {
          line.append(" ", button(word, function () { input.value = word; run(); }));
        });
        foot.append(line);
      }
      if (answer.near.pages.length) {
        foot.append(element("p", {}, [say("near-pages")]), element("ul", { class: "results" }, answer.near.pages.map(function (page) {
          var node = item(page, "");
          node.removeAttribute("data-result");
          return node;
        })));
      }
    }
    function run() {
      var query = input.value.trim(), mine = ++ticket;
      writeAddress();
      document.title = (query ? query + " · " : "") + page.getAttribute("data-title");
      if (!query) {
        empty(list);
        empty(foot);
        empty(facets);
        status.textContent = "";
        return Promise.resolve();
      }
      return start().then(function (engine) {
        if (mine !== ticket) return null;
        if (!status.textContent) status.textContent = say("loading");
        return engine.query(query, { language: language, allLanguages: isAny, facets: chosen, limit: shown });
      }).then(function (answer) {
        if (answer && mine === ticket) show(answer);
      }).catch(function (error) {
        if (mine !== ticket) return;
        empty(list);
        empty(foot);
        status.textContent = failure(error);
      });
    }
    readAddress();
    var composes = listen(input, function () { shown = 10; run(); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      shown = 10;
      run();
    });
    input.addEventListener("keydown", function (event) { if (composes(event) && event.key === "Enter") event.stopPropagation(); });
    page.classList.add("is-ready");
    if (input.value) run();
    else { input.focus(); start().then(function (engine) { return engine.open(); }).catch(function (error) { status.textContent = failure(error); }); }
  }

  // ---- Marks on the page arrived at

  function markPage(query) {
    start().then(function (engine) {
      var main = document.getElementById("page.main"), marks = [], nodes = [];
      var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, {
        acceptNode: function (node) {
          if (!/\S/.test(node.data) || node.parentElement.closest("script, style, nav, svg, [hidden]")) return NodeFilter.FILTER_REJECT;
          return NodeFilter.FILTER_ACCEPT;
        }
      });
      while (walker.nextNode() && nodes.length < 20000) nodes.push(walker.currentNode);
      nodes.forEach(function (node) {
        var parts = marks.length < 500 ? engine.mark(query, node.data) : [];
        if (!parts.some(function (part) { return part[1]; })) return;
        marked(parts).forEach(function (piece) {
          if (piece.nodeName === "MARK") marks.push(piece);
          node.before(piece);
        });
        node.remove();
      });
      if (marks.length) showMarks(marks);
    }).catch(function () { /* The page is whole without its marks. */ });
  }

  function showMarks(marks) {
    var at = -1, target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var status = element("span", { role: "status" });
    function go(step) {
      if (at >= 0) marks[at].removeAttribute("aria-current");
      at = (at + step + marks.length) % marks.length;
      marks[at].setAttribute("aria-current", "true");
      marks[at].scrollIntoView({ block: "center" });
      status.textContent = say("highlights", { number: at + 1, count: marks.length });
    }
    function button(key, sign, action) {
      var node = element("button", { type: "button", "aria-label": say(key) }, [sign]);
      node.addEventListener("click", action);
      return node;
    }
    var bar = element("div", { class: "mark-bar", role: "group", "aria-label": say("highlights", { number: "–", count: marks.length }) }, [
      button("previous", "↑", function () { go(-1); }), status, button("next", "↓", function () { go(1); }),
      button("close", "×", function () {
        marks.forEach(function (mark) { mark.replaceWith.apply(mark, Array.from(mark.childNodes)); });
        bar.remove();
      })
    ]);
    document.body.append(bar);
    if (target) {
      marks.some(function (mark, index) {
        if (!(target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) && !target.contains(mark)) return false;
        at = index - 1;
        return true;
      });
    }
    go(1);
  }

  // ---- Where we are

  var page = document.getElementById("search.page");
  if (page) runPage(page);
  else {
    var wanted = new URLSearchParams(location.search).get("mark");
    if (wanted) markPage(wanted);
  }
})();
