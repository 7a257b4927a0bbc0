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
    var at = -1, target = document.getElementById(decoded(location.hash.slice(1)));
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
