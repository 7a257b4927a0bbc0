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

  /** Of words that a page is looked for with, the lines with a match, as parts, joined as its language joins them. */
  function calledBy(also, language) {
    var from = 0, list = [], comma = language.indexOf("zh") === 0 ? "、" : ", ";
    also.text.split("\n").forEach(function (line) {
      var shown = parts(also, from, from + line.length);
      if (shown.some(function (part) { return part[1]; }) && list.length < 6) list = list.concat(list.length ? [[comma, false]] : [], shown);
      from += line.length + 1;
    });
    return list;
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
    // It says none of the words: it is here by what people call its problem.
    if (verified.also.places.length && !verified.title.places.length && !best.body.places.length && !best.head.places.length) {
      result.also = calledBy(verified.also, result.language);
    }
    manifest.labels.forEach(function (facet, number) {
      result.facets[facet.id] = (index.valuesOf[number][page] || []).map(function (value) {
        return { id: facet.values[value][0], label: facet.values[value][1 + language] };
      });
    });
    return result;
  }

