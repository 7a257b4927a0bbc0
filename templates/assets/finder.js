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

  function named(kind, ids) {
    return ids.map(function (id) { return label[kind][id] || id; }).join(words.list);
  }

  function answers() {
    return {
      problem: form.elements.problem.value, group: form.elements.group.value,
      community: form.elements.community.value, level: form.elements.level.value,
      assets: all.call(form.querySelectorAll('[name="asset"]:checked')).map(function (box) { return box.value; })
    };
  }

  // Whether an answer fits what the source says: 2 yes, 1 it does not say, 0 no; with the reason in words.
  function fit(said, answer, kind, reasons) {
    if (!answer) return 1;
    var values = { question: words[kind], word: label[kind][answer], words: named(kind, said) };
    if (!said.length) { reasons.push({ state: 'silent', text: fill(words.silent, values) }); return 1; }
    if (said.indexOf(answer) >= 0) { reasons.push({ state: 'fits', text: fill(words.fits, values) }); return 2; }
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
    var have = needs.filter(function (need) { return asked.assets.indexOf(need) >= 0; });
    var lack = needs.filter(function (need) { return asked.assets.indexOf(need) < 0; });
    if (asked.assets.length) {
      if (!needs.length) reasons.push({ state: 'silent', text: words.needsSilent });
      if (have.length) reasons.push({ state: 'fits', text: fill(words.have, { words: named('asset', have) }) });
      if (lack.length) reasons.push({ state: 'other', text: fill(words.lack, { words: named('asset', lack) }) });
    }
    reasons.push({ state: 'silent', text: fill(words.unknown, { count: facts.unknown }) });
    return { reasons: reasons, order: [-community, -level, asked.assets.length ? lack.length - have.length : 0] };
  }

  // Every practice by its place in the order of the library, by which equals stand; its card as soon as it is here.
  var practices = [];

  function split(words) { return (words || '').split(' ').filter(Boolean); }

  function known(number, words, unknown, isProposed) {
    practices[number] = {
      number: number, topics: split(words[0]), levels: split(words[1]), communities: split(words[2]),
      assets: split(words[3]), unknown: unknown, list: isProposed ? 'proposed' : 'reported'
    };
  }

  function take(card) {
    var practice = practices[card.getAttribute('data-practice')];
    practice.card = card;
    practice.said = card.querySelector('.reasons').innerHTML;
  }

  all.call(document.querySelectorAll('[data-practice]')).forEach(function (card) {
    known(Number(card.getAttribute('data-practice')), ['topics', 'levels', 'communities', 'assets'].map(function (name) {
      return card.getAttribute('data-' + name);
    }), card.getAttribute('data-unknown'), card.parentNode.id === 'finder.proposed');
    take(card);
  });

  // ---- Those that the page has no room for: what is known of each, and the cards of those that are shown

  var asksFor = Object.create(null);

  window.exemplarFinder = function (rows) {
    rows.forEach(function (row, index) { known(Number(words.cardsOnPage) + index, row, row[4], row[5]); });
  };

  window.exemplarFinderCards = function (cards) {
    var holder = document.createElement('ul');
    holder.innerHTML = cards.join('');
    all.call(holder.children).forEach(take);
  };

  function load(address) {
    if (asksFor[address]) return;
    asksFor[address] = true;
    var script = document.createElement('script');
    script.src = address;
    script.onload = show;
    document.head.appendChild(script);
  }

  function loadCard(practice) {
    var number = Math.floor((practice.number - words.cardsOnPage) / words.cardsInScript);
    load(words.cards.replace('{number}', number));
  }

  function isAsking(asked) {
    return asked.problem || asked.group || asked.community || asked.level || asked.assets.length;
  }

  var notes = document.querySelector('.notes:not([hidden])');
  var most = 20, open = { reported: most, proposed: most };

  function button(text, name, action) {
    var node = document.createElement('button');
    node.type = 'button';
    node.textContent = text;
    node.setAttribute('aria-label', name);
    node.addEventListener('click', action);
    return node;
  }

  // Takes an answer back, or with no name all of them.
  function drop(name, value) {
    all.call(form.elements).forEach(function (control) {
      if (name && control.name !== name || value && control.value !== value) return;
      if (control.options) control.value = ''; else control.checked = false;
    });
    changed();
  }

  // The answers in a row, each of which can be taken back.
  function showChips(asked) {
    var place = document.getElementById('finder.chips'), chips = [];
    ['problem', 'group', 'community', 'level'].forEach(function (name) {
      if (asked[name]) chips.push([label[name][asked[name]], words[name], name]);
    });
    asked.assets.forEach(function (asset) { chips.push([label.asset[asset], label.asset[asset], 'asset', asset]); });
    place.textContent = '';
    place.hidden = !chips.length;
    if (chips.length > 1) chips.push([words.clear, null]);
    chips.forEach(function (chip) {
      var text = chip[1] ? chip[0] + ' ×' : chip[0], name = chip[1] ? fill(words.chip, { question: chip[1] }) : chip[0];
      var item = document.createElement('li');
      item.appendChild(button(text, name, function () {
        drop(chip[2], chip[3]);
        var left = place.querySelector('button');
        (left || form.querySelector('select')).focus();
      }));
      place.appendChild(item);
    });
  }

  // That nothing is for the problem or the group that was chosen, and whether the places below name it.
  function tellNone(asked, isEmpty, namedCount) {
    var none = document.getElementById('finder.none'), wanted = ['problem', 'group'].filter(function (name) { return asked[name]; });
    none.hidden = !isEmpty || !wanted.length;
    if (none.hidden) return;
    var values = { words: label[wanted[0]][asked[wanted[0]]], problem: label.problem[asked.problem], group: label.group[asked.group] };
    none.firstElementChild.textContent = fill(wanted.length > 1 ? words.noneBoth : words.none, values) + (namedCount ? ' ' + words.noneNamed : '');
  }

  // Level and community only order, so a list may be of practices none of which fits.
  function tellUnfit(asked, reported) {
    var unfit = document.getElementById('finder.unfit');
    var names = ['community', 'level'].filter(function (name, place) {
      return reported.length && asked[name] && reported.every(function (entry) { return entry.verdict.order[place] !== -2; });
    });
    unfit.hidden = !names.length;
    unfit.textContent = names.map(function (name) {
      return fill(words.unfit, { question: words[name], word: label[name][asked[name]] });
    }).join(' ');
  }

  // Where nothing fits problem and group at once: which of them, left open, frees most.
  function offerRelaxing(asked, isEmpty) {
    var offer = document.getElementById('finder.relax');
    var ways = ['problem', 'group'].filter(function (name) { return isEmpty && asked[name]; }).map(function (name) {
      var relaxed = {};
      Object.keys(asked).forEach(function (key) { relaxed[key] = key === name ? '' : asked[key]; });
      return { name: name, count: practices.filter(function (practice) { return practice.list === 'reported' && judge(practice, relaxed); }).length };
    }).sort(function (a, b) { return b.count - a.count; });
    offer.hidden = !ways.length || !ways[0].count;
    if (offer.hidden) return;
    offer.textContent = fill(words.relax, { question: words[ways[0].name], count: ways[0].count });
    offer.onclick = function () {
      drop(ways[0].name);
      form.elements[ways[0].name].focus();
    };
  }

  // The first of a list, and the rest a few at a time.
  function offerMore(name, count) {
    var list = document.getElementById('finder.' + name), old = document.getElementById('finder.more-' + name);
    if (old) old.parentNode.removeChild(old);
    if (count <= open[name]) return;
    var text = fill(words.more, { count: Math.min(most, count - open[name]) });
    var more = button(text, text, function () {
      var at = open[name];
      open[name] += most;
      show();
      var next = list.querySelectorAll('[data-practice]')[at];
      if (next) next.querySelector('a').focus();
    });
    more.id = 'finder.more-' + name;
    list.parentNode.insertBefore(more, list.nextSibling);
  }

  // What is here already stays until the rest has come.
  function showCards(list, entries, isAsking) {
    while (list.firstChild) list.removeChild(list.firstChild);
    entries.forEach(function (entry) {
      var card = entry.practice.card;
      if (!card) { loadCard(entry.practice); return; }
      list.appendChild(card);
      var reasons = card.querySelector('.reasons');
      if (!isAsking) { reasons.innerHTML = entry.practice.said; return; }
      reasons.textContent = '';
      entry.verdict.reasons.forEach(function (reason) {
        var item = document.createElement('li');
        item.className = 'reason-' + reason.state;
        item.textContent = reason.text;
        reasons.appendChild(item);
      });
    });
  }

  function show() {
    var asked = answers();
    var judged = practices.map(function (practice) {
      return { practice: practice, verdict: judge(practice, asked) };
    }).filter(function (entry) { return entry.verdict; });
    judged.sort(function (a, b) {
      for (var i = 0; i < a.verdict.order.length; i++) {
        if (a.verdict.order[i] !== b.verdict.order[i]) return a.verdict.order[i] - b.verdict.order[i];
      }
      return a.practice.number - b.practice.number;
    });
    var shown = { reported: 0, proposed: 0 };
    ['reported', 'proposed'].forEach(function (name) {
      var entries = judged.filter(function (entry) { return entry.practice.list === name; });
      shown[name] = entries.length;
      showCards(document.getElementById('finder.' + name), entries.slice(0, open[name]), isAsking(asked));
    });
    var mentions = all.call(document.querySelectorAll('.mentions [data-topics]'));
    var wanted = [asked.problem, asked.group].filter(Boolean);
    var named = mentions.filter(function (item) {
      item.hidden = !wanted.length || wanted.indexOf(item.getAttribute('data-topics')) < 0;
      return !item.hidden;
    });
    document.getElementById('finder.named').hidden = !named.length;
    // The notes are those of what places name.
    if (notes) notes.hidden = !named.length;
    tellNone(asked, !shown.reported, named.length);
    tellUnfit(asked, judged.filter(function (entry) { return entry.practice.list === 'reported'; }));
    offerRelaxing(asked, !shown.reported);
    offerMore('reported', shown.reported);
    offerMore('proposed', shown.proposed);
    showChips(asked);
    document.getElementById('finder.proposed').parentNode.hidden = !shown.proposed;
    document.getElementById('finder.count').textContent = fill(words.count, { count: shown.reported })
      + (shown.proposed ? fill(words.countProposed, { count: shown.proposed }) : '');
  }

  // The answers stand in the address, so that a colleague sees the same.
  function write() {
    var asked = answers();
    var query = ['problem', 'group', 'community', 'level'].filter(function (name) { return asked[name]; })
      .map(function (name) { return name + '=' + encodeURIComponent(asked[name]); })
      .concat(asked.assets.map(function (asset) { return 'asset=' + encodeURIComponent(asset); })).join('&');
    try {
      history.replaceState(null, '', location.pathname.split('/').pop() + (query ? '?' + query : ''));
    } catch (error) { /* Some browsers refuse it for files; the answers still stand in the form. */ }
  }
  function read() {
    location.search.slice(1).split('&').forEach(function (pair) {
      var name = pair.split('=')[0];
      var value = decoded((pair.split('=')[1] || '').replace(/\+/g, ' '));
      if (name === 'asset') {
        all.call(form.querySelectorAll('[name="asset"]')).forEach(function (box) {
          if (box.value === value) box.checked = true;
        });
      } else if (form.elements[name] && form.elements[name].options && label[name] && value in label[name]) {
        form.elements[name].value = value;
      }
    });
  }

  function changed() {
    open = { reported: most, proposed: most };
    write();
    show();
  }

  document.getElementById('finder.to').hidden = false;
  document.getElementById('finder.order').hidden = false;
  form.addEventListener('change', changed);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  if (words.facts) load(words.facts);
  read();
  show();
})();
