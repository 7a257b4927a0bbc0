// Ticks of a kit, kept in this browser. Without storage they last as long as the page, and the page says so.
(function () {
  'use strict';
  var kit = document.querySelector('[data-kit]');
  if (!kit) return;
  var key = 'exemplar.kit.' + kit.getAttribute('data-kit');
  var boxes = kit.querySelectorAll('input[data-tick]');
  var storage = null;
  try {
    storage = window.localStorage;
    storage.setItem(key + '.try', '1');
    storage.removeItem(key + '.try');
  } catch (error) {
    storage = null;
  }
  kit.querySelector('[data-ticks="' + (storage ? 'stored' : 'lost') + '"]').hidden = false;

  // Whatever else stands there is no list of ticks of ours.
  var ticked = Object.create(null);
  try {
    var kept = JSON.parse(storage.getItem(key));
    Object.keys(kept).forEach(function (id) { ticked[id] = kept[id]; });
  } catch (error) { /* Nothing is ticked yet. */ }
  Array.prototype.forEach.call(boxes, function (box) {
    var id = box.getAttribute('data-tick');
    if (ticked[id]) box.checked = true;
    box.addEventListener('change', function () {
      if (box.checked) ticked[id] = 1; else delete ticked[id];
      if (!storage) return;
      try {
        storage.setItem(key, JSON.stringify(ticked));
      } catch (error) {
        kit.querySelector('[data-ticks="stored"]').hidden = true;
        kit.querySelector('[data-ticks="lost"]').hidden = false;
      }
    });
  });
})();
