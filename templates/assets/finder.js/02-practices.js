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

