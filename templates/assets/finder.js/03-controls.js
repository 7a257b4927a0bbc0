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
      return reported.length && asked[name] && reported.every(function (entry) { return entry.verdict.order[place] > -2; });
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

