// A dialog of search that does what is asked of one, but for what its page names as the fault.
(() => {
  const fault = document.currentScript.dataset.fault;
  const dialog = document.querySelector('dialog');
  const [field, list] = [dialog.querySelector('input'), dialog.querySelector('ul')];
  let active = -1;
  let isComposing = false;
  let asked = '';

  const open = () => {
    if (fault === 'tab') dialog.show(); else dialog.showModal();
    if (fault === 'focus') document.activeElement.blur(); else field.focus();
  };
  const show = () => {
    if (field.value === asked && fault !== 'again') return;
    asked = field.value;
    active = -1;
    field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-expanded', 'true');
    list.replaceChildren(...(fault === 'options' ? [] : [0, 1]).map((index) => {
      const option = document.createElement('li');
      option.id = 'option-' + index;
      option.textContent = 'Found ' + index;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      if (['pale', 'murky', 'wide'].includes(fault)) option.className = fault;
      return option;
    }));
  };
  const choose = (index) => {
    active = (index + 2) % 2;
    [...list.children].forEach((option, at) =>
      option.setAttribute('aria-selected', String(at === (fault === 'selected' ? 0 : active))));
    field.setAttribute('aria-activedescendant', (fault === 'arrows' ? 'nothing-' : 'option-') + active);
  };

  document.addEventListener('keydown', (event) => {
    const isOurs = event.key === '/' && fault !== 'slash' || event.key === 'k' && event.ctrlKey && fault !== 'control';
    if (!isOurs || event.target === field) return;
    event.preventDefault();
    open();
  });
  field.addEventListener('input', () => isComposing || show());
  field.addEventListener('compositionstart', () => { isComposing = true; });
  field.addEventListener('compositionend', () => { isComposing = false; show(); });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (fault !== 'escape') dialog.close();
    if (fault === 'back') document.activeElement.blur();
  });
  field.addEventListener('keydown', (event) => {
    if ((isComposing || event.isComposing) && fault !== 'composing') return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(active + step);
    if (event.key !== 'Enter' && !step) return;
    event.preventDefault();
    if (event.key === 'Enter' && !event.isComposing && fault !== 'enter') location.href = 'practice--good.html';
  });
})();
