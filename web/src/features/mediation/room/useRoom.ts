import { onBeforeUnmount, onMounted, shallowRef } from 'vue';
import { ApiError } from '@/api/client';
import { readEvents, type ServerEvent } from './sse';
import type { RoomDoor, RoomLine, RoomSight } from './types';

/** How the page is connected: live, trying again, not at all, or done with it. */
export type Link = 'loading' | 'live' | 'waiting' | 'ended' | 'gone';

const firstWait = 1_000;
const longestWait = 15_000;

/** A room that follows itself: read once, then by events; after a break it goes on after the last line it has. */
export function useRoom(door: RoomDoor) {
  const room = shallowRef<RoomSight | null>(null);
  const lines = shallowRef<RoomLine[]>([]);
  const suggestedTopic = shallowRef<string | null>(null);
  const link = shallowRef<Link>('loading');
  const fault = shallowRef<unknown>(null);
  let stopper = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWait;
  let over = false;

  const last = (): number => lines.value.at(-1)?.n ?? 0;

  function take(event: ServerEvent): void {
    wait = firstWait;
    if (event.name === 'line') {
      const line = JSON.parse(event.data) as RoomLine;
      if (line.n > last()) {
        lines.value = [...lines.value, line];
      }
    } else if (event.name === 'room') {
      room.value = JSON.parse(event.data) as RoomSight;
    } else if (event.name === 'closed') {
      closed((JSON.parse(event.data) as { why: string }).why);
    }
  }

  function closed(why: string): void {
    if (why === 'ENDED' || why === 'GONE') {
      over = true;
      link.value = why === 'ENDED' ? 'ended' : 'gone';
    }
  }

  /** Reads everything; false when the room cannot be seen. */
  async function load(): Promise<boolean> {
    try {
      const answer = await door.read();
      fault.value = null;
      room.value = answer.room;
      lines.value = answer.lines;
      suggestedTopic.value = answer.suggestedTopic;
      return answer.room !== null;
    } catch (error) {
      missed(error);
      return false;
    }
  }

  function missed(error: unknown): void {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    if (error.status === 404 || error.status === 401) {
      over = true;
      link.value = 'gone';
    } else {
      link.value = 'waiting';
      fault.value = error;
      again();
    }
  }

  function again(): void {
    clearTimeout(timer);
    if (!over && !stopper.signal.aborted) {
      timer = setTimeout(() => void follow(), wait);
      wait = Math.min(wait * 2, longestWait);
    }
  }

  async function follow(): Promise<void> {
    if (room.value === null && !(await load())) {
      return;
    }
    try {
      const response = await door.events(last(), stopper.signal);
      if (response.status === 404 || response.status === 401) {
        over = true;
        link.value = 'gone';
        return;
      }
      if (response.ok) {
        link.value = 'live';
        await readEvents(response, take);
      }
    } catch (error) {
      if (!(error instanceof TypeError) && !(error instanceof DOMException)) {
        throw error;
      }
    }
    if (!over && !stopper.signal.aborted) {
      link.value = between();
      again();
    }
  }

  /** Between two streams the page is still live when the network is there. */
  const between = (): Link => (wait === firstWait && navigator.onLine ? 'live' : 'waiting');

  function online(): void {
    wait = firstWait;
    if (link.value === 'waiting') {
      clearTimeout(timer);
      void follow();
    }
  }

  function offline(): void {
    if (!over) {
      link.value = 'waiting';
    }
  }

  function start(): void {
    over = false;
    stopper = new AbortController();
    wait = firstWait;
    void follow();
  }

  function stop(): void {
    stopper.abort();
    clearTimeout(timer);
  }

  onMounted(() => {
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    start();
  });
  onBeforeUnmount(() => {
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
    stop();
  });

  return { room, lines, suggestedTopic, link, fault, load, start, stop };
}

export type Room = ReturnType<typeof useRoom>;
