// The explorer's side of a frame on another site's page: it tells that page how high the
// explorer is and when another page of it is shown, and learns which part of it can
// be seen. The other side is `embed.js`; the messages are described in
// docs/embedding.md. Needs no wasm, so that frames have their height at once.
//
// The page around the frame is not trusted: only two numbers are taken from it, and
// what it is told gives nothing away, but where a link leads that it has to follow.

const NAME = 'interreg-explorer';
const VERSION = 1;

/** The page around us; ourselves, if there is none. */
const host = window.parent;
const root = document.documentElement;

/** Whom this may reach we cannot know, nor does it matter. */
const send = (message) => host.postMessage(message, '*');
const say = (message) => send({ [NAME]: VERSION, ...message });

/** WordPress makes a frame of a mere address, in a sandbox where it is of no origin and
 *  opens no tab, and gives it this word. By it a frame tells its height and has a link
 *  followed, which tells where that leads; nowhere else is that told.
 *  docs/embedding.md has the messages. */
const [, secret] = (origin === 'null' && /^#\?secret=(\w+)/.exec(location.hash)) || [];

let said = -9;

/** How long another page may be on its way, in milliseconds. */
const WAY = 1000;
/** Until when it may, so that what is shorter is not told. */
let coming = 0;

/** Tells the height, if it is another. One pixel is added, so that a change by one,
 *  which is not told, gives no scroll bars. */
function tell() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // Neither hidden nor while the map takes the whole screen is it the page's own.
  if (!height || document.fullscreenElement || Math.abs(height - said) < 2) return;
  // Meanwhile there is nearly nothing, and all below would jump up and down again.
  if (height < said && Date.now() < coming) return setTimeout(tell, WAY);
  said = height;
  say({ type: 'height', height: height + 1 });
  if (secret) send({ secret, message: 'height', value: height + 1 });
}

/** Whether an address can be shown in the frame. */
const inside = ({ origin, pathname }) =>
  origin === location.origin && /^\/\w+\/widget(\/|$)/.test(pathname);

/** What of an address makes it another page. */
function place(address) {
  const { pathname, searchParams } = address;
  const page = searchParams.get('page');
  searchParams.delete('page');
  return { pathname, page, rest: `${searchParams}` };
}

/** Tells that another page is shown: that of a project, or the next of the list. Who
 *  filters stays where they are, also when that leads back to the first page. */
function compare(from, to) {
  const paged = from.page !== to.page && from.rest === to.rest;
  if (!paged && from.pathname === to.pathname) return;
  coming = Date.now() + WAY;
  say({ type: 'turn' });
}

const here = () => place(new URL(location));
let last = here();

function moved() {
  const now = here();
  compare(last, now);
  last = now;
}

/** A length that a page may ask for: whole, and no more than a frame can have. */
const length = (number) => `${Math.min(1e5, Math.max(0, Math.round(number)))}px`;

function hear({ data, source }) {
  if (source !== host) return;
  const { type, top, height } = data?.[NAME] === VERSION ? data : {};
  // WordPress says one thing only, by our word: that it has begun to listen.
  if (type === 'hello' || (secret && data?.secret === secret)) {
    said = -9;
    tell();
  } else if (type === 'visible' && Number.isFinite(top) && height > 0 && Number.isFinite(height)) {
    root.style.setProperty('--visible-top', length(top));
    root.style.setProperty('--visible-height', length(height));
  }
}

/** A link out of the frame opens a tab: in the frame it could not be shown. Early,
 *  before the router looks at it. */
function follow(event) {
  const link = event.target.closest?.('a[href]');
  // The right button opens a menu.
  if (!link || event.button > 1) return;
  const address = new URL(link.getAttribute('href'), location);
  if (!/^http/.test(address.protocol)) return;
  if (inside(address)) {
    // Another document has to know the word, too; the router makes none, once it is there.
    if (secret && (/external/.test(link.rel) || !('ready' in root.dataset))) {
      address.hash = `?secret=${secret}`;
      link.setAttribute('href', address);
    }
    return;
  }
  if (!link.getAttribute('target')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener');
  }
  if (secret) {
    event.preventDefault();
    send({ secret, message: 'link', value: address.href });
  }
}

if (host !== window) {
  addEventListener('message', hear);
  addEventListener('click', follow, true);
  addEventListener('auxclick', follow, true);
  addEventListener('popstate', moved);
  // The router goes from page to page by these.
  for (const way of ['pushState', 'replaceState']) {
    const go = history[way];
    history[way] = (...state) => {
      go.apply(history, state);
      moved();
    };
  }
  // Without the router each page is a document, which knows where it was come from.
  const before = document.referrer && new URL(document.referrer);
  if (before && inside(before)) compare(place(before), last);
  // Once without being drawn, which a frame is not while it is out of sight; then at most
  // once for each picture.
  tell();
  new ResizeObserver(tell).observe(document.body);
}
