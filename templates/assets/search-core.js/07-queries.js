  // ---- Queries

  /** What a query has at most, in characters: each word of it is compared with many of the index. */
  var LONGEST_QUERY = 200;

  var QUOTED = /"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』/g;

  /** The words of a query in order, each once: runs of Han characters, Latin words, phrases in quotation marks. */
  function parse(analysis, query) {
    var words = [], seen = new Set(), rest = 0, match;
    query = cut(query);

    function add(word) {
      var key = (word.isPhrase ? "\"" : "") + word.text;
      if (!seen.has(key)) { seen.add(key); words.push(word); }
    }
    function wordsOf(text) {
      var list = [];
      analysis.units(text).forEach(function (unit) {
        var last = list[list.length - 1];
        if (unit.isGram && unit.joined && last) last.text += unit.text;
        else list.push({ text: unit.text, isHan: unit.isGram });
      });
      return list;
    }
    function plain(text) { wordsOf(text).forEach(add); }

    QUOTED.lastIndex = 0;
    while ((match = QUOTED.exec(query))) {
      plain(query.slice(rest, match.index));
      rest = match.index + match[0].length;
      var parts = wordsOf(match[1] || match[2] || match[3] || match[4] || "");
      if (parts.length) add({ text: parts.map(function (part) { return part.text; }).join(" "), isPhrase: true, parts: parts });
    }
    var tail = query.slice(rest);
    plain(tail);
    var last = words[words.length - 1];
    if (last && !last.isPhrase && !last.isHan && /[\p{L}\p{N}]$/u.test(tail)) last.isOpen = true;
    return words;
  }

  /** The beginning of a text that is longer than queries may be, without half a character. */
  function cut(text) {
    return text.length > LONGEST_QUERY ? text.slice(0, LONGEST_QUERY).replace(/[\uD800-\uDBFF]$/, "") : text;
  }

  function grams(text) {
    if (text.length < 2) return [text];
    var list = [];
    for (var index = 0; index + 1 < text.length; index++) list.push(text.slice(index, index + 2));
    return list;
  }

