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
      if (fault === 'astray') card.firstElementChild.setAttribute('href', need.value ? 'good.html' : 'practice--good.html');
      if (fault === 'lost') card.firstElementChild.setAttribute('href', need.value ? 'nowhere.html' : 'practice--good.html');
    });
    list.append(...have.checked && fault !== 'still' ? [...cards].reverse() : cards);
    if (fault !== 'silent') {
      document.querySelector('#told').textContent = (fault === 'wrong' ? 7 : shown.length) + ' practices';
    }
  };
  document.querySelector('form').addEventListener('change', show);
  show();
})();
