  // ---- Ranking

  var WEIGHT = { title: 10, name: 6, summary: 3, heading: 4, text: 1 };
  var SATURATION = 3;
  // How much less a use counts in pages of each class of length.
  var LENGTH = [1.3, 1.2, 1.1, 1, 0.92, 0.84, 0.77, 0.7];

  /** The pages of a word: their weight, and their best section. */
  function Matches() { this.byPage = new Map(); }
  Matches.prototype.add = function (page, weight, section, sectionWeight, tier) {
    var known = this.byPage.get(page);
    if (!known) this.byPage.set(page, { weight: weight, sections: [[section, sectionWeight]], tier: tier });
    else if (tier < known.tier) this.byPage.set(page, { weight: weight, sections: [[section, sectionWeight]], tier: tier });
    else if (tier === known.tier) {
      known.weight += weight;
      known.sections.push([section, sectionWeight]);
    }
  };

  function addPostings(index, matches, postings, factor, isByPage) {
    var page = 0, sections = postings.sections;
    for (var i = 0; i < sections.length; i++) {
      var section = sections[i], code = postings.codes[i];
      if (section >= index.firstSection[page + 1]) page = index.pageOf(section);
      var isTop = section === index.firstSection[page];
      var length = LENGTH[index.lengthClass[page]], weight;
      if (isByPage) weight = headings(code) * WEIGHT.heading + names(code) * WEIGHT.name + texts(code) * WEIGHT.text * length;
      else if (isTop) weight = headings(code) * WEIGHT.title + names(code) * WEIGHT.name + texts(code) * WEIGHT.summary;
      else weight = headings(code) * WEIGHT.heading + texts(code) * WEIGHT.text * length;
      // The title is shown anyway, so a use below it makes the better place to arrive at.
      matches.add(page, weight * factor, section, isTop ? weight * 0.2 : weight, 0);
    }
  }

  var PINYIN = [1, 0.8, 0.5, 0.4, 0.3, 0.2];

  function addPinyin(index, matches, found, typed, mark) {
    found.forEach(function (key) {
      var isExact = key.text === mark + typed, postings = key.postings();
      postings.sections.forEach(function (section, i) {
        var quality = postings.codes[i];
        // A few initials stand at too many places inside titles.
        if (mark === "#" && !isExact && quality > 3 && typed.length < 4) return;
        var weight = PINYIN[Math.min(quality, 5)] * (isExact ? 1 : 0.6) * (mark === "#" ? 0.8 : 1);
        var page = index.pageOf(section), known = matches.byPage.get(page);
        if (known && known.tier === 0) return;
        if (known && known.weight >= weight) return;
        matches.byPage.set(page, { weight: weight, sections: [[section, weight]], tier: 1, pinyin: true });
      });
    });
  }

