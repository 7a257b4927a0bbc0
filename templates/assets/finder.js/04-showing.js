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
