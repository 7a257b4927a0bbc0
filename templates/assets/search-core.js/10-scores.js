  // What a reader came for is worth more, where pages are near each other: first what was done, then what is said of it.
  var KIND = { practice: 1.3, "case": 1.1, source: 0.8, speaker: 0.8, page: 0.9 };

  /** The value of a facet that a page has, by its id. */
  function valueOf(index, facet, page) {
    var number = index.manifest.labels.findIndex(function (label) { return label.id === facet; });
    var values = number < 0 ? null : index.valuesOf[number][page];
    return values && values.length ? index.manifest.labels[number].values[values[0]][0] : "";
  }

  /** A proposal counts as what is said; what is found by its letters only is wanted by its name. */
  function kindWeight(index, entry) {
    if (entry.tier || valueOf(index, "modality", entry.page) === "proposed") return 1;
    return KIND[valueOf(index, "kind", entry.page)] || 1;
  }

  /** Pages that have every word – or, `isRelaxed`, some of them – with their scores. */
  function score(index, words, isRelaxed) {
    var pages = new Map(), count = index.manifest.pageCount;
    var used = words.filter(function (word) { return word.matches.byPage.size; });
    if (!isRelaxed && used.length < words.length) return pages;
    function rarityOf(word) {
      var found = word.matches.byPage.size;
      return Math.log(1 + (count - found + 0.5) / (found + 0.5)) + 0.1;
    }
    used.forEach(function (word) {
      var rarity = rarityOf(word);
      word.matches.byPage.forEach(function (match, page) {
        var entry = pages.get(page);
        if (!entry) pages.set(page, entry = { page: page, score: 0, words: 0, tier: 0, rarity: 0, sections: new Map() });
        var gain = rarity * match.weight / (match.weight + SATURATION);
        entry.score += gain * (word.isPart ? 0.6 : 1);
        entry.rarity += rarity;
        entry.words++;
        entry.tier = Math.max(entry.tier, match.tier);
        match.sections.forEach(function (section) {
          entry.sections.set(section[0], (entry.sections.get(section[0]) || 0) + rarity * section[1] / (section[1] + SATURATION));
        });
      });
    });
    if (!isRelaxed) {
      pages.forEach(function (entry, page) { if (entry.words < words.length) pages.delete(page); });
    } else {
      // A page with more of the words comes before one with more uses of fewer, and one with few of them is no answer.
      var all = used.reduce(function (sum, word) { return sum + rarityOf(word); }, 0);
      var most = 0;
      pages.forEach(function (entry) { most = Math.max(most, entry.rarity); });
      pages.forEach(function (entry, page) {
        entry.score *= entry.rarity / all;
        if (entry.rarity < most / 3) pages.delete(page);
      });
    }
    pages.forEach(function (entry) { entry.score *= kindWeight(index, entry); });
    return pages;
  }

  /** The words of a relaxed query: phrases become words, and a run of Han characters that is nowhere as a whole is
      taken apart into the longest pieces that are somewhere. What is left of it goes into `missing`. */
  function takeApart(index, words, isFew, missing) {
    function find(list) {
      return Promise.all(list.map(function (word) { return word.matches ? word : findWord(index, word); }));
    }
    var plain = words.reduce(function (list, word) {
      return list.concat(word.isPhrase ? word.parts.map(function (part) { return { text: part.text, isHan: part.isHan }; }) : word);
    }, []);
    return find(plain).then(function () {
      return Promise.all(plain.map(function (word) {
        var isLong = word.isHan && word.text.length > 4 && isFew;
        return word.isHan && word.text.length > 2 && (isLong || !word.matches.byPage.size) ? pieces(index, word, missing) : [word];
      }));
    }).then(function (lists) {
      var seen = new Set();
      return find([].concat.apply([], lists).filter(function (word) {
        var isNew = !seen.has(word.text);
        seen.add(word.text);
        return isNew;
      }));
    });
  }

  var LONGEST_PIECE = 8;
  var PARTICLE = /[的了在把给和与]/;

  /** The pieces of a run of Han characters that pages have: as few and as long as can be, particles left out. The word
      itself where there are none. */
  function pieces(index, word, missing) {
    var text = word.text;
    return Promise.all(grams(text).map(function (gram) { return index.gram(gram); })).then(function (lists) {
      // The cost of what follows each character, and where the piece that begins there ends.
      var cost = [0], ends = [];
      cost[text.length] = 0;
      for (var at = text.length - 1; at >= 0; at--) {
        cost[at] = cost[at + 1] + 2;
        ends[at] = at + 1;
        var postings = null;
        for (var end = at + 2; end <= Math.min(text.length, at + LONGEST_PIECE); end++) {
          if (end - at === text.length) break;
          if (PARTICLE.test(text[at]) || PARTICLE.test(text[end - 1])) break;
          postings = postings ? intersect([postings, lists[end - 2]]) : lists[at];
          if (!postings.sections.length) break;
          if (cost[end] + 1 < cost[at]) { cost[at] = cost[end] + 1; ends[at] = end; }
        }
      }
      var list = [], rest = "";
      for (var start = 0; start < text.length; start = ends[start]) {
        var isPiece = ends[start] > start + 1;
        if (isPiece) list.push({ text: text.slice(start, ends[start]), isHan: true, isPart: true });
        rest += isPiece || PARTICLE.test(text[start]) ? " " : text[start];
      }
      if (!list.length) return [word];
      // Of three characters one that is left makes another word of it: 业委会 is no 居委会.
      if (text.length < 4) rest = text;
      rest.split(" ").forEach(function (part) { if (part.length > 1) missing.push(part); });
      return list;
    });
  }

