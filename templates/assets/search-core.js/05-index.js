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
        if (manifest.version !== 2) throw new LoadError("manifest.js");
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

    /** Path, title, names, summary, words it is looked for with, and sections of a page. */
    text: function (page) {
      var self = this, number = this.textOf[page], shard = this.textFiles[number];
      return self.file("x" + number, shard.file).then(function (pages) {
        var coded = pages[page - shard.first];
        function decode(text) { return self.code.decode(text); }
        return {
          path: decode(coded[0]), title: decode(coded[1]), names: decode(coded[2]).split("\n").filter(Boolean),
          summary: decode(coded[3]), also: decode(coded[4]).split("\n").filter(Boolean),
          sections: coded.slice(5).map(function (section) {
            return { anchor: decode(section[0]), heading: decode(section[1]), text: decode(section[2]) };
          })
        };
      });
    }
  };

