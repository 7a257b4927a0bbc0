// A finder with one question and one thing to tick, but for what its page names as the fault.
(() => {
  const fault = document.currentScript.dataset.fault;
  const [need, have] = document.querySelectorAll('#need, #have');
  const list = document.querySelector('#found');
  const cards = [...list.children];
  const show = () => {
    const shown = cards.filter((card) => fault === 'still' || !need.value || card.dataset.need === need.value);
    cards.forEach((card) => {
      card.hidden = !shown.includes(card);
      if (fault === 'pale') card.className = need.value ? 'pale' : '';
      const link = card.firstElementChild;
      if (fault === 'beyond') link.removeAttribute('href');
      if (fault === 'astray') link.setAttribute('href', 'good.html');
      if (fault === 'lost') link.setAttribute('href', 'nowhere.html');
    });
    list.append(...have.checked && fault !== 'still' ? [...cards].reverse() : cards);
    if (fault !== 'silent') {
      document.querySelector('#told').textContent = (fault === 'wrong' ? 7 : shown.length) + ' practices';
    }
  };
  document.querySelector('form').addEventListener('change', show);
  show();
})();
