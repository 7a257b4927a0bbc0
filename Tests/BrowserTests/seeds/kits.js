// What goes wrong in a kit, by the name of the fault: it is put into the page before kit.js.
(() => {
  const keep = Storage.prototype.setItem;
  const parse = JSON.parse;
  const faults = {
    forgetful() {
      Storage.prototype.setItem = function (key, value) { if (key.endsWith('.try')) keep.call(this, key, value); };
    },
    hasty() {
      document.addEventListener('click', (event) => { if (event.target.dataset.do === 'clear') window.confirm = () => true; }, true);
    },
    hollow() {
      const Whole = window.Blob;
      window.Blob = function (parts, options) { return new Whole(['<main></main>'], options); };
    },
    deaf() { FileReader.prototype.readAsText = () => {}; },
    trusting() {
      JSON.parse = (text) => {
        const value = parse(text);
        if (value && value.kit) value.kit = document.querySelector('[data-kit]').dataset.kit;
        return value;
      };
    },
  };
  faults[fault]();
})();
