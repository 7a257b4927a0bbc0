// A page of results with one filter, but for what its page names as the fault.
(() => {
  const fault = document.currentScript.dataset.fault;
  const [facets, list] = [document.querySelector('.facets'), document.querySelector('.results')];
  const item = (name) => {
    const [entry, link] = [document.createElement('li'), document.createElement('a')];
    entry.dataset.result = '';
    if (['pale', 'wide'].includes(fault)) entry.className = fault;
    link.href = 'good.html#' + name;
    link.textContent = name;
    entry.append(link, ' and more');
    return entry;
  };
  const show = (isChosen) => {
    document.querySelector('[role=status]').textContent = isChosen && fault !== 'still' ? '1 found' : '2 found';
    list.replaceChildren(...(isChosen && fault !== 'still' ? ['main'] : ['main', 'top']).map(item));
    if (fault === 'focus') document.activeElement.blur();
  };
  if (fault === 'none') return;
  show(false);
  facets.innerHTML = '<details><summary>Kind</summary>'
    + '<label><input type="checkbox" id="kind"> Practice</label></details>';
  facets.querySelector('input').addEventListener('change', (event) => show(event.target.checked));
  if (fault === 'reach') facets.querySelector('summary').tabIndex = -1;
  if (fault === 'shut') facets.querySelector('summary').addEventListener('click', (event) => event.preventDefault());
  if (fault === 'values') facets.querySelector('input').tabIndex = -1;
})();
