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
    all.hidden = true;
    var suggestions = suggest({
      input: input, list: list, status: status, id: "search.option-", close: function () { node.close(); },
      asked: function (query) {
        all.hidden = !query;
        all.href = searchPage + "?q=" + encodeURIComponent(query);
        if (words) all.textContent = say("all");
      }
    });
    node.addEventListener("close", suggestions.stop);
    close.addEventListener("click", function () { node.close(); });
    node.addEventListener("click", function (event) { if (event.target === node) node.close(); });
    return {
      node: node, input: input,
      prepare: function () {
        start().then(function (engine) {
          close.setAttribute("aria-label", say("close"));
          keys.textContent = say("keys");
          all.textContent = say("all");
          suggestions.run();
          return engine.open();
        }).catch(function (error) { status.textContent = failure(error); });
      }
    };
  }

  // ---- The field in the head

  /** What a field suggests below it: results while one types, before that what was looked for last. */
  function suggestBelow(form) {
    var input = form.querySelector("input[name=q]"), id = form.id || "search.head";
    if (!input || form.closest(".search-page")) return;
    var list = element("ul", { role: "listbox", id: id + "-options", "aria-label": input.getAttribute("aria-label") });
    var status = element("p", { role: "status" });
    var box = element("div", { class: "search-below" }, [status, list]);
    var attributes = {
      role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "aria-keyshortcuts": "/",
      maxlength: "200", spellcheck: "false"
    };
    Object.keys(attributes).forEach(function (key) { input.setAttribute(key, attributes[key]); });
    box.hidden = true;
    form.append(box);
    var suggestions = suggest({
      input: input, list: list, status: status, id: id + "-", before: recent.list,
      close: function () { box.hidden = true; },
      shown: function (isShown) { box.hidden = !isShown || document.activeElement !== input; }
    });
    input.addEventListener("focus", suggestions.run);
    input.addEventListener("blur", function () { suggestions.stop(); box.hidden = true; });
    // A press on a suggestion must not take the focus, and so the list, away before it counts.
    box.addEventListener("mousedown", function (event) { event.preventDefault(); });
  }

  /** Firefox does not count a file as ‘self’ where the policy tells which forms may be sent. */
  function sendByAddress(form) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var query = form.querySelector("input").value.trim();
      recent.add(query);
      location.href = searchPage + (query ? "?q=" + encodeURIComponent(query) : "");
    });
  }

  // One file that holds all pages has no files beside it.
  if (root.charAt(0) !== "#") {
    var added = element("link", { rel: "stylesheet", href: root + "assets/added.css" });
    added.onload = function () {
      siteForm.querySelector("input").after(element("kbd", { class: "search-key", "aria-hidden": "true" }, ["/"]));
    };
    document.head.append(added);
  }
  Array.from(document.querySelectorAll("form.site-search, form.home-search")).forEach(function (form) {
    sendByAddress(form);
    suggestBelow(form);
  });
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

