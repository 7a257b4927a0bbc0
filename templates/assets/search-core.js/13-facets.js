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

