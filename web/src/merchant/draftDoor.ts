import { shallowRef } from 'vue';
import { call } from '@/api/client';
import { useDraftDoor } from '@/features/drafts/door';
import { merchant } from '@/features/greenchannel/merchant/desk';

const offline = shallowRef(!navigator.onLine);
window.addEventListener('offline', () => (offline.value = true));
window.addEventListener('online', () => (offline.value = false));

useDraftDoor({
  owner: () => merchant.personId,
  get: (path) => call('GET', path),
  put: (path, body) => call('PUT', path, { body }),
  remove: (path) => call('DELETE', path),
  offline,
  whenBack(task) {
    window.addEventListener('online', task);
    return () => window.removeEventListener('online', task);
  },
});
