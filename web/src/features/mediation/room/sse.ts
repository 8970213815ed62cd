/** One server-sent event. */
export interface ServerEvent {
  name: string;
  id: string;
  data: string;
}

/** Takes a text apart into whole events; what is not whole yet comes back as `rest`. */
export function parseEvents(text: string): { events: ServerEvent[]; rest: string } {
  const blocks = text.replace(/\r\n/g, '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return { events: blocks.map(eventOf).filter((one): one is ServerEvent => one !== null), rest };
}

function eventOf(block: string): ServerEvent | null {
  const event: ServerEvent = { name: 'message', id: '', data: '' };
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) {
      continue;
    }
    const value = line.slice(colon + 1).replace(/^ /, '');
    const field = line.slice(0, colon);
    if (field === 'event') {
      event.name = value;
    } else if (field === 'id') {
      event.id = value;
    } else if (field === 'data') {
      data.push(value);
    }
  }
  event.data = data.join('\n');
  return data.length === 0 ? null : event;
}

/** Reads an answer's body to its end. `fetch`, because `EventSource` can send no header and so would need secrets in addresses. */
export async function readEvents(response: Response, heard: (event: ServerEvent) => void): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) {
    return;
  }
  const decoder = new TextDecoder();
  let waiting = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const { events, rest } = parseEvents(waiting + decoder.decode(part.value, { stream: true }));
    waiting = rest;
    events.forEach(heard);
  }
}
