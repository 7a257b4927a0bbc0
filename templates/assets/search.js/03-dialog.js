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
      type: "search", name: "q", maxlength: "200", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false",
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

  Array.from(document.querySelectorAll("form.site-search, form.home-search")).forEach(sendByAddress);
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

