  // ---- Queries

  /** What a query has at most, in characters: each word of it is compared with many of the index. */
  var LONGEST_QUERY = 200;

  var QUOTED = /"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』/g;

  /** Words that ask and tell nothing of what is looked for. */
  var ASKING = new RegExp("怎么办|怎么样|怎么|怎样|如何|为什么|为何|什么|哪些|从?哪里来?|从?哪儿|从哪来|哪个|哪种|有没有|有无|是不是|是否|能不能|能否|可不可以|" +
    "没有|可以|多少|多久|谁来|由谁|是谁|请问|想知道|想了解|我们|咱们|太多|很多|[多吗呢吧]$", "g");
  var ENGLISH = new Set(("a about am an and any are as at be by can could do does for from get has have how i in into is it make " +
    "many me much my need no of on or our should so that the their them there these they this to too us use used uses want was we were what " +
    "when where which who whom whose why will with would you your").split(" "));

  /** The words without those that only ask, unless there are no others. */
  function withoutAsking(words) {
    var rest = words.reduce(function (list, word) {
      if (word.isPhrase) return list.concat(word);
      if (!word.isHan) return ENGLISH.has(word.text) ? list : list.concat(word);
      var parts = word.text.replace(ASKING, " ").split(" ");
      parts = parts.map(function (part) { return part.replace(/(.)[多吗呢吧]$/, "$1"); });
      // What stands alone beside a question is its verb: 怎么搞, 怎么派.
      var isLong = parts.some(function (part) { return part.length > 1; });
      return list.concat(parts.filter(function (part) { return part.length > (isLong ? 1 : 0); }).map(function (part) {
        return part === word.text ? word : { text: part, isHan: true };
      }));
    }, []);
    var seen = new Set();
    rest = rest.filter(function (word) {
      var key = (word.isPhrase ? "\"" : "") + word.text, isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
    return rest.length ? rest : words;
  }

  /** What is written in one word or two: ‘covid19’, ‘COVID-19’, ‘covid 19’. Each of the two is found by both as well. */
  function join(words, units, text) {
    units.forEach(function (unit, at) {
      var next = units[at + 1];
      if (!next || unit.isGram || next.isGram) return;
      var isHyphen = text.slice(unit.end, next.start) === "-";
      var isCode = /^[a-z]+$/.test(unit.text) && /^[0-9]+$/.test(next.text) && next.start - unit.end <= 1;
      if (!isHyphen && !isCode) return;
      words.forEach(function (word) {
        if (word.text === unit.text || word.text === next.text) word.joined = unit.text + next.text;
      });
    });
  }

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
    function plain(text) {
      wordsOf(text).forEach(add);
      join(words, analysis.units(text), text);
    }

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
    return withoutAsking(words);
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

