// Orders the practices of the finder by the answers, and says why each stands where it does. Problem and group
// leave out what is not for them; level, community and assets only order, because most sources say nothing of them.
(function () {
  'use strict';
  var form = document.getElementById('finder.form');
  if (!form) return;
  var words = form.dataset;
  var all = Array.prototype.slice;

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }
  // What is no address is taken as it is written.
  function decoded(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }
  function labels(name) {
    var result = Object.create(null);
    all.call(form.querySelectorAll('[name="' + name + '"]')).forEach(function (control) {
      if (control.options) {
        all.call(control.options).forEach(function (option) { result[option.value] = option.textContent; });
      } else {
        result[control.value] = control.parentNode.textContent.trim();
      }
    });
    return result;
  }
  var label = { level: labels('level'), community: labels('community'), asset: labels('asset'),
    problem: labels('problem'), group: labels('group') };

  // What no source says of a practice, but its editor, has a ~ before it.
  function idOf(word) { return word.replace(/^~/, ''); }
  function isJudged(word) { return word.charAt(0) === '~'; }

  function name(kind, word) {
    var text = label[kind][idOf(word)] || idOf(word);
    return isJudged(word) ? fill(words.judged, { word: text }) : text;
  }
  function named(kind, said) {
    return said.map(function (word) { return name(kind, word); }).join(words.list);
  }

  function answers() {
    return {
      problem: form.elements.problem.value, group: form.elements.group.value,
      community: form.elements.community.value, level: form.elements.level.value,
      assets: all.call(form.querySelectorAll('[name="asset"]:checked')).map(function (box) { return box.value; })
    };
  }

  // Whether an answer fits what is said: 3 a source says so, 2 the editor judges so, 1 nothing is said, 0 no; with the
  // reason in words.
  function fit(said, answer, kind, reasons) {
    if (!answer) return 1;
    var found = said.filter(function (word) { return idOf(word) === answer; })[0];
    var values = { question: words[kind], word: name(kind, found || answer), words: named(kind, said) };
    if (!said.length) { reasons.push({ state: 'silent', text: fill(words.silent, values) }); return 1; }
    if (found) { reasons.push({ state: 'fits', text: fill(words.fits, values) }); return isJudged(found) ? 2 : 3; }
    reasons.push({ state: 'other', text: fill(words.other, values) });
    return 0;
  }

  function judge(facts, asked) {
    var topics = facts.topics;
    var wanted = [asked.problem, asked.group].filter(Boolean);
    if (wanted.some(function (topic) { return topics.indexOf(topic) < 0; })) return null;
    var reasons = [];
    if (wanted.length) {
      var names = wanted.map(function (topic) { return label.problem[topic] || label.group[topic]; });
      reasons.push({ state: 'fits', text: fill(words.topic, { words: names.join(words.list) }) });
    }
    var community = fit(facts.communities, asked.community, 'community', reasons);
    var level = fit(facts.levels, asked.level, 'level', reasons);
    var needs = facts.assets;
    var have = needs.filter(function (need) { return asked.assets.indexOf(idOf(need)) >= 0; });
    var lack = needs.filter(function (need) { return asked.assets.indexOf(idOf(need)) < 0; });
    // Of equals that is first of which a source says that it relies on what is there.
    var judged = have.filter(isJudged).length / 2;
    if (asked.assets.length) {
      if (!needs.length) reasons.push({ state: 'silent', text: words.needsSilent });
      if (have.length) reasons.push({ state: 'fits', text: fill(words.have, { words: named('asset', have) }) });
      if (lack.length) reasons.push({ state: 'other', text: fill(words.lack, { words: named('asset', lack) }) });
    }
    reasons.push({ state: 'silent', text: fill(words.unknown, { count: facts.unknown }) });
    return { reasons: reasons, order: [-community, -level, asked.assets.length ? lack.length - have.length + judged : 0] };
  }

