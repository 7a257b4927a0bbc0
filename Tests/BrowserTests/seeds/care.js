// A bar of care in short, of which one thing goes wrong where the page says so.
(function () {
  'use strict';
  var fault = document.currentScript.getAttribute('data-fault');
  var root = document.documentElement, key = 'seeded.care.' + fault, chosen = {};
  try { chosen = JSON.parse(localStorage.getItem(key)) || {}; } catch (error) { chosen = {}; }
  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll('.care ' + selector), act); }
  function apply() {
    var isLarge = chosen.size === '150';
    root.style.fontSize = isLarge ? (fault === 'small' ? '120%' : '150%') : '';
    document.body.style.minWidth = isLarge && fault === 'wide' ? '200vw' : '';
    if (chosen.contrast && fault !== 'same') root.setAttribute('data-contrast', 'high');
    else root.removeAttribute('data-contrast');
    document.body.style.color = chosen.contrast && fault === 'pale' ? '#888' : '';
    each('[data-care-size]', function (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-care-size') === (chosen.size || '100')));
    });
    if (fault !== 'lost') localStorage.setItem(key, JSON.stringify(chosen));
  }
  apply();
  each('button', function (button) {
    if (fault === 'keys') button.disabled = true;
    button.addEventListener('click', function () {
      var size = button.getAttribute('data-care-size');
      if (size && !(fault === 'stuck' && size === '100')) chosen.size = size;
      if (!size) chosen.contrast = !chosen.contrast;
      apply();
    });
  });
})();
