// Questions to a page, asked in both browsers. Evaluated by the driver, outside the page's security policy.
(() => {
  const path = (element) => {
    const steps = [];
    for (let at = element; at && at !== document.body && steps.length < 3; at = at.parentElement) {
      const classes = [...at.classList].map((name) => '.' + name).join('');
      steps.unshift(at.localName + (at.id ? '#' + at.id : classes));
    }
    return steps.join(' > ') || (element ? element.localName : 'nothing');
  };

  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    const asked = { visibilityProperty: true, opacityProperty: true };
    return box.width > 1 && box.height > 1 && element.checkVisibility(asked);
  };

  const scrolls = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  };

  // Null, or how wide the page is and what sticks out. A root that cuts off hides its overflow from scrollWidth only.
  const overflow = () => {
    const room = document.documentElement.clientWidth;
    const cuts = [document.documentElement, document.body]
      .some((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX));
    const width = document.scrollingElement.scrollWidth;
    if (width <= room && !cuts) return null;
    const wide = [...document.body.querySelectorAll('*')].filter((element) =>
      element.getBoundingClientRect().right > room + 0.5 && isShown(element) && !scrolls(element));
    if (width <= room && wide.length === 0) return null;
    const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    return { room, width, elements: inner.slice(0, 3).map(path) };
  };

  const look = (element) => {
    const style = getComputedStyle(element);
    const ring = style.outlineStyle === 'none' || style.outlineWidth === '0px' ? 'none' : style.outline;
    return [ring, style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth, style.color,
      style.textDecorationLine, style.textDecorationThickness].join('|');
  };

  // Whether something of the element can be seen: inside the window, and not covered by another element.
  // Firefox does not scroll while a pixel of the element shows, so that is made good first.
  const isInSight = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      if ((box.width <= 1 || box.height <= 1) && getComputedStyle(at).overflowX !== 'visible') return false;
    }
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    for (const box of element.getClientRects()) {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (right <= left || bottom <= top) continue;
      for (const part of [0.1, 0.5, 0.9]) {
        const hit = document.elementFromPoint(left + (right - left) * part, (top + bottom) / 2);
        if (hit && (element.contains(hit) || hit.contains(element) && hit !== document.body)) return true;
      }
    }
    return false;
  };

  let last = null;
  // Where the focus is, and whether the element that had it before looks different without it.
  const focus = () => {
    const element = document.activeElement;
    const wasMarked = last && last.element !== element ? look(last.element) !== last.look : true;
    const previous = last ? path(last.element) : '';
    const isSame = last !== null && last.element === element;
    if (!element || element === document.body || element === document.documentElement) {
      last = null;
      return { isOutside: true, wasMarked, previous };
    }
    last = { element, look: look(element) };
    const main = document.querySelector('main');
    const address = element.localName === 'a' ? element.getAttribute('href') || '' : '';
    const target = address.startsWith('#') ? document.getElementById(decodeURIComponent(address.slice(1))) : null;
    return {
      isOutside: false, isSame, wasMarked, previous,
      path: path(element),
      isShown: isShown(element) && isInSight(element),
      leadsToMain: Boolean(main && target && (target === main || main.contains(target) || target.contains(main))),
      isInMain: Boolean(main && main.contains(element)),
      isMenuLink: Boolean(element.closest('nav.menu')) && element.localName === 'a',
      isMenuControl: element.matches('summary, [aria-expanded]') && Boolean(element.closest('header, nav.menu')),
    };
  };

  // Puts the start of Tab at the top of the page: a page may have put the focus into a field of its own.
  const start = () => {
    document.body.tabIndex = -1;
    document.body.focus({ preventScroll: true });
    document.body.removeAttribute('tabindex');
    last = null;
  };

  // How many links the menu has, and how many of them show.
  const menu = () => {
    const links = [...document.querySelectorAll('nav.menu a')];
    return { links: links.length, shown: links.filter(isShown).length };
  };

  window.exemplarProbes = { overflow, start, focus, menu };
})()
