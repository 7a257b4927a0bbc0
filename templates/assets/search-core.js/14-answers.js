  // ---- Answers

  /** So few pages with all words of a question that those with most of them come as well. */
  var FEW = 5;

  /**
   * Answers a query.
   *
   * @param options language: a tag, whose pages come first; allLanguages: all of them are wanted; facets: { facet:
   *   [value] }; offset and limit of the results.
   * @return A promise of { words, total, results, facets, others: [{ language, count }], relaxed, missing, mended,
   *   widened, near, phrases }.
   */
  function answer(index, query, options) {
    options = options || {};
    query = cut(query);
    var language, words, found, isRelaxed = false;
    return index.open().then(function () {
      language = index.language = Math.max(0, index.manifest.languages.indexOf(options.language));
      var needsVariants = Array.from(query).some(function (character) {
        return isGram(character.codePointAt(0)) && !index.code.singles.has(character);
      });
      if (needsVariants) return index.variants();
    }).then(function () {
      words = parse(index.analysis, query);
      return Promise.all(words.map(function (word) { return findWord(index, word); }));
    }).then(function () {
      found = score(index, words, false);
      // A question of many words has its answer where most of them are.
      var isLong = words.length > 2 || words.some(function (word) { return word.isHan && word.text.length > 4; });
      if (words.length && (!found.size || isLong && found.size < FEW)) return relax();
    }).then(settled).then(function (reply) {
      // All its words are in a section somewhere, but nowhere together.
      if (reply.total || words.isTaken || !words.some(isPhrase)) return reply;
      return relax().then(settled);
    });

    function settled() { return settle(index, query, words, found, isRelaxed, language, options); }

    function relax() {
      var missing = [], phrases = words.filter(isPhrase);
      return takeApart(index, words, found.size < FEW, missing).then(function (taken) {
        isRelaxed = phrases.length > 0 || !score(index, taken, false).size;
        found = score(index, taken, true);
        // That a phrase stands nowhere is known where it was all that was asked for, or where its words are nowhere together.
        taken.phrases = textsOf(phrases.filter(function (word) { return words.length === 1 || isNowhere(word); }));
        words = taken;
        words.isTaken = true;
        words.missing = missing.concat(textsOf(taken.filter(isNowhere)));
      });
    }
  }

  function byScore(a, b) { return a.tier - b.tier || b.score - a.score || a.page - b.page; }

  function settle(index, query, words, found, isRelaxed, language, options) {
    var filters = readFilters(index, options.facets), entries = [];
    found.forEach(function (entry) { entries.push(entry); });
    var perLanguage = index.manifest.languages.map(function () { return 0; });
    entries.forEach(function (entry) {
      if (passes(index, entry.page, filters, -1)) perLanguage[index.languageOf[entry.page]]++;
    });
    var isWidened = !options.allLanguages && !perLanguage[language] && perLanguage.some(Boolean);
    var shown = entries.filter(function (entry) {
      return options.allLanguages || isWidened || index.languageOf[entry.page] === language;
    });
    var facets = countFacets(index, shown.map(function (entry) { return entry.page; }), filters, language);
    shown = shown.filter(function (entry) { return passes(index, entry.page, filters, -1); });
    shown.sort(byScore);

    var offset = options.offset || 0, limit = options.limit || 10;
    var hasPhrase = words.some(isPhrase);
    return leading(index, query, words, shown, offset + limit, hasPhrase).then(function (verified) {
      var answer = {
        query: query, total: hasPhrase && verified.isComplete ? verified.list.length : shown.length,
        isAtLeast: hasPhrase && !verified.isComplete,
        results: verified.list.slice(offset, offset + limit).map(function (each) { return present(index, each, language); }),
        facets: facets, widened: isWidened, relaxed: isRelaxed && shown.length > 0,
        others: perLanguage.map(function (count, other) {
          return { language: index.manifest.languages[other], count: count };
        }).filter(function (other, number) {
          return other.count && number !== language && !options.allLanguages && !isWidened;
        }),
        missing: words.missing || [], phrases: words.phrases || [],
        mended: words.filter(function (word) { return word.mended; }).map(function (word) { return [word.text, word.mended]; }),
        marks: marks(words), near: null
      };
      if (answer.results.length || !words.length) return answer;
      return near(index, words, language).then(function (offer) {
        answer.near = offer;
        return answer;
      });
    });
  }

  function isPhrase(word) { return word.isPhrase; }
  function isNowhere(word) { return !word.matches.byPage.size; }
  function textsOf(words) { return words.map(function (word) { return word.text; }); }

  /** The words to mark on the page of a result, as a query. */
  function marks(words) {
    return words.filter(function (word) { return word.matches.byPage.size; }).map(function (word) {
      return word.isPhrase ? "\"" + word.text + "\"" : word.mended || word.text;
    }).join(" ");
  }

  /** Reads the texts of the first results until enough are settled. */
  function leading(index, query, words, entries, wanted, hasPhrase) {
    var whole = index.analysis.units(query), settled = [], at = 0;
    function more() {
      var next = entries.slice(at, at + wanted);
      at += next.length;
      return Promise.all(next.map(function (entry) { return verify(index, entry, words, whole); })).then(function (list) {
        settled = settled.concat(list.filter(function (each) { return each.hasPhrases; }));
        if (hasPhrase && settled.length < wanted && at < entries.length && at < wanted * 6) return more();
        settled.sort(function (a, b) {
          return a.entry.tier - b.entry.tier || b.score - a.score || a.entry.page - b.entry.page;
        });
        return { list: settled, isComplete: at >= entries.length };
      });
    }
    return more();
  }

