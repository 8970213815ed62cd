import { describe, expect, it } from 'vitest';
import { parseEvents } from './sse';

describe('server-sent events', () => {
  it('come whole or wait for the rest', () => {
    const { events, rest } = parseEvents('event:line\nid:3\ndata:{"n":3}\n\n:beat\n\nevent:room\ndata:{');
    expect(events).toEqual([{ name: 'line', id: '3', data: '{"n":3}' }]);
    expect(rest).toBe('event:room\ndata:{');
  });

  it('may have data of several lines', () => {
    expect(parseEvents('data: a\r\ndata: b\r\n\r\n').events).toEqual([{ name: 'message', id: '', data: 'a\nb' }]);
  });
});
