/** A server in memory for component tests: answers by method and path, remembers what was asked. */
import { vi } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

type Answer = unknown | ((asked: Asked) => unknown);

/** An answer with its status, for refusals. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {}
}

export class FakeServer {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer>();
  private cut = false;

  on(call: string, answer: Answer): this {
    this.answers.set(call, answer);
    return this;
  }

  disconnect(): void {
    this.cut = true;
  }

  reconnect(): void {
    this.cut = false;
  }

  calls(call: string): Asked[] {
    return this.asked.filter((one) => `${one.method} ${one.path}` === call);
  }

  install(): this {
    vi.stubGlobal('fetch', (input: string, request: RequestInit = {}) => this.serve(input, request));
    return this;
  }

  private serve(input: string, request: RequestInit): Promise<Response> {
    if (this.cut) {
      return Promise.reject(new TypeError('network'));
    }
    const address = new URL(input, 'http://localhost');
    const asked: Asked = {
      method: request.method ?? 'GET',
      path: decodeURIComponent(address.pathname.replace('/api/v1', '')),
      query: address.searchParams,
      headers: new Headers(request.headers),
      body: typeof request.body === 'string' ? JSON.parse(request.body) : request.body,
    };
    this.asked.push(asked);
    const answer = this.answers.get(`${asked.method} ${asked.path}`);
    const given = typeof answer === 'function' ? (answer as (one: Asked) => unknown)(asked) : answer;
    const reply = given instanceof Reply ? given : new Reply(answer === undefined ? 404 : 200, given ?? {});
    const headers = { 'Content-Type': reply.status < 400 ? 'application/json' : 'application/problem+json' };
    return Promise.resolve(new Response(JSON.stringify(reply.body), { status: reply.status, headers }));
  }
}
