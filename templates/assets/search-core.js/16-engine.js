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
