  // ---- What was looked for last

  /** The last queries, in this browser and nowhere else. Without storage there are none. */
  var recent = (function () {
    var key = "exemplar.searches", most = 6;
    function list() {
      try {
        var kept = JSON.parse(localStorage.getItem(key));
        return Array.isArray(kept) ? kept.filter(function (query) { return typeof query === "string"; }).slice(0, most) : [];
      } catch (error) { return []; }
    }
    function keep(queries) {
      try {
        if (queries.length) localStorage.setItem(key, JSON.stringify(queries)); else localStorage.removeItem(key);
      } catch (error) { /* The next page does not know, and that is all. */ }
    }
    return {
      list: list,
      add: function (query) {
        if (query) keep([query].concat(list().filter(function (other) { return other !== query; })).slice(0, most));
      },
      clear: function () { keep([]); }
    };
  })();

  // ---- Suggestions: options under a field, chosen by arrows

  /**
   * @param parts input, list (a listbox) and status; id: the beginning of the ids of options; close: what Escape and
   *   a choice do; shown(isShown): whether there is anything to see; asked(query): a query is about to be answered;
   *   before(): queries to offer before anything is typed.
   */
  function suggest(parts) {
    var input = parts.input, list = parts.list, status = parts.status, active = -1, ticket = 0, asked = "";

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
      recent.add(option.getAttribute("data-query") || input.value.trim());
      if (event.ctrlKey || event.metaKey) return window.open(href);
      parts.close();
      location.href = href;
    }
    function option(href, children, language) {
      return element("li", {
        role: "option", id: parts.id + list.children.length, "aria-selected": "false", "data-href": href, lang: language || document.documentElement.lang
      }, children);
    }
    function show(results) {
      empty(list);
      results.forEach(function (result) {
        var meta = labels(result).concat(result.heading.length ? [result.heading.map(function (part) { return part[0]; }).join("")] : []);
        list.append(option(result.href, [
          element("span", { class: "search-title" }, marked(result.title)),
          element("span", { class: "search-meta" }, [meta.join(" · ")]),
          element("span", { class: "search-text" }, marked(result.snippet))
        ], result.language));
      });
      opened();
    }
    function opened() {
      input.setAttribute("aria-expanded", list.children.length ? "true" : "false");
      input.removeAttribute("aria-activedescendant");
      active = -1;
      if (parts.shown) parts.shown(Boolean(list.children.length || status.textContent));
    }
    function offer() {
      status.textContent = "";
      empty(list);
      (parts.before ? parts.before() : []).forEach(function (query) {
        var node = option(searchPage + "?q=" + encodeURIComponent(query), [element("span", { class: "search-again" }, [query])]);
        node.setAttribute("data-query", query);
        list.append(node);
      });
      opened();
    }
    /** What was asked last no longer counts: the list is put away, or the answer did not come. */
    function forget() {
      ticket++;
      asked = "";
      active = -1;
      input.removeAttribute("aria-activedescendant");
    }
    function run() {
      var query = input.value.trim(), mine;
      if (parts.asked) parts.asked(query);
      // The same words bring the same answers, and new ones would take away what the reader has chosen among them.
      if (query && query === asked) return;
      mine = ++ticket;
      asked = query;
      if (!query) return offer();
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
        show(results);
        if (!parts.asked && answer.total > results.length) {
          list.append(option(searchPage + "?q=" + encodeURIComponent(query), [element("span", { class: "search-again" }, [say("all")])]));
        }
      }).catch(function (error) {
        if (mine !== ticket) return;
        asked = "";
        status.textContent = failure(error);
        show([]);
      });
    }
    var composes = listen(input, run);
    input.addEventListener("keydown", function (event) {
      if (composes(event)) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!list.children.length) run();
        else if (parts.shown && input.getAttribute("aria-expanded") === "false") {
          input.setAttribute("aria-expanded", "true");
          parts.shown(true);
        }
        if (active < 0 && event.key === "ArrowUp") choose(-1); else choose(active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        follow(options()[active], event);
      } else if (event.key === "Enter" && !input.value.trim()) {
        event.preventDefault();
      } else if (event.key === "Escape") {
        // A search field would take the key to empty itself, and what is open would stay.
        event.preventDefault();
        input.setAttribute("aria-expanded", "false");
        forget();
        parts.close();
      }
    });
    list.addEventListener("click", function (event) {
      var option = event.target.closest("[role=option]");
      if (option) follow(option, event);
    });
    return { run: run, stop: function () { input.setAttribute("aria-expanded", "false"); forget(); } };
  }

