import { ApiError, changingHeaders, problemOf, url } from '@/api/client';

/** Fetches a file and hands it to the browser to be saved; no secret stands in an address. */
export async function download(method: 'GET' | 'POST', path: string, fileName: string, body?: unknown): Promise<void> {
  const response = await fetch(url(path), {
    method,
    credentials: 'same-origin',
    headers: { ...(method === 'POST' ? { 'Content-Type': 'application/json', ...changingHeaders() } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiError('offline', 0, null);
  });
  if (!response.ok) {
    throw new ApiError('problem', response.status, problemOf(await response.text(), response));
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
