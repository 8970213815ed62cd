import { ApiError, changingHeaders, problemOf, url } from '@/api/client';
import type { AttachmentRef } from '@/api/types';

export interface Upload {
  done: Promise<AttachmentRef>;
  cancel: () => void;
}

/**
 * Sends one file (`POST /attachments`). `XMLHttpRequest`, because `fetch` cannot tell how much has gone out.
 *
 * @param forReport true strips the file's metadata on the server
 * @param onProgress whole per cent
 */
export function upload(file: File, forReport: boolean, onProgress: (percent: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<AttachmentRef>((resolve, reject) => {
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) {
        onProgress(Math.floor((loaded / total) * 100));
      }
    };
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () => reject(new ApiError('offline', 0, null));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
  });
  const form = new FormData();
  form.append('file', file, file.name);
  form.append('forReport', String(forReport));
  request.open('POST', url('/attachments'));
  for (const [name, value] of Object.entries({ Accept: 'application/json', ...changingHeaders() })) {
    request.setRequestHeader(name, value);
  }
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function settle(
  request: XMLHttpRequest,
  resolve: (ref: AttachmentRef) => void,
  reject: (error: ApiError) => void,
): void {
  if (request.status >= 200 && request.status < 300) {
    resolve(JSON.parse(request.responseText) as AttachmentRef);
    return;
  }
  const headers = new Headers({ 'Content-Type': request.getResponseHeader('Content-Type') ?? '' });
  reject(new ApiError('problem', request.status, problemOf(request.responseText, { headers })));
}
