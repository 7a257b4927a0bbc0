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

