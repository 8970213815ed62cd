/** The script that keeps the field's pages on the device, so that they open without network. */
import { ref } from 'vue';

const PLACE = '/desk/field-worker.js';
const SCOPE = '/desk/field';

/** Whether the pages are kept: null while it is not yet known. */
export const pagesKept = ref<boolean | null>(null);

interface Policies {
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): unknown };
}

/** The page's policy takes no script by a plain address; of all addresses this one is let through. */
function letThrough(): void {
  (window as unknown as Policies).trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (url === PLACE ? url : null),
  });
}

let asked = false;

/** A page that came here from another one has no worker yet: what it will need is fetched while there is network. */
const needed = (): Promise<unknown> => import('./FieldCase.vue');

export async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    pagesKept.value = false;
    return;
  }
  try {
    if (!asked) {
      asked = true;
      letThrough();
      await navigator.serviceWorker.register(PLACE, { scope: SCOPE, updateViaCache: 'none' });
    }
    await needed();
    const worker = await navigator.serviceWorker.getRegistration(SCOPE);
    pagesKept.value = worker?.active != null || (await activated(worker?.installing ?? worker?.waiting ?? null));
  } catch (error) {
    // the browser does not want to, or there is no network and it was not there before: the page says so
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    pagesKept.value = (await navigator.serviceWorker.getRegistration(SCOPE))?.active != null;
  }
}

function activated(worker: ServiceWorker | null): Promise<boolean> {
  if (worker === null) {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(true);
      else if (worker.state === 'redundant') resolve(false);
    });
  });
}
