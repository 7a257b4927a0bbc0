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

  // Puts the start of Tab at the top of the page: a page may have put the focus into a field of its own. From here on
  // the page itself notes each stop, so that many Tabs can be sent at once: when the key comes up, the focus has moved
  // and the page has scrolled. Who leaves the page is beyond it.
  const start = () => {
    document.body.tabIndex = -1;
    document.body.focus({ preventScroll: true });
    document.body.removeAttribute('tabindex');
    last = null;
    noted = [];
    hasLeft = false;
  };

  let noted = [];
  let hasLeft = false;
  const note = () => {
    if (hasLeft) return;
    const stop = focus();
    hasLeft = stop.isOutside;
    noted.push(stop);
  };
  addEventListener('keyup', (event) => event.key === 'Tab' && note(), true);

  // The stops since the last call. A key that comes up in the window of the browser is none of the page's business.
  const stops = (presses) => {
    if (noted.length < presses) note();
    hasLeft = false;
    return noted.splice(0);
  };

  // Of the elements that look alike – letters, what lies behind them – the first few, and all that something lies over
  // or under that is not around them: for questions about colours, which the others would answer alike.
  const samples = () => {
    const behind = new Map([[document.documentElement, '']]);
    const loose = [];
    const ground = (element) => {
      if (!behind.has(element)) {
        const style = getComputedStyle(element);
        if (style.position !== 'static' && style.position !== 'relative') loose.push(element);
        const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter].join();
        const isClear = own === 'rgba(0, 0, 0, 0),none,1,none';
        behind.set(element, ground(element.parentElement) + (isClear ? '' : '|' + own));
      }
      return behind.get(element);
    };
    const elements = [...document.body.querySelectorAll('*')];
    elements.forEach(ground);
    const boxes = loose.map((element) => [element, element.getBoundingClientRect()]);
    const counts = new Map();
    return elements.filter((element) => {
      const hasText = element.matches('input, select, textarea')
        || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (!hasText || !isShown(element)) return false;
      const style = getComputedStyle(element);
      const around = element.localName === 'a' ? getComputedStyle(element.parentElement).color : '';
      const key = [element.localName, style.color, style.fontSize, style.fontWeight, style.textDecorationLine,
        style.textShadow, around, ground(element)].join('/');
      counts.set(key, (counts.get(key) || 0) + 1);
      if (counts.get(key) <= 3) return true;
      const box = element.getBoundingClientRect();
      return boxes.some(([other, its]) => !other.contains(element) && its.left < box.right && box.left < its.right
        && its.top < box.bottom && box.top < its.bottom);
    });
  };

  // How many links the menu has, and how many of them show.
  const menu = () => {
    const links = [...document.querySelectorAll('nav.menu a')];
    return { links: links.length, shown: links.filter(isShown).length };
  };

  // How many links the list of contents shows: at a desk all, on a phone none before it is opened.
  const contents = () => {
    const links = [...document.querySelectorAll('.toc li:not([hidden]) a')];
    return { links: links.length, shown: links.filter(isShown).length };
  };

  window.exemplarProbes = { overflow, start, stops, focus, menu, contents, samples, path, isShown };
})()
