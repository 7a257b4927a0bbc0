  // ---- Postings

  /** Sections in order with the code of each use. */
  function Postings() { this.sections = []; this.codes = []; }

  var SINGLE = 3; // (0 * 7 + 1) * 3 + 0

  function readPostings(text, start, end) {
    var postings = new Postings(), reader = new Reader(text), section = 0;
    reader.at = start;
    while (reader.at < end) {
      var number = reader.packed();
      section += number >>> 1;
      postings.sections.push(section);
      postings.codes.push(number & 1 ? reader.digit() : SINGLE);
    }
    return postings;
  }

  function headings(code) { return Math.floor(code / 21); }
  function texts(code) { return Math.floor(code / 3) % 7; }
  function names(code) { return code % 3; }

  /** The sections that all lists have, with the least use of each. */
  function intersect(lists) {
    lists = lists.slice().sort(function (a, b) { return a.sections.length - b.sections.length; });
    return lists.reduce(function (left, right) {
      var both = new Postings(), j = 0;
      for (var i = 0; i < left.sections.length; i++) {
        var section = left.sections[i];
        while (j < right.sections.length && right.sections[j] < section) j++;
        if (right.sections[j] !== section) continue;
        var a = left.codes[i], b = right.codes[j];
        var heading = Math.min(headings(a), headings(b)), text = Math.min(texts(a), texts(b)), name = Math.min(names(a), names(b));
        // Its parts stand in different fields, so the word itself in none.
        if (heading + text + name === 0) continue;
        both.sections.push(section);
        both.codes.push((heading * 7 + text) * 3 + name);
      }
      return both;
    });
  }

