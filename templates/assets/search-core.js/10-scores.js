  /** Pages that have every word – or, `isRelaxed`, some of them – with their scores. */
  function score(index, words, isRelaxed) {
    var pages = new Map(), count = index.manifest.pageCount;
    var used = words.filter(function (word) { return word.matches.byPage.size; });
    if (!isRelaxed && used.length < words.length) return pages;
    used.forEach(function (word) {
      var found = word.matches.byPage.size;
      var rarity = Math.log(1 + (count - found + 0.5) / (found + 0.5)) + 0.1;
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
      // A page with more of the words comes before one with more uses of fewer.
      var all = used.reduce(function (sum, word) {
        return sum + Math.log(1 + (count - word.matches.byPage.size + 0.5) / (word.matches.byPage.size + 0.5)) + 0.1;
      }, 0);
      pages.forEach(function (entry) { entry.score *= entry.rarity / all; });
    }
    return pages;
  }

  /** The words of a relaxed query: phrases become words, and a run of Han characters that is nowhere as a whole is
      taken apart into pairs. */
  function takeApart(index, words) {
    function find(list) {
      return Promise.all(list.map(function (word) { return word.matches ? word : findWord(index, word); }));
    }
    var plain = words.reduce(function (list, word) {
      return list.concat(word.isPhrase ? word.parts.map(function (part) { return { text: part.text, isHan: part.isHan }; }) : word);
    }, []);
    return find(plain).then(function () {
      return find(plain.reduce(function (list, word) {
        if (!word.isHan || word.text.length < 3 || word.matches.byPage.size) return list.concat(word);
        return list.concat(grams(word.text).map(function (gram) { return { text: gram, isHan: true, isPart: true }; }));
      }, []));
    });
  }

