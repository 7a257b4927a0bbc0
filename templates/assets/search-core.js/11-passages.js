  // ---- Looking into the texts of the leading results

  /** Where a word stands in the units of a text: pairs of indices, the end exclusive. */
  function occurrences(units, word) {
    var found = [];
    if (word.isPhrase) {
      for (var at = 0; at < units.length; at++) {
        var end = at;
        for (var p = 0; p < word.parts.length && end >= 0; p++) {
          var part = word.parts[p];
          if (part.isHan) {
            end = hanAt(units, end, part.text);
          } else {
            end = units[end] && units[end].text === part.text ? end + 1 : -1;
          }
        }
        if (end > at) found.push([at, end]);
      }
      return found;
    }
    units.forEach(function (unit, at) {
      if (word.isHan) {
        var end = unit.isGram ? hanAt(units, at, word.text) : -1;
        if (end > 0) found.push([at, end]);
      } else if (!unit.isGram && word.targets && word.targets.has(stem(unit.text))) {
        found.push([at, at + 1]);
      }
    });
    return found;
  }

  function hanAt(units, at, text) {
    for (var i = 0; i < text.length; i++) {
      var unit = units[at + i];
      if (!unit || unit.text !== text[i] || i > 0 && !unit.joined) return -1;
    }
    return at + text.length;
  }

  /** Looks for the words in a text: how many are there, how near to each other, and where. */
  function examine(analysis, text, words) {
    var units = analysis.units(text), all = [], present = 0;
    words.forEach(function (word, number) {
      var found = occurrences(units, word);
      if (found.length) present++;
      found.forEach(function (place) { all.push({ word: number, from: place[0], to: place[1] }); });
    });
    all.sort(function (a, b) { return a.from - b.from || a.to - b.to; });
    return { text: text, units: units, places: all, present: present, span: narrowest(all, present) };
  }

  /** The least number of units, besides the words themselves, that lie between one use of each word present. */
  function narrowest(places, present) {
    if (present < 2) return 0;
    var counts = new Map(), left = 0, best = Infinity;
    places.forEach(function (place, right) {
      counts.set(place.word, (counts.get(place.word) || 0) + 1);
      while (counts.size === present) {
        var width = place.to - places[left].from;
        var inside = 0, seen = new Set();
        for (var i = left; i <= right; i++) {
          if (!seen.has(places[i].word)) { seen.add(places[i].word); inside += places[i].to - places[i].from; }
        }
        best = Math.min(best, Math.max(0, width - inside));
        var first = places[left++].word;
        if (counts.get(first) === 1) counts.delete(first); else counts.set(first, counts.get(first) - 1);
      }
    });
    return best;
  }

  /** Reads the text of a page, finds the words in it, and settles its score. */
  function verify(index, entry, words, whole) {
    return index.text(entry.page).then(function (text) {
      var analysis = index.analysis, first = index.firstSection[entry.page];
      var title = examine(analysis, text.title, words);
      var names = examine(analysis, text.names.join("\n"), words);
      var also = examine(analysis, text.also.join("\n"), words);
      var hits = [];
      function hit(section, place, body) {
        hits.push({ anchor: place.anchor, heading: place.heading, body: body, head: examine(analysis, place.heading, words),
          weight: entry.sections.get(section) || 0 });
      }
      hit(first, { anchor: "", heading: "" }, examine(analysis, text.summary, words));
      text.sections.forEach(function (section, number) {
        hit(first + number + 1, section, examine(analysis, section.text, words));
      });
      var found = new Set();
      function note(examined) { examined.places.forEach(function (place) { found.add(place.word); }); }
      note(title);
      note(names);
      note(also);
      hits.forEach(function (each) { note(each.body); note(each.head); });

      var factor = 1;
      words.forEach(function (word, number) {
        // Its pairs are there, the word is not.
        if (word.isHan && word.text.length > 2 && !found.has(number)) factor *= 0.5;
      });
      var isWhole = sameUnits(title.units, whole);
      if (isWhole) factor *= 2.2;
      else if (text.names.some(function (name) { return sameUnits(analysis.units(name), whole); })) factor *= 1.4;
      else if (words.length && title.present === words.length) factor *= 1.25 + 0.25 * covered(title);
      if (words.length > 1) {
        var nearest = Infinity;
        [title].concat(hits.map(function (each) { return each.body; })).forEach(function (examined) {
          if (examined.present === words.length) nearest = Math.min(nearest, examined.span);
        });
        factor *= 1 + 0.5 / (1 + nearest / 4);
      }
      hits.forEach(function (each) {
        each.score = each.weight + 0.5 * each.body.present + 0.7 * each.head.present +
          (words.length > 1 && each.body.present === words.length ? 1 / (1 + each.body.span / 8) : 0);
      });
      hits.sort(function (a, b) { return b.score - a.score; });
      return {
        entry: entry, text: text, title: title, names: names, also: also, hits: hits, score: entry.score * factor,
        hasPhrases: words.every(function (word, number) { return !word.isPhrase || found.has(number); })
      };
    });
  }

  function sameUnits(a, b) {
    return a.length === b.length && a.length > 0 && a.every(function (unit, i) { return unit.text === b[i].text; });
  }

  /** Which share of a text its words make up. */
  function covered(examined) {
    var marked = new Set();
    examined.places.forEach(function (place) { for (var i = place.from; i < place.to; i++) marked.add(i); });
    return marked.size / Math.max(1, examined.units.length);
  }

