// Spoils search on a page of the built site in one way, before its own script runs.
(() => {
  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // At the window, before anybody else hears of it.
  const refuse = (type, matches) =>
    window.addEventListener(type, (event) => { if (matches(event)) stop(event); }, true);
  const key = (name) => () => refuse('keydown', (event) => event.key === name);
  // Whenever something changes, what matches is spoilt.
  const spoil = (selector, act) => () => new MutationObserver(() =>
    document.querySelectorAll(selector).forEach(act)).observe(document, { childList: true, subtree: true, attributes: true });
  const remove = (selector) => spoil(selector, (element) => element.remove());
  const set = (selector, name, value) => spoil(selector, (element) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  });
  const say = (selector, text) => spoil(selector, (element) => {
    if (element.textContent !== text) element.textContent = text;
  });
  const button = (number) => () => refuse('click', (event) =>
    event.target.closest('button') === document.querySelectorAll('.mark-bar button')[number]);

  const faults = {
    absent: remove('[data-result]'),
    astray: set('[data-result] a', 'href', 'index.html'),
    untold: say('.search-status', ''),
    kinds: say('[data-result] .search-meta span:first-child', 'x'),
    stuck: () => refuse('click', (event) => event.target.closest('.facets')),
    narrow: remove('.results-foot button'),
    slash: key('/'),
    unfocused: () => window.addEventListener('focusin', (event) => event.target.role === 'combobox' && event.target.blur()),
    collapsed: set('[role=combobox]', 'aria-expanded', 'false'),
    arrows: key('ArrowDown'),
    enter: key('Enter'),
    unmarked: spoil('main mark', (mark) => mark.replaceWith(mark.textContent)),
    control: key('k'),
    escape: () => { key('Escape')(); refuse('cancel', () => true); },
    asking: () => window.addEventListener('input', (event) =>
      event.isComposing && history.replaceState(null, '', '?q=x'), true),
    deaf: () => refuse('compositionend', () => true),
    bar: remove('.mark-bar'),
    current: spoil('mark[aria-current]', (mark) => mark.removeAttribute('aria-current')),
    next: button(1),
    staying: button(2),
    form: () => refuse('submit', () => true),
    unsuggested: remove('.search-below li'),
    unchosen: set('.search-below li', 'aria-selected', 'false'),
    blank: remove('.search-start a'),
    forgetful: () => { Storage.prototype.setItem = () => {}; },
    kitless: set('[data-result] .search-meta a', 'href', 'kits/none.html'),
    unpicked: remove('.pick'),
    unfolded: spoil('.picker', (picker) => { if (!picker.open) picker.open = true; }),
    nameless: say('.search-status', 'search/g'),
    console: () => console.error('broken'),
  };
  faults[fault]();
})();
