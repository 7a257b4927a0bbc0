  /** Finds the pages of one word. Resolves to the word with `matches`, and what was made of it. */
  function findWord(index, word) {
    var matches = new Matches();
    word.matches = matches;
    word.targets = new Set();
    if (word.isPhrase) {
      return Promise.all(word.parts.map(function (part) { return wordPostings(index, part); })).then(function (lists) {
        var isByPage = word.parts.every(function (part) { return part.isHan && part.text.length === 1; });
        addPostings(index, matches, phraseSections(lists, word.parts), 1, isByPage);
        return word;
      });
    }
    if (word.isHan) {
      return wordPostings(index, word).then(function (postings) {
        addPostings(index, matches, postings, 1, word.text.length === 1);
        return word;
      });
    }
    return findLatin(index, word);
  }

  function wordPostings(index, word) {
    if (word.isHan) return Promise.all(grams(word.text).map(function (gram) { return index.gram(gram); })).then(intersect);
    return index.word(packWord(stem(word.text)));
  }

  /** The sections that have all words of a phrase. Single characters are known by page, so they do not narrow them. */
  function phraseSections(lists, parts) {
    var bySection = lists.filter(function (_, i) { return !(parts[i].isHan && parts[i].text.length === 1); });
    return bySection.length ? intersect(bySection) : lists[0];
  }

  /** A Latin word as it stands in the texts; where the reader's language has none of it, as pinyin; where no language
      has it, as the beginning of a word, or with a typing error in it. */
  function findLatin(index, word) {
    var matches = word.matches, isLetters = /^[a-z]+$/.test(word.text);
    word.targets.add(stem(word.text));
    return index.word(packWord(stem(word.text))).then(function (postings) {
      addPostings(index, matches, postings, 1);
      return joined(index, word);
    }).then(function () {
      if (!isLetters || word.text.length < 2) return null;
      var isHere = Array.from(matches.byPage.keys()).some(function (page) { return index.languageOf[page] === index.language; });
      return isHere ? null : Promise.all(["#", "!"].map(function (mark) {
        return index.withPrefix("w", mark + word.text, 2).then(function (found) { return [found, mark]; });
      }));
    }).then(function (keys) {
      (keys || []).forEach(function (found) { addPinyin(index, matches, found[0], word.text, found[1]); });
      return !matches.byPage.size && isLetters && word.isOpen ? complete(index, word) : null;
    }).then(function () {
      return !matches.byPage.size && isLetters && word.text.length >= 5 ? mend(index, word) : word;
    }).then(function () { return word; });
  }

  /** Adds where a word stands together with its neighbour, or, of a word and digits, where they stand apart. */
  function joined(index, word) {
    if (word.joined) {
      word.targets.add(stem(word.joined));
      return index.word(packWord(stem(word.joined))).then(function (postings) { addPostings(index, word.matches, postings, 1); });
    }
    var parts = /^([a-z]{3,})([0-9]+)$/.exec(word.text);
    if (!parts) return null;
    return Promise.all(parts.slice(1).map(function (part) { return index.word(packWord(stem(part))); })).then(function (lists) {
      parts.slice(1).forEach(function (part) { word.targets.add(stem(part)); });
      addPostings(index, word.matches, intersect(lists), 1);
    });
  }

  function mostUsed(a, b) { return b.count - a.count || (a.text < b.text ? -1 : 1); }

  /** The most used words that begin as this one. */
  function complete(index, word) {
    return index.withPrefix("f", word.text, 2).then(function (found) {
      found = found.filter(function (form) { return stem(form.text) !== stem(word.text); });
      found.sort(mostUsed);
      var stems = Array.from(new Set(found.map(function (form) { return stem(form.text); }))).slice(0, 6);
      return Promise.all(stems.map(function (target) {
        word.targets.add(target);
        return index.word(packWord(target)).then(function (postings) { addPostings(index, word.matches, postings, 0.3); });
      }));
    });
  }

  /** Takes the words instead that are one typing error away. */
  function mend(index, word) {
    var half = Math.floor(word.text.length / 2), backwards = word.text.split("").reverse().join("");
    var tasks = [index.withPrefix("f", word.text.slice(0, Math.min(half, 3)), 3)];
    if (index.backwards.first.length) {
      tasks.push(index.withPrefix("b", backwards.slice(0, Math.min(half, 3)), 3).then(function (found) {
        return found.map(function (form) { return { text: form.text.split("").reverse().join(""), count: form.count }; });
      }));
    } else {
      tasks.push(index.withPrefix("f", "", 1));
    }
    return Promise.all(tasks).then(function (lists) {
      var seen = new Set(), near = lists[0].concat(lists[1]).filter(function (form) {
        if (seen.has(form.text) || !isOneErrorApart(word.text, form.text) && !isOneErrorApart(word.text, stem(form.text))) return false;
        seen.add(form.text);
        return true;
      });
      near.sort(mostUsed);
      near = near.slice(0, 2);
      if (!near.length) return word;
      word.mended = near[0].text;
      word.targets = new Set(near.map(function (form) { return stem(form.text); }));
      return Promise.all(Array.from(word.targets).map(function (target) {
        return index.word(packWord(target)).then(function (postings) { addPostings(index, word.matches, postings, 0.8); });
      })).then(function () { return word; });
    });
  }

