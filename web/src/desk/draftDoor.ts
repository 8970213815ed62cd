import { useDraftDoor } from '@/features/drafts/door';
import { session } from '@/features/identity/session';
import { connection } from './connection';
import { get, put, remove } from './http';

useDraftDoor({
  owner: () => session.personId ?? '',
  get: (path) => get(path),
  put,
  remove,
  offline: connection.offline,
  whenBack: (task) => connection.whenBack(task),
});
