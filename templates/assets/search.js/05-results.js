  // ---- The page of results

  function runPage(page) {
    var form = page.querySelector("form"), input = form.querySelector("input[name=q]");
    var status = page.querySelector("[role=status]"), list = page.querySelector(".results");
    var facets = page.querySelector(".facets"), foot = page.querySelector(".results-foot");
    var beginning = page.querySelector(".search-start");
    beginning.querySelector("button").addEventListener("click", function () {
      recent.clear();
      offerStart(true);
      input.focus();
    });
    // What leads to a page was worth asking.
    list.addEventListener("click", function (event) { if (event.target.closest("a")) recent.add(input.value.trim()); });
    input.maxLength = 200;
    var chosen = Object.create(null), isAny = false, shown = 10, ticket = 0;

    function readAddress() {
      var parameters = new URLSearchParams(location.search);
      // Nothing is cut unseen: the field shows what is looked for (search-core.js, LONGEST_QUERY).
      input.value = (parameters.get("q") || "").slice(0, input.maxLength);
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
    /** What is needed to do a practice lies where the practice does, in a folder of its own. */
    function kitOf(path) { return path.replace(/(^|\/)practices\//, "$1kits/"); }
    /** Where to begin: what was looked for last, problems, other ways. Also where nothing is found. */
    function offerStart(isOffered) {
      var queries = recent.list(), last = beginning.querySelector(".search-recent"), links = last.querySelector("ul");
      beginning.hidden = !isOffered;
      last.hidden = !queries.length;
      empty(links);
      queries.forEach(function (query) {
        links.append(element("li", {}, [element("a", { href: "?q=" + encodeURIComponent(query) }, [query])]));
      });
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
        element("p", { class: "search-meta" })
      ];
      if (has(result, "kind", "practice")) {
        var kit = say(has(result, "modality", "proposed") ? "outline" : "kit");
        meta.push(element("span", {}, [element("a", { href: address({ path: kitOf(result.path) }) }, [kit])]));
      }
      meta.forEach(function (label) { parts[1].append(label); });
      if (result.heading.length) parts.push(element("p", { class: "search-place" }, marked(result.heading)));
      if (result.snippet.length) parts.push(element("p", { class: "search-text" }, marked(result.snippet)));
      if (result.names) parts.push(element("p", { class: "search-meta" }, [say("also") + " "].concat(marked(result.names.map(function (part) {
        return [part[0].replace(/\n/g, words.and), part[1]];
      })))));
      if (result.also) parts.push(element("p", { class: "search-meta" }, [say("words")].concat(marked(result.also))));
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
      if (Object.keys(chosen).length) facets.append(button(say("clear"), function () { chosen = Object.create(null); run(); }));
      if (focused) { var again = document.getElementById(focused); if (again && facets.contains(again)) again.focus(); }
    }
    function show(answer) {
      empty(list);
      empty(foot);
      status.textContent = [tell(answer)].concat(notices(answer)).join(" ");
      answer.results.forEach(function (result) { list.append(item(result, answer.marks)); });
      showFacets(answer);
      offerStart(!answer.total);
      if (answer.total && input !== document.activeElement) recent.add(input.value.trim());
      if (answer.total > answer.results.length && !answer.near) {
        foot.append(button(say("more", { count: Math.min(10, answer.total - answer.results.length) }), function () {
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
        offerStart(true);
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
    else { offerStart(true); input.focus(); start().then(function (engine) { return engine.open(); }).catch(function (error) { status.textContent = failure(error); }); }
  }

