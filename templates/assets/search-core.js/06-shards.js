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

