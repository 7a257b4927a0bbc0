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

  /** A part of an address; what is none is taken as it is written. */
  function decoded(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }

  function empty(node) { while (node.firstChild) node.removeChild(node.firstChild); }

  /** An interface text with its blanks filled. */
  function say(key, blanks) {
    var text = words[key];
    if (blanks && blanks.count === 1 && words[key + "-one"]) text = words[key + "-one"];
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return blanks && name in blanks ? blanks[name] : whole; });
  }

