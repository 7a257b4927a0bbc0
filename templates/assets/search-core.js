/* The search of this site without anything of a page: it reads the index that the site's program wrote and answers
   queries. docs/search.md describes the rules and the files. Classic script, no dependencies; also runs in Node. */
(function (root) {
  "use strict";

  // ---- Numbers and words as the index writes them

  function digit(code) { return code - 32 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0); }

  function Reader(text) { this.text = text; this.at = 0; }
  Reader.prototype = {
    more: function () { return this.at < this.text.length; },
    digit: function () { return digit(this.text.charCodeAt(this.at++)); },
    packed: function () {
      var sum = 0, weight = 1, next;
      do {
        next = this.digit();
        sum += next * weight;
        weight *= 31;
      } while (next >= 62);
      return sum;
    },
    fixed: function (count) {
      var sum = 0, weight = 1;
      for (; count > 0; count--, weight *= 93) sum += this.digit() * weight;
      return sum;
    },
    frontCoded: function (previous) {
      var shared = this.digit(), length = this.digit();
      this.at += length;
      return previous.slice(0, shared) + this.text.slice(this.at - length, this.at);
    }
  };

  function digits(number, count) {
    var text = "";
    for (; count > 0; count--, number = Math.floor(number / 93)) {
      var code = number % 93 + 32;
      text += String.fromCharCode(code < 34 ? code : code < 91 ? code + 1 : code + 2);
    }
    return text;
  }

  /** A word in printable ASCII, as the index has it. */
  function packWord(word) {
    var packed = "";
    for (var character of word) {
      var code = character.codePointAt(0);
      packed += code < 128 ? character : "~" + digits(code, 3);
    }
    return packed.slice(0, 92);
  }

  // ---- Analysis: the rules of docs/search.md

  var LETTER = new RegExp("[\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}]", "u");
  var LONGEST_WORD = 48;

  function isGram(code) {
    return code >= 0x4E00 && code <= 0x9FFF || code >= 0x3400 && code <= 0x4DBF || code >= 0x3041 && code <= 0x3096 ||
      code >= 0x30A1 && code <= 0x30FA || code === 0x3005 || code === 0x3007;
  }

  function classOf(character) {
    var code = character.codePointAt(0);
    if (code >= 0x30 && code <= 0x39) return "digit";
    if (code >= 0x61 && code <= 0x7A) return "letter";
    if (code === 0x27 || code === 0x2019) return "apostrophe";
    if (code === 0x2E) return "stop";
    if (code === 0x2C) return "comma";
    if (code === 0x22 || code === 0x2018 || code === 0x201C || code === 0x201D || code === 0xB7 || code === 0x2022 ||
      code === 0x30FB || code >= 0x300A && code <= 0x300F) return "transparent";
    if (code < 0x80) return "separator";
    if (code >= 0x300 && code <= 0x36F) return "mark";
    if (isGram(code)) return "gram";
    return LETTER.test(character) ? "letter" : "separator";
  }

  function Analysis() {
    this.simplified = new Map();
    this.cache = new Map();
  }
  Analysis.prototype = {
    /** Takes the table of traditional characters. */
    addVariants: function (packed) {
      var reader = new Reader(packed), code = 0x3000;
      while (reader.more()) {
        code += reader.packed();
        this.simplified.set(String.fromCharCode(code), String.fromCharCode(reader.packed() + 0x3000));
      }
      this.cache.clear();
    },

    /** The folded characters of one character, each with its class. */
    fold: function (character) {
      var folded = this.cache.get(character);
      if (folded) return folded;
      var code = character.codePointAt(0), text;
      if (code > 0x3000 && code < 0x3100 || code >= 0x3400 && code <= 0x9FFF || code >= 0xAC00 && code <= 0xD7A3) text = character;
      else text = character.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[\u0300-\u036f]/g, "");
      var simplified = this.simplified;
      folded = Array.from(text).map(function (part) {
        part = simplified.get(part) || part;
        return { text: part, kind: classOf(part) };
      });
      this.cache.set(character, folded);
      return folded;
    },

    /**
     * Cuts a text into units: words, and Han characters, each with its place in the text. `joined` says that a
     * character follows the one before without a break.
     */
    units: function (text) {
      var units = [], word = "", size = 0, start = 0, end = 0, isNumber = false, inRun = false, self = this;

      function endWord() {
        if (word) units.push({ text: word, start: start, end: end, isGram: false, joined: false });
        word = "";
        size = 0;
        isNumber = false;
      }
      function letter(part, isDigit, from, to) {
        inRun = false;
        isNumber = isDigit && (isNumber || !word);
        if (!word) start = from;
        var bytes = part.length > 1 ? 4 : part < "\u0080" ? 1 : part < "\u0800" ? 2 : 3;
        if (size + bytes <= LONGEST_WORD) { word += part; size += bytes; }
        end = to;
      }
      var at = 0;
      for (var character of text) {
        var next = at + character.length;
        for (var part of self.fold(character)) {
          switch (part.kind) {
            case "gram":
              endWord();
              units.push({ text: part.text, start: at, end: next, isGram: true, joined: inRun });
              inRun = true;
              break;
            case "digit": letter(part.text, true, at, next); break;
            case "letter": letter(part.text, false, at, next); break;
            case "mark": break;
            default:
              if (part.kind === "apostrophe" && word && !isNumber && /^[A-Za-z]/.test(text.charAt(next))) break;
              if (part.kind === "stop" && isNumber && /^[0-9]/.test(text.charAt(next))) { word += "."; size++; break; }
              if (part.kind === "comma" && isNumber && /^[0-9]{3}(?![0-9])/.test(text.slice(next, next + 4))) break;
              endWord();
              if (part.kind !== "transparent" && part.kind !== "apostrophe") inRun = false;
          }
        }
        at = next;
      }
      endWord();
      return units;
    }
  };

  var stems = new Map();

  function stem(word) {
    var known = stems.get(word);
    if (known !== undefined) return known;
    if (stems.size > 20000) stems.clear();
    known = stemOf(word);
    stems.set(word, known);
    return known;
  }

  function stemOf(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    if (/.ies$/.test(word) && word.length > 4) return word.slice(0, -3) + "y";
    if (/(sses|xes|ches|shes|zes)$/.test(word)) word = word.slice(0, -2);
    else if (/s$/.test(word) && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
    var before = word;
    if (/ing$/.test(word) && word.length >= 6) word = word.slice(0, -3);
    else if (/ed$/.test(word) && word.length >= 5) word = word.slice(0, -2);
    if (word !== before) {
      if (!/[aeiouy]/.test(word)) word = before;
      else if (word.length >= 4 && /([^aeiouylsz])\1$/.test(word)) word = word.slice(0, -1);
    }
    return word.length >= 5 && /e$/.test(word) ? word.slice(0, -1) : word;
  }

  /** The index terms of a text: pairs of Han characters, or one that stands alone; stems; numbers. */
  function terms(analysis, text) {
    var units = analysis.units(text), list = [];
    units.forEach(function (unit, index) {
      var next = units[index + 1];
      if (!unit.isGram) list.push(stem(unit.text));
      else if (next && next.isGram && next.joined) list.push(unit.text + next.text);
      else if (!unit.joined) list.push(unit.text);
    });
    return list;
  }

  /** Whether two words differ by one letter: changed, added, left out, or swapped with its neighbour. */
  function isOneErrorApart(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    var head = 0, tail = 0, shorter = Math.min(a.length, b.length);
    while (head < shorter && a[head] === b[head]) head++;
    while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
    var left = a.length - head - tail, right = b.length - head - tail;
    if (left <= 1 && right <= 1) return true;
    return left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
  }

  // ---- Texts

  var LEADS = "'()*+/:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`{|}~";
  var PUNCTUATION = "、；：？！“”‘’（）《》·…—–";

  function TextCode(literal) {
    var units = PUNCTUATION.split(""), reader = new Reader(literal), singles = [], count, code = 0x3000, first = 0;
    for (count = reader.packed(); count > 0; count--) {
      code += reader.packed();
      singles.push(String.fromCharCode(code));
    }
    units = units.concat(singles);
    for (count = reader.packed(); count > 0; count--) {
      first += reader.packed();
      units.push(singles[first] + singles[reader.fixed(2)]);
    }
    var word = "";
    for (count = reader.packed(); count > 0; count--) {
      word = reader.frontCoded(word);
      units.push(" " + word);
    }
    this.units = units;
    this.singles = new Set(singles);
  }
  var LEAD = new Int8Array(128).fill(-1);
  LEADS.split("").forEach(function (sign, lead) { LEAD[sign.charCodeAt(0)] = lead; });

  TextCode.prototype.decode = function (coded) {
    var text = "", reader = new Reader(coded);
    while (reader.more()) {
      var lead = LEAD[coded.charCodeAt(reader.at)], sign = coded[reader.at++];
      if (lead >= 0) text += this.units[lead * 93 + reader.digit()];
      else if (sign === "!") text += "，";
      else if (sign === "#") text += "。";
      else if (sign === "%") text += "\n";
      else if (sign === "$") text += String.fromCharCode(reader.digit() + 32);
      else if (sign === "&") text += String.fromCharCode(reader.fixed(3));
      else text += sign;
    }
    return text;
  };

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

  // ---- The index

  /**
   * @param load load(file, done): runs the script of a file below the folder of the index, then calls done(),
   *   or done(true) if it cannot.
   * @param seconds How long to wait for a file.
   */
  function Index(load, seconds) {
    this.loadScript = load;
    this.seconds = seconds || 20;
    this.received = new Map();
    this.pending = new Map();
    this.analysis = new Analysis();
    this.shards = new Map();
    this.loadedFiles = [];
  }

  Index.prototype = {
    /** What the scripts of the index call. */
    receive: function (name, value) { this.received.set(name, value); },

    file: function (name, file) {
      var self = this, known = self.pending.get(name);
      if (known) return known;
      var promise = new Promise(function (resolve, reject) {
        function fail() {
          self.pending.delete(name);
          reject(new LoadError(file));
        }
        var timer = setTimeout(fail, self.seconds * 1000);
        self.loadScript(file, function (failed) {
          clearTimeout(timer);
          if (failed || !self.received.has(name)) return fail();
          self.loadedFiles.push(file);
          resolve(self.received.get(name));
          self.received.delete(name);
        });
      });
      self.pending.set(name, promise);
      return promise;
    },

    hashed: function (name) {
      return this.file(name, name + "." + this.manifest[name] + ".js");
    },

    /** Loads what every query needs. */
    open: function () {
      var self = this;
      if (self.opening) return self.opening;
      self.opening = self.file("manifest", "manifest.js").then(function (manifest) {
        if (manifest.version !== 1) throw new LoadError("manifest.js");
        self.manifest = manifest;
        self.code = new TextCode(manifest.code);
        self.grams = readGramBounds(manifest.grams);
        self.words = readWordBounds(manifest.words);
        self.forms = readWordBounds(manifest.forms);
        self.backwards = readWordBounds(manifest.backwards);
        var needed = [self.hashed("pages"), self.hashed("facets")];
        if (manifest.traditional) needed.push(self.variants());
        return Promise.all(needed);
      }).then(function (tables) {
        self.readPages(tables[0]);
        self.readFacets(tables[1]);
        return self;
      });
      self.opening.catch(function () { self.opening = null; });
      return self.opening;
    },

    variants: function () {
      var self = this;
      if (!self.variantsLoading) {
        self.variantsLoading = self.hashed("variants").then(function (packed) { self.analysis.addVariants(packed); });
        self.variantsLoading.catch(function () { self.variantsLoading = null; });
      }
      return self.variantsLoading;
    },

    readPages: function (tables) {
      var count = this.manifest.pageCount, reader = new Reader(tables.sections), section = 0, page;
      this.firstSection = new Int32Array(count + 1);
      this.lengthClass = new Uint8Array(count);
      for (page = 0; page < count; page++) {
        var number = reader.digit(), sections = number % 11;
        if (sections === 10) sections += reader.packed();
        this.lengthClass[page] = Math.floor(number / 11);
        this.firstSection[page] = section;
        section += sections;
      }
      this.firstSection[count] = section;
      this.languageOf = new Uint8Array(count);
      tables.languages.forEach(function (runs, language) {
        readRuns(runs, function (page) { this.languageOf[page] = language; }.bind(this));
      }, this);
      reader = new Reader(tables.texts);
      this.textFiles = [];
      this.textOf = new Int32Array(count);
      var hash = "";
      for (page = 0; reader.more();) {
        var shard = this.textFiles.length;
        if (shard % 16 === 0) {
          hash = reader.fixed(3).toString(36);
          while (hash.length < 4) hash = "0" + hash;
        }
        var pages = reader.packed();
        this.textFiles.push({ file: "x" + shard + "." + hash + ".js", first: page });
        for (var last = page + pages; page < last; page++) this.textOf[page] = shard;
      }
    },

    readFacets: function (tables) {
      var count = this.manifest.pageCount, repeats = tables.repeats;
      this.valuesOf = tables.values.map(function (values) {
        var lists = new Array(count);
        values.forEach(function (runs, value) {
          readRuns(runs, function (page) { (lists[page] || (lists[page] = [])).push(value); });
        });
        for (var page = count / repeats; page < count; page++) lists[page] = lists[page % (count / repeats)];
        return lists;
      });
    },

    /** The terms of a shard, by term, with the places of their postings. */
    shard: function (family, number) {
      var self = this, name = family + number, known = self.shards.get(name);
      if (known) return known;
      var bounds = { g: self.grams, w: self.words, f: self.forms, b: self.backwards }[family];
      var promise = self.file(name, name + "." + bounds.hashes.slice(number * 6, number * 6 + 6) + ".js").then(function (text) {
        return { g: readGramShard, w: readWordShard, f: readWordList, b: readWordList }[family](text);
      });
      promise.catch(function () { self.shards.delete(name); });
      self.shards.set(name, promise);
      return promise;
    },

    /** The postings of a gram: two characters, or one. */
    gram: function (gram) {
      var key = gram.charCodeAt(0) * 65536 + (gram.length > 1 ? gram.charCodeAt(1) : 0);
      var number = lastNotAbove(this.grams.first, key);
      if (number < 0) return Promise.resolve(new Postings());
      return this.shard("g", number).then(function (shard) { return shard.postings(key); });
    },

    word: function (word) {
      var number = lastNotAbove(this.words.first, word);
      if (number < 0) return Promise.resolve(new Postings());
      return this.shard("w", number).then(function (shard) { return shard.postings(word); });
    },

    /** The words of a sorted family that begin with a prefix, from at most `files` of its files. */
    withPrefix: function (family, prefix, files) {
      var self = this, bounds = { w: self.words, f: self.forms, b: self.backwards }[family];
      var from = Math.max(0, lastNotAbove(bounds.first, prefix)), to = lastNotAbove(bounds.first, prefix + "\u007f");
      var loading = [];
      for (var number = from; number <= to && number < from + files; number++) loading.push(self.shard(family, number));
      return Promise.all(loading).then(function (shards) {
        return shards.reduce(function (found, shard) {
          shard.words.forEach(function (word) {
            if (word.text.startsWith(prefix)) found.push({ text: word.text, count: word.count, postings: word.postings });
          });
          return found;
        }, []);
      });
    },

    pageOf: function (section) {
      var low = 0, high = this.manifest.pageCount;
      while (high - low > 1) {
        var middle = (low + high) >> 1;
        if (this.firstSection[middle] <= section) low = middle; else high = middle;
      }
      return low;
    },

    /** Path, title, names, summary and sections of a page. */
    text: function (page) {
      var self = this, number = this.textOf[page], shard = this.textFiles[number];
      return self.file("x" + number, shard.file).then(function (pages) {
        var coded = pages[page - shard.first];
        function decode(text) { return self.code.decode(text); }
        return {
          path: decode(coded[0]), title: decode(coded[1]), names: decode(coded[2]).split("\n").filter(Boolean),
          summary: decode(coded[3]),
          sections: coded.slice(4).map(function (section) {
            return { anchor: decode(section[0]), heading: decode(section[1]), text: decode(section[2]) };
          })
        };
      });
    }
  };

  function LoadError(file) {
    this.name = "LoadError";
    this.file = file;
    this.message = "cannot load search/" + file;
  }
  LoadError.prototype = Object.create(Error.prototype);

  function readGramBounds(shards) {
    var reader = new Reader(shards.first), first = [];
    while (reader.more()) {
      var one = reader.packed() >>> 1, two = reader.packed();
      first.push(one * 65536 + (two ? two + 0x2FFF : 0));
    }
    return { hashes: shards.hashes, first: first };
  }

  function readWordBounds(shards) {
    var reader = new Reader(shards.first), first = [], word = "";
    while (reader.more()) first.push(word = reader.frontCoded(word));
    return { hashes: shards.hashes, first: first };
  }

  function lastNotAbove(sorted, value) {
    var low = -1, high = sorted.length;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle; else high = middle;
    }
    return low;
  }

  function readRuns(packed, body) {
    var reader = new Reader(packed), page = 0;
    while (reader.more()) {
      var number = reader.packed(), length = number & 1 ? reader.packed() + 2 : 1;
      page += number >>> 1;
      for (; length > 0; length--) body(page++);
    }
  }

  function readGramShard(text) {
    var places = new Map(), reader = new Reader(text), one = 0, two = 0;
    while (reader.more()) {
      var number = reader.packed();
      if (number & 1) {
        one += number >>> 1;
        two = reader.packed();
      } else {
        two += number >>> 1;
      }
      var length = reader.packed();
      places.set(one * 65536 + (two ? two + 0x2FFF : 0), [reader.at, reader.at + length]);
      reader.at += length;
    }
    return {
      postings: function (key) {
        var place = places.get(key);
        return place ? readPostings(text, place[0], place[1]) : new Postings();
      }
    };
  }

  function readWordShard(text) {
    var places = new Map(), words = [], reader = new Reader(text), word = "";
    while (reader.more()) {
      word = reader.frontCoded(word);
      var length = reader.packed();
      places.set(word, [reader.at, reader.at + length]);
      words.push({ text: word, postings: readPostings.bind(null, text, reader.at, reader.at + length) });
      reader.at += length;
    }
    return {
      words: words,
      postings: function (word) {
        var place = places.get(word);
        return place ? readPostings(text, place[0], place[1]) : new Postings();
      }
    };
  }

  function readWordList(text) {
    var words = [], reader = new Reader(text), word = "";
    while (reader.more()) {
      word = reader.frontCoded(word);
      words.push({ text: word, count: reader.digit() });
    }
    return { words: words };
  }

  // ---- Queries

  var QUOTED = /"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』/g;

  /** The words of a query in order, each once: runs of Han characters, Latin words, phrases in quotation marks. */
  function parse(analysis, query) {
    var words = [], seen = new Set(), rest = 0, match;

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

  function grams(text) {
    if (text.length < 2) return [text];
    var list = [];
    for (var index = 0; index + 1 < text.length; index++) list.push(text.slice(index, index + 2));
    return list;
  }

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

  /** The most used words that begin as this one. */
  function complete(index, word) {
    return index.withPrefix("f", word.text, 2).then(function (found) {
      found = found.filter(function (form) { return stem(form.text) !== stem(word.text); });
      found.sort(function (a, b) { return b.count - a.count || (a.text < b.text ? -1 : 1); });
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
      near.sort(function (a, b) { return b.count - a.count || (a.text < b.text ? -1 : 1); });
      near = near.slice(0, 2);
      if (!near.length) return word;
      word.mended = near[0].text;
      word.targets = new Set(near.map(function (form) { return stem(form.text); }));
      return Promise.all(Array.from(word.targets).map(function (target) {
        return index.word(packWord(target)).then(function (postings) { addPostings(index, word.matches, postings, 0.8); });
      })).then(function () { return word; });
    });
  }

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
        entry: entry, text: text, title: title, names: names, hits: hits, score: entry.score * factor,
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

  // ---- What is shown

  /** A text as parts, those that match marked: [["三格", true], ["联建", false]]. */
  function parts(examined, from, to) {
    var list = [], at = from, units = examined.units, start = -1, end = -1;
    function flush() {
      if (start < 0) return;
      var left = Math.max(start, from), right = Math.min(end, to);
      if (left < right) {
        if (left > at) list.push([examined.text.slice(at, left), false]);
        list.push([examined.text.slice(left, right), true]);
        at = right;
      }
      start = -1;
    }
    examined.places.forEach(function (place) {
      var a = units[place.from].start, b = units[place.to - 1].end;
      if (start >= 0 && a <= end) { end = Math.max(end, b); return; }
      flush();
      start = a;
      end = b;
    });
    flush();
    if (at < to) list.push([examined.text.slice(at, to), false]);
    return list;
  }

  var SENTENCE = /[。！？；\n]|[.!?](?=\s)/g;

  /** A sentence or two around the words, with marks. */
  function snippet(examined) {
    var text = examined.text;
    if (!text) return [];
    var wide = /[\u3400-\u9fff]/.test(text.slice(0, 200)), limit = wide ? 90 : 180;
    var ends = [], match;
    SENTENCE.lastIndex = 0;
    while ((match = SENTENCE.exec(text))) ends.push(match.index + 1);
    if (ends[ends.length - 1] !== text.length) ends.push(text.length);
    var best = 0, bestCount = -1, from = 0;
    ends.forEach(function (end, number) {
      var words = new Set();
      examined.places.forEach(function (place) {
        var at = examined.units[place.from].start;
        if (at >= from && at < end) words.add(place.word);
      });
      if (words.size > bestCount) { bestCount = words.size; best = number; }
      from = end;
    });
    from = best ? ends[best - 1] : 0;
    var to = ends[best];
    while (text[from] === "\n" || text[from] === " ") from++;
    for (var next = best + 1; next < ends.length && to - from < limit * 0.4 && ends[next] - from < limit; next++) to = ends[next];
    var cutBefore = false, cutAfter = false;
    if (to - from > limit) {
      var inside = examined.places.filter(function (place) {
        var at = examined.units[place.from].start;
        return at >= from && at < to;
      })[0];
      var focus = inside ? examined.units[inside.from].start : from;
      if (focus - from > limit * 0.6) {
        var earliest = focus - Math.floor(limit * 0.3);
        from = boundary(text, earliest);
        cutBefore = true;
      }
      if (to - from > limit) { to = boundary(text, from + limit); cutAfter = true; }
    }
    var list = parts(examined, from, to);
    list = list.map(function (part) { return [part[0].replace(/\n/g, " "), part[1]]; });
    if (cutBefore) list.unshift(["…", false]);
    if (cutAfter) list.push(["…", false]);
    return list;
  }

  /** The nearest place at or before an index that is not inside a Latin word or a pair of surrogates. */
  function boundary(text, index) {
    for (var at = index; at > index - 24 && at > 0; at--) {
      if (!(/[\p{L}\p{N}]/u.test(text[at] || " ") && /[a-z0-9]/i.test(text[at - 1])) && !/[\udc00-\udfff]/.test(text[at] || " ")) return at;
    }
    return index;
  }

  function present(index, verified, language) {
    var page = verified.entry.page, manifest = index.manifest;
    var best = verified.hits[0], body = best.body;
    // Where only the title or a name has the words, the beginning of the page tells what it is about.
    if (!body.places.length && !best.head.places.length) {
      var top = verified.hits.filter(function (hit) { return !hit.anchor; })[0] || best;
      var told = [verified.text.summary].concat(verified.text.sections.map(function (section) { return section.text; })).filter(Boolean)[0];
      best = top;
      body = top.body.text ? top.body : examine(index.analysis, told || "", []);
    }
    var result = {
      page: page, path: verified.text.path, language: manifest.languages[index.languageOf[page]],
      title: parts(verified.title, 0, verified.title.text.length), titleText: verified.title.text,
      anchor: best.anchor, heading: parts(best.head, 0, best.head.text.length), snippet: snippet(body), facets: {},
      others: verified.hits.filter(function (hit) {
        return hit !== best && hit.anchor && hit.heading && hit.anchor !== best.anchor && (hit.body.places.length || hit.head.places.length);
      }).slice(0, 2).map(function (hit) {
        return { anchor: hit.anchor, heading: parts(hit.head, 0, hit.head.text.length) };
      })
    };
    if (verified.names.places.length && !verified.title.places.length) {
      result.names = parts(verified.names, 0, verified.names.text.length);
    }
    manifest.labels.forEach(function (facet, number) {
      result.facets[facet.id] = (index.valuesOf[number][page] || []).map(function (value) {
        return { id: facet.values[value][0], label: facet.values[value][1 + language] };
      });
    });
    return result;
  }

  // ---- Facets

  /** Filters as { facet: [value, …] }, with the values as numbers. */
  function readFilters(index, filters) {
    return index.manifest.labels.map(function (facet) {
      var wanted = (filters || {})[facet.id] || [];
      return wanted.map(function (id) {
        return facet.values.findIndex(function (value) { return value[0] === id; });
      }).filter(function (value) { return value >= 0; });
    });
  }

  function passes(index, page, filters, except) {
    for (var facet = 0; facet < filters.length; facet++) {
      if (facet === except || !filters[facet].length) continue;
      var values = index.valuesOf[facet][page];
      if (!values || !values.some(function (value) { return filters[facet].indexOf(value) >= 0; })) return false;
    }
    return true;
  }

  /** How many of the pages have each value, given the filters of the other facets. */
  function countFacets(index, pages, filters, language) {
    return index.manifest.labels.map(function (facet, number) {
      var counts = new Array(facet.values.length).fill(0);
      pages.forEach(function (page) {
        if (!passes(index, page, filters, number)) return;
        (index.valuesOf[number][page] || []).forEach(function (value) { counts[value]++; });
      });
      return {
        id: facet.id, label: facet.label[language],
        values: facet.values.map(function (value, i) {
          return { id: value[0], label: value[1 + language], count: counts[i], isChosen: filters[number].indexOf(i) >= 0 };
        }).filter(function (value) { return value.count || value.isChosen; })
      };
    });
  }

  // ---- Answers

  /**
   * Answers a query.
   *
   * @param options language: a tag, whose pages come first; allLanguages: all of them are wanted; facets: { facet:
   *   [value] }; offset and limit of the results.
   * @return A promise of { words, total, results, facets, others: [{ language, count }], relaxed, missing, mended,
   *   widened, near }.
   */
  function answer(index, query, options) {
    options = options || {};
    var language, words, found, missing, isRelaxed = false;
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
      if (!found.size && words.length) return relax();
    }).then(function () {
      return settle(index, query, words, found, isRelaxed, language, options);
    }).then(function (reply) {
      // All its words are in a section somewhere, but nowhere together.
      if (reply.total || isRelaxed || !words.some(function (word) { return word.isPhrase; })) return reply;
      return relax().then(function () { return settle(index, query, words, found, isRelaxed, language, options); });
    });

    function relax() {
      isRelaxed = true;
      missing = words.filter(function (word) { return !word.matches.byPage.size; }).map(function (word) { return word.text; });
      return takeApart(index, words).then(function (taken) {
        found = score(index, taken, true);
        words = taken;
        words.missing = missing;
      });
    }
  }

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
    shown.sort(function (a, b) { return a.tier - b.tier || b.score - a.score || a.page - b.page; });

    var offset = options.offset || 0, limit = options.limit || 10;
    var hasPhrase = words.some(function (word) { return word.isPhrase; });
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
        missing: words.missing || [],
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
      entries.sort(function (a, b) { return b.score - a.score || a.page - b.page; });
      return Promise.all(entries.slice(0, 3).map(function (entry) { return verify(index, entry, found[1], []); })).then(function (list) {
        return {
          words: found[0].reduce(function (all, some) { return all.concat(some); }, []).slice(0, 5),
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
      return a[0] - b[0] || b[1].count - a[1].count || (a[1].text < b[1].text ? -1 : 1);
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

  var SearchCore = {
    /** An index whose files `load` brings; its `receive` is what they call as `exemplarSearch`. */
    create: function (load, seconds) {
      var index = new Index(load, seconds);
      return {
        receive: function (name, value) { index.receive(name, value); },
        open: function () { return index.open(); },
        query: function (text, options) { return answer(index, text, options); },
        /** Marks the words of a query in another text: parts as results have them. */
        mark: function (query, text) {
          var words = parse(index.analysis, query);
          words.forEach(function (word) { word.targets = new Set([stem(word.text)]); });
          return parts(examine(index.analysis, text, words), 0, text.length);
        },
        /** The index terms of a text, as the builder of the index makes them. */
        terms: function (text) {
          return index.open().then(function () { return index.variants(); }).then(function () {
            return terms(index.analysis, text);
          });
        },
        files: index.loadedFiles
      };
    },
    isOneErrorApart: isOneErrorApart
  };

  if (typeof module === "object" && module.exports) module.exports = SearchCore;
  else root.SearchCore = SearchCore;
})(typeof self === "object" ? self : this);
