  // ---- Analysis: the rules of docs/search.md

  var LETTER = new RegExp("[\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}]", "u");
  var INVISIBLE = /[\u00AD\u034F\u061C\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/;
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
    if (code >= 0x300 && code <= 0x36F || code >= 0xFE00 && code <= 0xFE0F) return "mark";
    if (isGram(code)) return "gram";
    return LETTER.test(character) ? "letter" : INVISIBLE.test(character) ? "mark" : "separator";
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

