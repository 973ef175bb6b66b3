// `/embed.js`, for the pages of others: it gives frames that show the explorer the
// height of what is in them, and builds such frames from `<interreg-explorer>`.
//
// It runs with the rights of another site's page, so it does little: it reads and
// sets what is named here, keeps nothing, asks for nothing, evaluates nothing. What
// a frame says is taken only from the very window of that frame, while that shows a
// page of the origin that its `src` names. Style is set through the CSSOM alone,
// which a policy without 'unsafe-inline' allows. The messages are described in
// docs/embedding.md.

/** What marks a message as one of ours, and the version of the protocol. */
const NAME = 'interreg-explorer';
const VERSION = 1;

/** How high a frame may become, whatever it says, in pixels. */
const [LOWEST, HIGHEST] = [120, 20000];

/** How high a frame is at least until it has said how high it is. */
const UNKNOWN = 640;

/** Parameters that may be written as attributes of the element. */
const PARAMETERS = 'lock hide open cards scheme accent radius font heading'.split(' ');

/** Where a page keeps its look, the first that is one: under our names, then under
 *  those of the NL Design System. */
const ACCENT = [
  '--interreg-accent',
  '--utrecht-link-color',
  '--basis-color-action-1-color-default',
];
const RADIUS = ['--interreg-radius', '--utrecht-button-border-radius'];

/** A list that begins with a typeface; what stands for whatever there is, is written
 *  small. */
const TYPEFACE = /^"?([A-Z][\w -]{0,59})/;

/** The frames that are looked after, with their origins once they have spoken. */
const frames = new Map();

/** Tells frames which part of them is to be seen. To be observed anew is to be told
 *  at once, with everything taken off that any box around the frame cuts. */
const sight = new IntersectionObserver((entries) => {
  for (const { target, boundingClientRect: whole, intersectionRect: seen } of entries) {
    const top = Math.max(0, Math.round(seen.top - whole.top - target.clientTop));
    const height = Math.round(seen.height);
    const origin = frames.get(target);
    if (origin && height) say(target, { type: 'visible', top, height }, origin);
  }
});

function say(frame, message, origin) {
  frame.contentWindow?.postMessage({ [NAME]: VERSION, ...message }, origin);
}

/** Looks after a frame. If it was there before us, it is asked to speak again. That
 *  may reach anybody and says nothing. */
function add(frame) {
  if (frames.has(frame)) return;
  if (!frames.size) listen(addEventListener);
  frames.set(frame);
  sight.observe(frame);
  say(frame, { type: 'hello' }, '*');
}

function drop(frame) {
  if (!frames.delete(frame)) return;
  sight.unobserve(frame);
  if (!frames.size) listen(removeEventListener);
}

function listen(how) {
  how('message', hear);
  how('resize', look);
  // Whatever scrolls, the page or a box in it.
  how('scroll', look, { capture: true, passive: true });
}

/** Browsers tell of a scroll and of another size once for each picture. */
function look() {
  for (const frame of frames.keys()) lookAt(frame);
}

function lookAt(frame) {
  sight.unobserve(frame);
  sight.observe(frame);
}

function hear({ data, origin, source }) {
  if (data?.[NAME] !== VERSION) return;
  for (const frame of frames.keys()) {
    if (source && source === frame.contentWindow && origin === new URL(frame.src).origin) {
      frames.set(frame, origin);
      if (data.type === 'height') resize(frame, data.height);
      else if (data.type === 'turn') turn(frame);
    }
  }
}

function resize(frame, height) {
  if (!Number.isFinite(height)) return;
  const inner = Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)));
  const border = frame.offsetHeight - frame.clientHeight;
  const outer = getComputedStyle(frame).boxSizing === 'border-box' ? inner + border : inner;
  frame.style.height = `${outer}px`;
  lookAt(frame);
}

/** Another page has taken the place of the last: it is read from its top, which may
 *  be far above. A frame without the visitor in it moves nothing. */
function turn(frame) {
  const within = frame.getRootNode().activeElement === frame;
  if (within && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
}

/** Finds the frames that are in the page, and those that no longer are. */
function find() {
  for (const frame of frames.keys()) if (!frame.isConnected) drop(frame);
  document.querySelectorAll(`iframe[data-${NAME}]`).forEach(add);
}

/** What the page's style makes of the first of these properties that has a value of
 *  this kind: the browser reads it, as whatever colour or length it is written. */
function styled(element, names, property, pattern) {
  const { style } = element;
  const computed = getComputedStyle(element);
  const before = style[property];
  let found;
  names.some((name) => {
    style[property] = '';
    style[property] = computed.getPropertyValue(name);
    // What is no value is not taken.
    return (found = style[property] && pattern.exec(computed[property]));
  });
  style[property] = before;
  return found;
}

/** Gives the frame the colour, corners and typeface of the page around it. */
function dress(element, set) {
  const colour = styled(element, ACCENT, 'color', /^rgb\((\d+), (\d+), (\d+)\)$/);
  const hex = (part) => (+part).toString(16).padStart(2, 0);
  if (colour) set('accent', colour.slice(1).map(hex).join(''));
  const radius = styled(element, RADIUS, 'borderTopLeftRadius', /^([\d.]+)px$/);
  if (radius) set('radius', String(Math.min(24, Math.round(radius[1]))));
  const [, font] = TYPEFACE.exec(getComputedStyle(element).fontFamily) ?? [];
  set('font', font);
}

/**
 * `<interreg-explorer src="…/widget?…"><a href="…">…</a></interreg-explorer>`
 *
 * The link is for those without this script. The frame is in a shadow, where neither
 * the page's style nor whatever rewrites the element's content meets it.
 */
class InterregExplorer extends HTMLElement {
  #frame;

  connectedCallback() {
    // First the parser reads what is inside, and the style that it may have to follow.
    const { readyState } = document;
    if (this.hasAttribute('tokens') ? readyState !== 'complete' : readyState === 'loading') {
      const again = () => this.connectedCallback();
      document.addEventListener('readystatechange', again, { once: true });
    } else if (this.isConnected) {
      this.#frame ??= this.#made();
      if (this.#frame) add(this.#frame);
    }
  }

  disconnectedCallback() {
    if (this.#frame) drop(this.#frame);
  }

  /** The frame. A page without a whole address in `src` reads so in the console,
   *  and visitors keep the link. */
  #made() {
    const address = new URL(this.getAttribute('src'));
    // A script, which `javascript:` would be, would be the page's own.
    if (!/^http/.test(address.protocol)) return;
    const frame = document.createElement('iframe');
    if (this.lang) address.pathname = address.pathname.replace(/^\/\w+/, `/${this.lang}`);
    const set = (name, value) => value && address.searchParams.set(name, value);
    // What is written out comes last, so that it holds.
    if (this.hasAttribute('tokens')) dress(this, set);
    for (const name of PARAMETERS) set(name, this.getAttribute(name));
    frame.title = this.title || this.textContent.trim();
    frame.loading = 'lazy';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.allow = 'fullscreen; geolocation; clipboard-write; web-share';
    frame.src = address.href;
    // As high as the room that was kept for it, so that nothing moves when it comes.
    const height = Math.max(UNKNOWN, this.offsetHeight);
    frame.style.cssText = `display:block;width:100%;height:${height}px;border:0`;
    this.style.display ||= 'block';
    this.style.minHeight = 0;
    this.attachShadow({ mode: 'open' }).append(frame);
    return frame;
  }
}

if (!customElements.get(NAME)) {
  customElements.define(NAME, InterregExplorer);
  new MutationObserver(find).observe(document, { childList: true, subtree: true });
  find();
}
