// What an engine makes of a page: act() sets going what answers later, isSettled() tells whether it has, look() what is
// wrong. Written for the oldest of them.
function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
function isSeen(element) { return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible"; }
function kind() { return (document.body.className.match(/kind-([\w-]+)/) || [])[1]; }

function act() {
  if (kind() === "home") document.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
  if (kind() === "search") {
    var form = document.querySelector("main form");
    if (!form) return;
    form.querySelector("input").value = document.documentElement.lang.slice(0, 2) === "zh" ? "网格" : "grid";
    form.querySelector("button").click();
  }
  if (kind() === "finder") {
    var tick = document.querySelector("main .tick input");
    if (tick) tick.click();
  }
}

// Whether a page shows what was asked of it.
function has() {
  return {
    dialog: kind() !== "home" || !!document.querySelector("dialog[open]"),
    results: kind() !== "search" || all("main .results li").filter(isSeen).length >= 10,
    ticks: kind() !== "finder" || all("main .chips button").filter(isSeen).length > 0,
  };
}
function isSettled(width) {
  var shown = has();
  return window.innerWidth === width && shown.dialog && shown.results && shown.ticks;
}

function look(width) {
  var found = [], shown = has();
  function tell(check, element, message) {
    var name = element.className && typeof element.className === "string" ? "." + element.className.split(" ")[0] : "";
    found.push([check, element.tagName.toLowerCase() + name + " " + message]);
  }
  if (window.innerWidth !== width) tell("window", document.documentElement, "is " + window.innerWidth + " px wide");
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) {
    tell("overflow", document.documentElement, "is wider than the window");
  }
  // Text keeps away from the edge.
  all("main p, main h1, main li").filter(isSeen).forEach(function (element) {
    var box = element.getBoundingClientRect(), start = box.left + parseFloat(getComputedStyle(element).paddingLeft);
    if (start < 4 && box.width > 40) tell("gutter", element, "touches the edge");
  });
  // Lists with a class of their own have no bullets.
  all("ul[class] > li, ol[class] > li").filter(isSeen).forEach(function (item) {
    var style = getComputedStyle(item);
    if (style.display === "list-item" && style.listStyleType !== "none") tell("bullets", item.parentNode, "has bullets");
  });
  // What is set in a row with a gap does not touch.
  all("body *").forEach(function (row) {
    var style = getComputedStyle(row), gap = parseFloat(style.columnGap);
    if (!/^(inline-)?flex$/.test(style.display) || !(gap > 3) || !isSeen(row) || style.flexDirection === "column") return;
    var items = Array.prototype.filter.call(row.children, function (item) {
      return isSeen(item) && getComputedStyle(item).position !== "absolute" && !item.hasAttribute("aria-hidden");
    });
    items.slice(1).forEach(function (item, index) {
      var before = items[index].getBoundingClientRect(), box = item.getBoundingClientRect();
      if (before.bottom > box.top + 2 && before.top < box.bottom - 2 && box.left - before.right < 2) {
        tell("gap", row, "has items that touch");
      }
    });
  });
  // What has a gap between columns has columns, where there is room.
  all("body *").forEach(function (grid) {
    var style = getComputedStyle(grid);
    if (width < 1000 || style.display !== "grid" || !(parseFloat(style.columnGap) > 3) || grid.children.length < 2) return;
    if (isSeen(grid) && !/ /.test(style.gridTemplateColumns)) tell("columns", grid, "has one column");
  });
  // The list of contents is open where there is room for it. What is folded has boxes, in Chromium 102 for instance.
  all(".toc").filter(isSeen).forEach(function (list) {
    var link = list.querySelector("li a");
    if (!link || width < 1000) return;
    if (link.checkVisibility ? link.checkVisibility() : isSeen(link) && !link.closest("details:not([open])")) return;
    tell("contents", list, "is folded at a desk");
  });
  // An open line of a drawing is not filled.
  all("svg path").filter(isSeen).forEach(function (path) {
    if (/z/i.test(path.getAttribute("d")) || getComputedStyle(path).fill === "none") return;
    tell("drawing", path.ownerSVGElement, "has a filled line");
  });
  // WebKit draws figures over one another where it sets them apart from Chinese characters, which no box tells.
  var isWebKit = window.CSS.supports("-webkit-nbsp-mode", "normal");
  all("main, main p, main td").filter(isSeen).forEach(function (element) {
    var space = getComputedStyle(element).textAutospace;
    if (isWebKit && space && space !== "no-autospace") tell("figures", element, "has figures drawn over one another");
  });
  // In forced colours what is marked still differs from what is not: grounds are taken away there, clear or not.
  function marks(element) {
    var style = getComputedStyle(element);
    return [style.backgroundColor.replace(/^rgba\((.*), 0\)$/, "rgb($1)"), style.backgroundImage, style.borderTopColor,
      style.borderBottomColor, style.borderTopWidth, style.borderBottomWidth, style.borderTopStyle].join();
  }
  [[".strip .stated", ".strip .unknown"], [".rungs .reached", ".rungs li:not(.reached)"],
    [".menu a[aria-current]", ".menu a:not([aria-current])"]].forEach(function (pair) {
    var marked = all(pair[0]).filter(isSeen)[0], other = all(pair[1]).filter(isSeen)[0];
    if (!matchMedia("(forced-colors: active)").matches || !marked || !other) return;
    if (marks(marked) === marks(other)) tell("forced", marked, "looks like what is not marked");
  });
  if (!shown.dialog) tell("dialog", document.body, "opens no search by /");
  if (!shown.results) tell("results", document.body, "does not find ten things");
  if (!shown.ticks) tell("ticks", document.body, "takes no tick");
  return found;
}
window.exemplarQuestions = { isSettled: isSettled, look: look };
