/** Sends files ahead of what they belong to, and tells how far they are. */

/** Resolves with the id under which the file waits. `fetch` knows nothing of progress, so this is the older way. */
export function sendFile(memberId, file, onProgress) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ name: file.name, ...(file.type && { type: file.type }) });
  request.open('POST', `/api/as/${memberId}/uploads?${query}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.onload = () => {
    if (request.status === 200) resolve(request.response.id);
    else reject(new Error(request.response?.error ?? `The playground answered ${request.status}.`));
  };
  request.onerror = () => reject(new Error('The file could not be sent. Is the playground still running?'));
  request.send(file);
  return promise;
}

export const largestFile = 10 * 1024 * 1024;

export function sizeInWords(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
