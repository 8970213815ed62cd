// Keeps the desk's field pages on the device. Only what everybody may fetch lies in its store: the page's frame and the
// built files. It never looks at a call of the API, so no answer of one is ever kept here.
const STORE = 'fangxin-field-__VERSION__';
const PAGE = '/desk/field';
const FILES = __FILES__;
const PATIENCE = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(STORE)
      .then((store) => store.addAll([PAGE, ...FILES].map((path) => new Request(path, { credentials: 'omit', cache: 'no-cache' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('fangxin-field-') && name !== STORE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// A page that the network gives too late comes from the store: one bar of signal must not be worse than none.
function page(request) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(() => caches.match(PAGE));
  const fresh = fetch(request).then((answer) => (answer.ok ? answer : kept(answer)));
  return Promise.race([fresh, late.then((answer) => answer ?? fresh)]).catch(() => caches.match(PAGE).then((answer) => answer ?? Response.error()));
}

const kept = (answer) => (answer.status >= 500 ? caches.match(PAGE).then((copy) => copy ?? answer) : answer);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === 'navigate') {
    event.respondWith(page(request));
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(url.pathname).then((answer) => answer ?? fetch(request)));
  }
});
