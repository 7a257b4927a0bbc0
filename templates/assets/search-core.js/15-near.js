  /** What comes near a query without a hit: words spelt alike, and pages with some of its characters. */
  function near(index, words, language) {
    var latin = words.filter(function (word) { return !word.isHan && !word.isPhrase && /^[a-z]{3,}$/.test(word.text); });
    var characters = Array.from(new Set(words.filter(function (word) { return word.isHan; }).map(function (word) { return word.text; }).join("")));
    return Promise.all([
      Promise.all(latin.map(function (word) {
        return index.withPrefix("f", word.text.slice(0, 2), 2).then(function (forms) { return alike(word.text, forms); });
      })),
      Promise.all(characters.slice(0, 12).map(function (character) { return findWord(index, { text: character, isHan: true }); }))
    ]).then(function (found) {
      var pages = score(index, found[1], true), entries = [];
      pages.forEach(function (entry) { if (index.languageOf[entry.page] === language) entries.push(entry); });
      entries.sort(byScore);
      return Promise.all(entries.slice(0, 3).map(function (entry) { return verify(index, entry, found[1], []); })).then(function (list) {
        return {
          words: [].concat.apply([], found[0]).slice(0, 5),
          pages: list.map(function (each) { return present(index, each, language); })
        };
      });
    });
  }

  /** The words of a list that are spelt most like one. */
  function alike(word, forms) {
    return forms.map(function (form) { return [distance(word, form.text), form]; }).filter(function (pair) {
      return pair[0] <= Math.max(2, Math.floor(word.length / 3));
    }).sort(function (a, b) {
      return a[0] - b[0] || mostUsed(a[1], b[1]);
    }).slice(0, 3).map(function (pair) { return pair[1].text; });
  }

  function distance(a, b) {
    var row = [], i, j;
    for (j = 0; j <= b.length; j++) row.push(j);
    for (i = 1; i <= a.length; i++) {
      var diagonal = row[0];
      row[0] = i;
      for (j = 1; j <= b.length; j++) {
        var above = row[j];
        row[j] = Math.min(row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
        diagonal = above;
      }
    }
    return row[b.length];
  }

